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
      help(Door.SERVE_USAGE, Door.SERVE_OPTIONS, out);
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
    Lines.wrap("Reading Room answers questions about a collection of documents with quotations from them.",
        screen.width(), "").forEach(out::println);
    out.println();
    row("(no command)", "opens a chat: whatever is not a command there is a question", out);
    for (String name : Commands.NAMES) {
      Command command = context.commandRegistry().getCommandByName(name);
      if (command != null) {
        row(name, command.getDescription(), out);
      }
    }
    row(Door.SERVE, "answers over HTTP", out);
    out.println();
    Lines.wrap("“help <command>” tells its options. Exit status: 0 answered, 3 not in the documents, "
        + "2 not understood, 1 failed.", screen.width(), "").forEach(out::println);
  }

  private void row(String name, String description, PrintWriter out) {
    Lines.wrap(description, screen.width(), String.format("  %-14s ", name), " ".repeat(17))
        .forEach(out::println);
  }
}
