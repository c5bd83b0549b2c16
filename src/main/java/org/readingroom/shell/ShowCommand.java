package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.reference.Reference;
import org.readingroom.reply.DocumentTextReply;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes one document. */
final class ShowCommand extends AbstractCommand {

  static final String NAME = "show";

  private final Supplier<Collection> collection;
  private final JsonMapper json;
  private final Screen screen;

  ShowCommand(Supplier<Collection> collection, JsonMapper json, Screen screen) {
    super(NAME, "shows a document", "", "show <number> [--json]", false);
    setOptions(List.of(Options.JSON));
    this.collection = collection;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String word = Words.text(context.parsedInput());
    if (word.isBlank()) {
      throw new UsageException("“show” wants the number of a document, such as: show 7");
    }
    Document document = Options.document("“show”", word, collection.get());
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(DocumentTextReply.of(document)));
      return ExitStatus.OK;
    }
    Lines.wrap("no. " + document.number() + ", " + document.title(), screen.width(), "").stream()
        .map(screen.ink()::bold).forEach(out::println);
    Lines.wrap(String.join(", ", Stream.of(document.date().label(), document.kind().word(),
        document.from() == null ? "" : "from " + document.from(),
        document.to() == null ? "" : "to " + document.to()).filter(fact -> !fact.isEmpty()).toList()),
        screen.width(), "").forEach(out::println);
    out.println();
    for (Paragraph paragraph : document.paragraphs()) {
      Lines.wrap(document.text().substring(paragraph.start(), paragraph.end()), width(paragraph), "")
          .forEach(out::println);
      out.println();
    }
    Lines.wrap(new Reference(collection.get()).note(document), screen.width(), "").stream()
        .map(screen.ink()::dim)
        .forEach(out::println);
    return ExitStatus.OK;
  }

  private int width(Paragraph paragraph) {
    return paragraph.role() == Paragraph.Role.TABLE ? Integer.MAX_VALUE : screen.width();
  }
}
