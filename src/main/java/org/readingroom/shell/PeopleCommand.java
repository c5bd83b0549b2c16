package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists the people of the documents, or the documents of one of them. */
final class PeopleCommand extends AbstractCommand {

  static final String NAME = "people";

  private static final String ROW = "%5s  %5s  %5s  %s";

  private final Supplier<Collection> collection;
  private final JsonMapper json;
  private final Screen screen;

  /** A person as JSON: the names, and the documents by number, or by id where there are several collections. */
  record PersonReply(String name, List<String> variants, List<Object> wrote, List<Object> received,
      List<Object> named) {

    static PersonReply of(People.Person person, boolean several) {
      return new PersonReply(person.name(), person.entry().variants(), ids(person.wrote(), several),
          ids(person.received(), several), ids(person.named(), several));
    }

    private static List<Object> ids(List<Document> documents, boolean several) {
      return documents.stream().map(document -> idOrNumber(document, several)).toList();
    }
  }

  private static Object idOrNumber(Document document, boolean several) {
    return several ? document.id() : document.number();
  }

  PeopleCommand(Supplier<Collection> collection, JsonMapper json, Screen screen) {
    super(NAME, "lists who writes, gets and is named", "", "people [<name>] [--json]", false);
    setOptions(List.of(Options.COLLECTION, Options.JSON));
    this.collection = collection;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String name = Words.unquoted(Words.text(context.parsedInput()));
    Collection searched = collection.get();
    boolean several = searched.documents().stream().map(Document::collection).distinct().count() > 1;
    People people = new People(searched);
    List<People.Person> found = name.isBlank() ? people.all() : people.called(name);
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(
          json.writeValueAsString(found.stream().map(person -> PersonReply.of(person, several)).toList()));
    } else if (people.all().isEmpty()) {
      out.println(
          "No document says who wrote it or to whom, and no list of names says who is in them.");
    } else if (found.isEmpty()) {
      out.println("Nobody in the documents is called “" + name + "”" + near(name, people));
    } else if (name.isBlank()) {
      out.println(screen.ink().bold(String.format(ROW, "wrote", "got", "named", "in how many documents")));
      found.forEach(person -> out.println(screen.cut(row(person))));
    } else {
      found.forEach(person -> one(person, several, out));
    }
    return found.isEmpty() ? Exit.NO_ANSWER : ExitStatus.OK;
  }

  private static String near(String name, People people) {
    List<String> names = people.all().stream()
        .flatMap(person -> Stream.concat(Stream.of(person.name()), person.entry().variants().stream()))
        .toList();
    return Nearest.to(name, names).map(near -> "; did you mean “" + near + "”?").orElse(".");
  }

  private static String row(People.Person person) {
    return String.format(ROW, person.wrote().size(), person.received().size(), person.named().size(),
        person.name());
  }

  private void one(People.Person person, boolean several, PrintWriter out) {
    String also = person.entry().variants().isEmpty()
        ? ""
        : ", also " + String.join(", ", person.entry().variants());
    Lines.wrap(person.name() + also, screen.width(), "", "    ").stream().map(screen.ink()::bold)
        .forEach(out::println);
    List<Document> documents = Stream.of(person.wrote(), person.received(), person.named())
        .flatMap(List::stream).distinct()
        .sorted(Comparator.comparing(Document::collection).thenComparingInt(Document::number)).toList();
    int longest = documents.stream().mapToInt(document -> document.id().length()).max().orElse(0);
    for (Document document : documents) {
      List<String> roles = new ArrayList<>();
      if (person.wrote().contains(document)) {
        roles.add("wrote");
      }
      if (person.received().contains(document)) {
        roles.add("got");
      }
      String role = roles.isEmpty() ? "named" : String.join("+", roles);
      out.println(screen.cut(String.format("%5s  %" + (several ? -longest : 4) + "s  %-10s  %s", role,
          idOrNumber(document, several), document.date().iso(), document.title())));
    }
    out.println();
  }
}
