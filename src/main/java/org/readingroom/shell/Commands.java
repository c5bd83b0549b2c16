package org.readingroom.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandNotFoundException;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/** Carries out commands of Spring Shell's registry, given as the words that make them up. */
final class Commands {

  /** The commands in the order in which help names them. */
  static final List<String> NAMES = HelpCommand.names();

  /** The commands whose words are free text. */
  private static final Set<String> OF_TEXT = Set.of(AskCommand.NAME, SearchCommand.NAME,
      VerifyCommand.NAME);

  /** Words shorter than this are too often a question's own. */
  private static final int LEAST_LETTERS = 4;
  /** How many words of a name are looked for at most; what is longer is a question. */
  private static final int MOST_NAMES = 3;

  /** Commands read no input of their own. */
  private static final InputReader NO_INPUT = new InputReader() {
  };

  private final CommandRegistry registry;
  private final CommandExecutor executor;
  private final CurrentRoom room;
  private final Screen screen;

  Commands(CommandRegistry registry, CurrentRoom room, Screen screen) {
    this.room = room;
    this.registry = registry;
    this.executor = new CommandExecutor(registry);
    this.screen = screen;
  }

  /**
   * Carries out one command.
   *
   * @return the exit status
   * @throws UsageException if there is no such command or it is used wrongly
   */
  int execute(List<String> words) {
    String name = words.getFirst();
    if (Words.asksForHelp(words)) {
      return execute(List.of(HelpCommand.NAME));
    }
    if (Words.asksForHelp(words.subList(1, words.size()))) {
      return execute(List.of(HelpCommand.NAME, name));
    }
    Command command = registry.getCommandByName(name);
    if (command == null) {
      throw unknown(words);
    }
    return execute(Words.parse(name, command.getOptions(), words.subList(1, words.size())));
  }

  /** Asks a question, whatever its words look like. */
  int ask(String question) {
    return execute(Words.parse(AskCommand.NAME, List.of(), List.of("--", question)));
  }

  /** Carries out a command in the collection that is chosen, or for once in another that it names. */
  private int execute(ParsedInput parsed) {
    Optional<String> collection = parsed.options().stream()
        .filter(option -> String.valueOf(Options.COLLECTION.longName()).equals(option.longName()))
        .map(CommandOption::value).filter(Objects::nonNull).reduce((earlier, later) -> later);
    if (collection.isPresent() && !AddCommand.NAME.equals(parsed.commandName())) {
      return room.within(collection.get(), () -> carryOut(parsed));
    }
    String chosen = room.chosen();
    if (!room.renew()) {
      screen.remark("“" + chosen + "” is no longer there; the built-in collection is in use again.");
    }
    return carryOut(parsed);
  }

  private int carryOut(ParsedInput parsed) {
    try {
      return executor.execute(new CommandContext(parsed, registry, screen.out(), NO_INPUT)).code();
    } catch (CommandExecutionException | CommandNotFoundException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      screen.out().flush();
    }
  }

  /**
   * Tells whether a typed line is a command rather than a question: it starts with a command's name, and
   * what follows is what the command can take.
   */
  boolean isCommand(List<String> words) {
    if (words.size() == 1 && Mode.SERVERS.containsKey(words.getFirst())) {
      return true;
    }
    Command command = words.isEmpty() ? null : registry.getCommandByName(words.getFirst());
    if (command == null) {
      return false;
    }
    List<String> rest = words.subList(1, words.size());
    if (OF_TEXT.contains(command.getName()) || rest.isEmpty() || rest.getFirst().startsWith("-")) {
      return true;
    }
    return switch (command.getName()) {
      case ShowCommand.NAME, OpenCommand.NAME, CiteCommand.NAME, CopyCommand.NAME, ResumeCommand.NAME ->
        rest.getFirst().matches("\\[?\\d+\\]?");
      case ClaimsCommand.NAME -> rest.size() == 1 && rest.getFirst().matches("\\d+|" + ClaimsCommand.NEXT);
      case HelpCommand.NAME -> rest.size() == 1 && isCommand(rest);
      case CompletionCommand.NAME, UseCommand.NAME, FilesCommand.NAME, UpdateCommand.NAME,
          RemoveCommand.NAME ->
        rest.size() == 1;
      case AddCommand.NAME -> AddCommand.isPath(rest.getFirst());
      case ExportCommand.NAME -> rest.size() == 1 || rest.get(1).startsWith("--");
      case PeopleCommand.NAME -> rest.size() <= MOST_NAMES && !rest.getLast().endsWith("?");
      default -> false;
    };
  }

  /**
   * Finds the command that a typed line was meant to be, where its first word is nearly a name and what follows is
   * what that command can take.
   */
  Optional<String> meant(List<String> words) {
    if (words.isEmpty() || words.getFirst().length() < LEAST_LETTERS || isCommand(words)) {
      return Optional.empty();
    }
    return Nearest.to(words.getFirst(), NAMES).filter(name -> name.length() >= LEAST_LETTERS)
        .filter(name -> registry.getCommandByName(words.getFirst()) == null)
        .filter(name -> isCommand(
            Stream.concat(Stream.of(name), words.stream().skip(1)).toList()));
  }

  private static UsageException unknown(List<String> words) {
    String name = Lines.cut(words.getFirst(), 40);
    if (name.equals(Mode.SERVE)) {
      return new UsageException("The server is started outside the chat: reading-room " + Mode.SERVE_USAGE);
    }
    if (name.equals(Mode.MCP)) {
      return new UsageException(
          "The server of an assistant is started outside the chat: reading-room " + Mode.MCP);
    }
    List<String> known = Stream.concat(NAMES.stream(), Stream.of(Mode.SERVE, Mode.MCP)).toList();
    String hint = Nearest.to(words.getFirst(), known).map(near -> "did you mean “" + near + "”?")
        .orElse(words.size() > 1 || name.contains(" ")
            ? "to ask a question, write: reading-room ask " + Lines.cut(String.join(" ", words), 60)
            : "there are " + String.join(", ", known) + ".");
    return new UsageException("There is no command “" + name + "”; " + hint);
  }
}
