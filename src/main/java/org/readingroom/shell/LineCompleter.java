package org.readingroom.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Kind;
import org.readingroom.conversation.Turn;
import org.readingroom.reference.ReferenceFormat;
import org.readingroom.reply.VisibleText;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;

/** Completes commands, their options, and what options and commands take; a question is left alone. */
final class LineCompleter implements Completer {

  private final CommandRegistry registry;
  private final Supplier<Collection> collection;
  private final LastAnswer last;

  /** Read from all the documents when the first name of a collection is to be completed. */
  private @Nullable People people;
  /** The collection that they are of, as it was then. */
  private String peopleOf = "";

  LineCompleter(CommandRegistry registry, Supplier<Collection> collection, LastAnswer last) {
    this.registry = registry;
    this.collection = collection;
    this.last = last;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    candidates.addAll(candidates(line.words().subList(0, line.wordIndex()), line.word()));
  }

  /**
   * Returns what a word may become.
   *
   * @param before the words before it
   * @param word what is typed of it
   */
  List<Candidate> candidates(List<String> before, String word) {
    if (before.isEmpty()) {
      String slash = word.startsWith("/") ? "/" : "";
      return Commands.NAMES.stream().map(registry::getCommandByName)
          .filter(command -> command != null)
          .map(command -> candidate(slash + command.getName(), command.getDescription())).toList();
    }
    Command command = registry.getCommandByName(before.getFirst().replaceFirst("^/", ""));
    if (command == null) {
      return List.of();
    }
    String previous = before.getLast();
    if (previous.startsWith("--") && command.getOptions().stream()
        .anyMatch(option -> takesValue(option) && previous.equals("--" + option.longName()))) {
      return values(previous.substring(2));
    }
    if (word.startsWith("-")) {
      return command.getOptions().stream()
          .map(option -> candidate("--" + option.longName(), String.valueOf(option.description()))).toList();
    }
    return before.size() == 1 ? arguments(command.getName()) : List.of();
  }

  private static boolean takesValue(CommandOption option) {
    return option.type() != boolean.class;
  }

  private List<Candidate> values(String option) {
    return switch (option) {
      case "documents" -> documents();
      case "person" -> people();
      case "kind" -> Stream.of(Kind.values()).map(kind -> candidate(kind.word(), "")).toList();
      case "format" -> Stream.of(ReferenceFormat.values()).map(format -> candidate(format.word(), ""))
          .toList();
      case "from", "to" -> collection.get().documents().stream()
          .map(document -> document.date().iso())
          .filter(date -> date.matches("\\d{4}-\\d\\d.*")).map(date -> date.substring(0, 7))
          .distinct().map(month -> candidate(month, "")).toList();
      default -> List.of();
    };
  }

  private List<Candidate> arguments(String command) {
    return switch (command) {
      case ShowCommand.NAME -> documents();
      case PeopleCommand.NAME -> people();
      case OpenCommand.NAME, CiteCommand.NAME, CopyCommand.NAME -> markers();
      case ClaimsCommand.NAME -> claims();
      case HelpCommand.NAME -> Commands.NAMES.stream().map(name -> candidate(name, "")).toList();
      case CompletionCommand.NAME -> CompletionCommand.SHELLS.stream().map(name -> candidate(name, ""))
          .toList();
      default -> List.of();
    };
  }

  private List<Candidate> documents() {
    return collection.get().documents().stream()
        .map(document -> candidate(Integer.toString(document.number()),
            document.title() + ", " + document.date().label()))
        .toList();
  }

  /** Offers each person under every single word that a document calls them by, for one word finds them. */
  private List<Candidate> people() {
    Collection current = collection.get();
    String state = current.id() + " " + current.sha256();
    People found = state.equals(peopleOf) ? people : null;
    if (found == null) {
      found = new People(current);
      people = found;
      peopleOf = state;
    }
    return found.all().stream()
        .flatMap(person -> (person.words().isEmpty()
            ? Stream.of('"' + person.name() + '"')
            : person.words().stream()).map(word -> candidate(word, person.name())))
        .toList();
  }

  private List<Candidate> markers() {
    try {
      Turn turn = last.turn();
      return turn.answer().citations().stream()
          .map(citation -> candidate(Integer.toString(citation.marker()), String.format(Locale.ROOT,
              "no. %d, %s", citation.quote().document().number(), citation.quote().document().title())))
          .toList();
    } catch (UsageException e) {
      return List.of();
    }
  }

  private List<Candidate> claims() {
    try {
      List<SupportedClaim> claims = last.turn().answer().claims();
      return IntStream.rangeClosed(1, claims.size())
          .mapToObj(number -> candidate(Integer.toString(number), claims.get(number - 1).text())).toList();
    } catch (UsageException e) {
      return List.of();
    }
  }

  private static Candidate candidate(String value, String description) {
    return new Candidate(value, VisibleText.of(value), null,
        description.isEmpty() ? null : VisibleText.of(Lines.cut(description, 60)), null, null, true);
  }
}
