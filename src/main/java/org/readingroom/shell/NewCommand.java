package org.readingroom.shell;

import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Starts another conversation. */
final class NewCommand extends AbstractCommand {

  static final String NAME = "new";

  private final Dialogue dialogue;

  NewCommand(Dialogue dialogue) {
    super(NAME, "starts another conversation (in the chat)", "", NAME, false);
    this.dialogue = dialogue;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    dialogue.requireChat(NAME);
    dialogue.startAnew();
    context.outputWriter().println("A new conversation.");
    return ExitStatus.OK;
  }
}
