package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.answer.Citation;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.Sources;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists what the last answer cites, with full references. */
final class SourcesCommand extends AbstractCommand {

  static final String NAME = "sources";

  private final LastAnswer last;
  private final Supplier<Sources> sources;
  private final JsonMapper json;
  private final Screen screen;

  SourcesCommand(LastAnswer last, Supplier<Sources> sources, JsonMapper json, Screen screen) {
    super(NAME, "lists what the last answer cites", "", "sources [--json]", false);
    setOptions(List.of(Options.JSON));
    this.last = last;
    this.sources = sources;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    List<Citation> citations = LastAnswer.citations(last.turn());
    Sources known = sources.get();
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(
          citations.stream().map(citation -> CitationReply.of(citation, known)).toList()));
      return ExitStatus.OK;
    }
    for (Citation citation : citations) {
      String marker = "[" + citation.marker() + "]";
      List<String> lines = Lines.wrap(marker + " no. " + citation.quote().document().number()
          + ", characters " + citation.quote().span().start() + "–" + citation.quote().span().end() + ": "
          + known.reference(citation.quote().document()).note(citation.quote().document()), screen.width(),
          "", "    ");
      out.println(screen.ink().accent(marker) + lines.getFirst().substring(marker.length()));
      lines.stream().skip(1).forEach(out::println);
    }
    return ExitStatus.OK;
  }
}
