package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Goes back to a conversation that is kept. */
final class ResumeCommand extends AbstractCommand {

  static final String NAME = "resume";

  private final Supplier<Conversations> conversations;
  private final Dialogue dialogue;
  private final Screen screen;

  ResumeCommand(Supplier<Conversations> conversations, Dialogue dialogue, Screen screen) {
    super(NAME, "goes on with one of them (in the chat)", "", "resume [<n>]", false);
    this.conversations = conversations;
    this.dialogue = dialogue;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    dialogue.requireChat(NAME);
    String word = Words.text(context.parsedInput());
    List<Conversation> kept = conversations.get().list();
    if (kept.isEmpty()) {
      throw new UsageException("No conversation is kept yet.");
    }
    Conversation chosen = kept
        .get(word.isBlank() ? 0 : Options.number("“resume”", word, 1, kept.size()) - 1);
    List<Turn> turns = conversations.get().turns(chosen.id());
    dialogue.continues(chosen.id());
    PrintWriter out = context.outputWriter();
    Lines.wrap("“" + chosen.title() + "”, " + turns.size() + (turns.size() == 1 ? " question" : " questions")
        + ". The last:", screen.width(), "").forEach(out::println);
    out.println();
    Lines.wrap(turns.getLast().question().text(), screen.width(), "? ", "  ").stream()
        .map(screen.ink()::bold).forEach(out::println);
    out.println();
    new AnswerPage(screen.width(), screen.ink()).lines(turns.getLast().answer()).forEach(out::println);
    return ExitStatus.OK;
  }
}
