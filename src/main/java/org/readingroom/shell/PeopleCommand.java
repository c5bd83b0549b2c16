package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /** Is somebody as JSON: the names, and the numbers of the documents. */
  record PersonReply(String name, List<String> variants, List<Integer> wrote, List<Integer> received,
      List<Integer> named) {

    static PersonReply of(People.Person person) {
      return new PersonReply(person.name(), person.entry().variants(), numbers(person.wrote()),
          numbers(person.received()), numbers(person.named()));
    }

    private static List<Integer> numbers(List<Document> documents) {
      return documents.stream().map(Document::number).toList();
    }
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
    People people = new People(collection.get());
    List<People.Person> found = name.isBlank() ? people.all() : people.called(name);
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(found.stream().map(PersonReply::of).toList()));
    } else if (people.all().isEmpty()) {
      out.println(
          "No document says who wrote it or to whom, and no list of names says who is in them.");
    } else if (found.isEmpty()) {
      out.println("Nobody in the documents is called “" + name + "”" + near(name, people));
    } else if (name.isBlank()) {
      out.println(screen.ink().bold(String.format(ROW, "wrote", "got", "named", "in how many documents")));
      found.forEach(person -> out.println(screen.cut(row(person))));
    } else {
      found.forEach(person -> one(person, out));
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

  private void one(People.Person person, PrintWriter out) {
    String also = person.entry().variants().isEmpty()
        ? ""
        : ", also " + String.join(", ", person.entry().variants());
    Lines.wrap(person.name() + also, screen.width(), "", "    ").stream().map(screen.ink()::bold)
        .forEach(out::println);
    Set<Integer> numbers = new TreeSet<>();
    Stream.of(person.wrote(), person.received(), person.named())
        .forEach(documents -> documents.forEach(document -> numbers.add(document.number())));
    for (int number : numbers) {
      Document document = collection.get().document(number).orElseThrow();
      List<String> roles = new ArrayList<>();
      if (person.wrote().contains(document)) {
        roles.add("wrote");
      }
      if (person.received().contains(document)) {
        roles.add("got");
      }
      String role = roles.isEmpty() ? "named" : String.join("+", roles);
      out.println(screen.cut(String.format("%5s  %4d  %-10s  %s", role, number, document.date().iso(),
          document.title())));
    }
    out.println();
  }
}
