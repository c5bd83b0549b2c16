package org.readingroom.shell;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.reference.ReferenceFormat;
import org.readingroom.reply.Sources;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Writes the reference of a citation, for a footnote or a reference manager. */
final class CiteCommand extends AbstractCommand {

  static final String NAME = "cite";

  static final CommandOption FORMAT = Options.value("format",
      ReferenceFormat.words() + "; chicago unless told");

  private final LastAnswer last;
  private final Supplier<Sources> sources;

  CiteCommand(LastAnswer last, Supplier<Sources> sources) {
    super(NAME, "writes the reference of a citation", "",
        "cite <n> [--format chicago|bibtex|ris|csl-json]",
        false);
    setOptions(List.of(FORMAT));
    this.last = last;
    this.sources = sources;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    ReferenceFormat format = Options.text(context, FORMAT).map(CiteCommand::format)
        .orElse(ReferenceFormat.CHICAGO);
    Citation citation = last.citation(NAME, Words.text(context.parsedInput()));
    Document document = citation.quote().document();
    context.outputWriter().println(sources.get().reference(document)
        .write(document, citation.quote().span(), format).stripTrailing());
    return ExitStatus.OK;
  }

  private static ReferenceFormat format(String word) {
    return ReferenceFormat.of(word).orElseThrow(() -> new UsageException(
        "There is no format “" + word + "”; there are " + ReferenceFormat.words() + "."));
  }
}
