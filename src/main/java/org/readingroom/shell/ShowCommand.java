package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.reply.DocumentTextReply;
import org.readingroom.reply.Sources;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes one document. */
final class ShowCommand extends AbstractCommand {

  static final String NAME = "show";

  private final Supplier<Collection> collection;
  private final Supplier<Sources> sources;
  private final JsonMapper json;
  private final Pager pager;
  private final Screen screen;

  ShowCommand(Supplier<Collection> collection, Supplier<Sources> sources, JsonMapper json, Pager pager,
      Screen screen) {
    super(NAME, "shows a document", "", "show <number> [--json]", false);
    setOptions(List.of(Options.COLLECTION, Options.JSON));
    this.collection = collection;
    this.sources = sources;
    this.json = json;
    this.pager = pager;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String word = Words.text(context.parsedInput());
    if (word.isBlank()) {
      throw new UsageException("“show” wants the number of a document, such as: show 7");
    }
    Document document = collection.get().document(word)
        .orElseGet(() -> Options.document("“show”", word, collection.get()));
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(DocumentTextReply.of(document)));
      return ExitStatus.OK;
    }
    DocumentPage page = DocumentPage.of(document, List.of(), sources.get().reference(document),
        screen.width(), screen.ink());
    if (!pager.shows("no. " + document.number(), page.lines(), 0)) {
      page.lines().forEach(out::println);
    }
    return ExitStatus.OK;
  }
}
