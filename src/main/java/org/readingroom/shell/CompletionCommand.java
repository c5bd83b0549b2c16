package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Kind;
import org.readingroom.reference.ReferenceFormat;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Writes the script by which a shell completes this program's commands and options. */
final class CompletionCommand extends AbstractCommand {

  static final String NAME = "completion";

  static final List<String> SHELLS = List.of("bash", "zsh");

  /** The commands that mean something only in the chat. */
  private static final Set<String> OF_THE_CHAT = Set.of(NewCommand.NAME, ResumeCommand.NAME, OpenCommand.NEXT,
      OpenCommand.PREVIOUS, UseCommand.NAME);

  CompletionCommand() {
    super(NAME, "writes completion for bash or zsh", "", "completion bash|zsh", false);
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String shell = Words.text(context.parsedInput());
    if (!SHELLS.contains(shell)) {
      throw new UsageException(
          "“completion” wants the name of a shell: " + String.join(" or ", SHELLS) + ".");
    }
    PrintWriter out = context.outputWriter();
    if (shell.equals("zsh")) {
      out.println("autoload -U +X bashcompinit && bashcompinit");
    }
    out.println("_reading_room() {");
    out.println("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=");
    out.println("  if [ \"$COMP_CWORD\" -eq 1 ]; then");
    out.println("    words=\"" + names() + "\"");
    values(out, Options.KIND, Stream.of(Kind.values()).map(Kind::word));
    values(out, CiteCommand.FORMAT, Stream.of(ReferenceFormat.values()).map(ReferenceFormat::word));
    out.println("  else");
    out.println("    case ${COMP_WORDS[1]} in");
    for (String name : Commands.NAMES) {
      String words = words(name, context.commandRegistry().getCommandByName(name));
      if (!words.isEmpty()) {
        out.println("      " + name + ") words=\"" + words + "\" ;;");
      }
    }
    out.println("      " + Mode.SERVE + ") words=\"" + Mode.SERVE_OPTIONS.stream()
        .map(option -> "--" + option.longName()).collect(Collectors.joining(" ")) + "\" ;;");
    out.println("    esac");
    out.println("  fi");
    out.println("  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))");
    out.println("}");
    out.println("complete -o default -F _reading_room reading-room ./reading-room");
    return ExitStatus.OK;
  }

  private static void values(PrintWriter out, CommandOption option, Stream<String> values) {
    out.println("  elif [ \"$before\" = --" + option.longName() + " ]; then");
    out.println("    words=\"" + values.collect(Collectors.joining(" ")) + "\"");
  }

  private static String names() {
    return Stream.concat(Commands.NAMES.stream(), Stream.of(Mode.SERVE, Mode.MCP))
        .filter(name -> !OF_THE_CHAT.contains(name)).collect(Collectors.joining(" "));
  }

  private static String words(String name, @Nullable Command command) {
    return switch (name) {
      case HelpCommand.NAME -> String.join(" ", Commands.NAMES) + " " + Mode.SERVE + " " + Mode.MCP;
      case NAME -> String.join(" ", SHELLS);
      default -> command == null
          ? ""
          : command.getOptions().stream().map(option -> "--" + option.longName())
              .collect(Collectors.joining(" "));
    };
  }
}
