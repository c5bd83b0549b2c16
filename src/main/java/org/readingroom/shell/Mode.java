package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.SearchAhead;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/** Says how the program is used this time: as a server, by an assistant, as a chat, or for one command. */
sealed interface Mode {

  /**
   * Answers over HTTP until it is stopped.
   *
   * @param port the port to listen on; null leaves it to the settings
   * @param address the address to listen on; null leaves it to the settings
   */
  record Server(@Nullable Integer port, @Nullable String address) implements Mode {

    /** Returns the arguments that tell Spring Boot the same. */
    String[] settings() {
      List<String> settings = new ArrayList<>();
      if (port != null) {
        settings.add("--server.port=" + port);
      }
      if (address != null) {
        settings.add("--server.address=" + address);
      }
      return settings.toArray(String[]::new);
    }
  }

  /** Answers the assistant that started it, in the Model Context Protocol. */
  record Assistant() implements Mode {}

  /** Answers whoever types at it, in one conversation. */
  record Chat() implements Mode {}

  /** Carries out one command and ends. */
  record OneCommand(List<String> words) implements Mode {

    public OneCommand {
      words = List.copyOf(words);
    }

    /** Returns what the command needs soonest, to be got ready while the program starts. */
    Optional<SearchAhead> ahead() {
      String command = words.getFirst();
      if (Words.asksForHelp(words.subList(1, words.size()))) {
        return Optional.empty();
      }
      if (words.stream().anyMatch(word -> word.startsWith("--" + Options.COLLECTION.longName()))) {
        return Optional.empty(); // What is needed is not the built-in collection's.
      }
      return SEARCHING.contains(command)
          ? Optional.of(new SearchAhead(true))
          : Optional.of(new SearchAhead(false)).filter(ahead -> READING.contains(command));
    }
  }

  /** The commands that search the index, and those that only read the documents. */
  Set<String> SEARCHING = Set.of(AskCommand.NAME, SearchCommand.NAME);
  Set<String> READING = Set.of(VerifyCommand.NAME, DocumentsCommand.NAME, ShowCommand.NAME,
      PeopleCommand.NAME, TimelineCommand.NAME, SourcesCommand.NAME, OpenCommand.NAME, CiteCommand.NAME,
      CopyCommand.NAME, ExportCommand.NAME);

  /** The word that starts the server. */
  String SERVE = "serve";

  /** What the server can be told. */
  List<CommandOption> SERVE_OPTIONS = List.of(
      Options.value("port", "the port to listen on, 8080 unless told"),
      Options.value("address", "the address to listen on, 127.0.0.1 unless told: only this machine"));

  /** How the server is started, in one line. */
  String SERVE_USAGE = "serve [--port <number>] [--address <address>]";

  /** The word that starts the server of an assistant, which takes no options. */
  String MCP = "mcp";

  /** The words that are no commands but start a server, with what help says of them. */
  Map<String, String> SERVERS = Map.of(SERVE, "answers over HTTP", MCP,
      "answers an assistant, such as Claude or an editor, that starts it (Model Context Protocol)");

  /**
   * Chooses by the arguments of the program.
   *
   * @throws UsageException if they ask for a server in a way that is not understood
   */
  static Mode of(String... arguments) {
    if (arguments.length == 0) {
      return new Chat();
    }
    List<String> words = List.of(arguments);
    if (!SERVERS.containsKey(words.getFirst()) || Words.asksForHelp(words.subList(1, words.size()))) {
      return new OneCommand(words);
    }
    if (words.getFirst().equals(MCP)) {
      if (words.size() > 1) {
        throw new UsageException("The server of an assistant is started with: reading-room " + MCP);
      }
      return new Assistant();
    }
    ParsedInput parsed = Words.parse(SERVE, SERVE_OPTIONS, words.subList(1, words.size()));
    if (!parsed.arguments().isEmpty()) {
      throw new UsageException("The server is started with: reading-room " + SERVE_USAGE);
    }
    Integer port = null;
    String address = null;
    for (CommandOption option : parsed.options()) {
      if ("port".equals(option.longName())) {
        port = Options.number(option, 0, 65_535);
      } else {
        address = option.value();
      }
    }
    return new Server(port, address);
  }
}
