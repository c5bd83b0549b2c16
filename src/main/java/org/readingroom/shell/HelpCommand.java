package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Says what the program can be told to do. */
final class HelpCommand extends AbstractCommand {

  static final String NAME = "help";

  private static final String ROW = "%-8s %-14s ";
  private static final int HANGING = 24;

  /** A group of commands; each row names one, or several that share a description. */
  private record Group(String title, List<String> rows) {}

  private static final List<Group> GROUPS = List.of(
      new Group("Ask", List.of(AskCommand.NAME, SearchCommand.NAME, VerifyCommand.NAME)),
      new Group("Look", List.of(DocumentsCommand.NAME, ShowCommand.NAME, PeopleCommand.NAME,
          TimelineCommand.NAME)),
      new Group("Cite", List.of(SourcesCommand.NAME, OpenCommand.NAME,
          OpenCommand.NEXT + ", " + OpenCommand.PREVIOUS, ClaimsCommand.NAME, CiteCommand.NAME,
          CopyCommand.NAME)),
      new Group("Keep", List.of(NewCommand.NAME, HistoryCommand.NAME, ResumeCommand.NAME,
          ExportCommand.NAME)),
      new Group("Collect", List.of(AddCommand.NAME, UpdateCommand.NAME, RemoveCommand.NAME,
          CollectionsCommand.NAME, FilesCommand.NAME, UseCommand.NAME)),
      new Group("Run",
          List.of(Mode.SERVE, Mode.MCP, IndexCommand.NAME, EvaluateCommand.NAME, BenchmarkCommand.NAME,
              ModelsCommand.NAME, DoctorCommand.NAME, CompletionCommand.NAME, HelpCommand.NAME)));

  private final Screen screen;

  HelpCommand(Screen screen) {
    super(NAME, "explains the commands, or one of them", "", "help [<command>]", false);
    this.screen = screen;
  }

  /** Returns the names of all commands in the order in which help tells of them; the servers are none. */
  static List<String> names() {
    return GROUPS.stream().flatMap(group -> group.rows().stream())
        .flatMap(names -> Stream.of(names.split(", "))).filter(name -> !Mode.SERVERS.containsKey(name))
        .toList();
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String name = Words.text(context.parsedInput());
    PrintWriter out = context.outputWriter();
    if (name.isBlank()) {
      overview(context, out);
      return ExitStatus.OK;
    }
    if (name.equals(Mode.SERVE)) {
      help(Mode.SERVE_USAGE, Mode.SERVE_OPTIONS, out);
      return ExitStatus.OK;
    }
    if (name.equals(Mode.MCP)) {
      help(Mode.MCP, List.of(), out);
      return ExitStatus.OK;
    }
    Command command = context.commandRegistry().getCommandByName(name);
    if (command == null) {
      throw new UsageException("There is no command “" + name + "”; “help” lists them.");
    }
    help(command.getHelp(), command.getOptions(), out);
    return ExitStatus.OK;
  }

  private void help(String usage, List<CommandOption> options, PrintWriter out) {
    Lines.wrap(usage, screen.width(), "", "    ").forEach(out::println);
    for (CommandOption option : options) {
      String letter = option.shortName() == ' ' ? "" : "-" + option.shortName() + ", ";
      row(letter + "--" + option.longName(), String.valueOf(option.description()), out);
    }
  }

  private void overview(CommandContext context, PrintWriter out) {
    write("Reading Room answers questions about documents with quotations from them.", out);
    write("“reading-room” alone opens a chat: there, what is no command is a question.", out);
    for (Group group : GROUPS) {
      String title = group.title();
      for (String names : group.rows()) {
        String first = names.split(", ")[0];
        Command command = context.commandRegistry().getCommandByName(first);
        if (command != null || Mode.SERVERS.containsKey(first)) {
          String says = String
              .valueOf(command == null ? Mode.SERVERS.get(first) : command.getDescription());
          Lines.wrap(says, screen.width(), String.format(ROW, title, names), " ".repeat(HANGING))
              .forEach(out::println);
          title = "";
        }
      }
    }
    write(
        "“help ask” tells the options of “ask”. Tab completes, a backslash at the end has a line go on, Ctrl-R searches what was typed, Alt-S shows"
            + " what supports the next sentence of an answer, Ctrl-C stops an answer, Ctrl-D leaves. Exit status: 0 answered, 3 not in the documents, 4 not all files indexed, 2 not"
            + " understood, 1 failed.",
        out);
  }

  private void write(String text, PrintWriter out) {
    Lines.wrap(text, screen.width(), "").forEach(out::println);
  }

  private void row(String name, String description, PrintWriter out) {
    Lines.wrap(description, screen.width(), String.format("  %-14s ", name), " ".repeat(17))
        .forEach(out::println);
  }
}
