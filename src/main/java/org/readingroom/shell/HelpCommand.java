package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Says what the program can be told to do. */
final class HelpCommand extends AbstractCommand {

  static final String NAME = "help";

  private final Screen screen;

  HelpCommand(Screen screen) {
    super(NAME, "explains the commands, or one of them", "", "help [<command>]", false);
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String name = Words.text(context.parsedInput());
    PrintWriter out = context.outputWriter();
    if (name.isBlank()) {
      overview(context, out);
      return ExitStatus.OK;
    }
    if (name.equals(Door.SERVE)) {
      out.println(Door.SERVE_USAGE);
      return ExitStatus.OK;
    }
    Command command = context.commandRegistry().getCommandByName(name);
    if (command == null) {
      throw new UsageException("There is no command “" + name + "”; “help” lists them.");
    }
    Lines.wrap(command.getHelp(), screen.width(), "").forEach(out::println);
    for (CommandOption option : command.getOptions()) {
      String letter = option.shortName() == ' ' ? "" : "-" + option.shortName() + ", ";
      out.println(String.format("  %-16s %s", letter + "--" + option.longName(), option.description()));
    }
    return ExitStatus.OK;
  }

  private void overview(CommandContext context, PrintWriter out) {
    out.println("Reading Room answers questions about a collection of documents with quotations from them.");
    out.println();
    out.println(row("(no command)", "opens a chat: whatever is not a command there is a question"));
    for (String name : Commands.NAMES) {
      Command command = context.commandRegistry().getCommandByName(name);
      if (command != null) {
        out.println(row(name, command.getDescription()));
      }
    }
    out.println(row(Door.SERVE, "answers over HTTP: " + Door.SERVE_USAGE));
    out.println();
    out.println("“help <command>” tells its options. Exit status: " + String.join(", ",
        List.of("0 answered", "3 not in the documents", "2 not understood", "1 failed")) + ".");
  }

  private static String row(String name, String description) {
    return String.format("  %-14s %s", name, description);
  }
}
