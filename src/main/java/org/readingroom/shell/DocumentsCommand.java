package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.catalogue.DocumentFinder;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.reply.DocumentReply;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists the documents of the collection. */
final class DocumentsCommand extends AbstractCommand {

  static final String NAME = "documents";

  private static final CommandOption WORDS = Options.value("words",
      "only documents with all of these words, such as \"lead mine\"");

  private final Supplier<Collection> collection;
  private final JsonMapper json;
  private final Screen screen;

  DocumentsCommand(Supplier<Collection> collection, JsonMapper json, Screen screen) {
    super(NAME, "lists the documents", "",
        "documents [--from 1950-06] [--to 1951-07] [--person Mao] [--kind cable] [--author Smith] [--language en]"
            + " [--words lead] [--json]",
        false);
    setOptions(
        List.of(Options.DOCUMENTS, Options.FROM, Options.TO, Options.PERSON, Options.KIND, Options.AUTHOR,
            Options.LANGUAGE, WORDS,
            Options.COLLECTION, Options.JSON));
    this.collection = collection;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    List<Document> documents = new DocumentFinder(collection.get()).find(
        Options.filters(context, collection), Options.text(context, WORDS).orElse(""));
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(documents.stream().map(DocumentReply::of).toList()));
    } else if (documents.isEmpty()) {
      out.println("No document fits.");
    } else {
      table(documents).forEach(out::println);
    }
    return documents.isEmpty() ? Exit.NO_ANSWER : ExitStatus.OK;
  }

  private List<String> table(List<Document> documents) {
    int date = documents.stream().mapToInt(document -> date(document).length()).max().orElse(0);
    int kind = documents.stream().mapToInt(document -> document.kind().word().length()).max().orElse(0);
    boolean several = documents.stream().map(Document::collection).distinct().count() > 1;
    int name = documents.stream().mapToInt(document -> document.id().length()).max().orElse(0);
    return documents.stream().map(document -> {
      String row = String.format("%" + (several ? -name : 4) + "s  %-" + date + "s  %-" + kind + "s  %s",
          several ? document.id() : document.number(),
          date(document), document.kind().word(), document.title());
      return screen.cut(row);
    }).toList();
  }

  private static String date(Document document) {
    return document.showsDate() ? document.date().iso() : "-";
  }
}
