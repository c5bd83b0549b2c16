package org.readingroom.shell;

import org.readingroom.collection.Collection;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Chooses the collection that the chat is about. */
final class UseCommand extends AbstractCommand {

  static final String NAME = "use";

  private final CurrentRoom room;
  private final Dialogue dialogue;

  UseCommand(CurrentRoom room, Dialogue dialogue) {
    super(NAME, "chooses the collection to ask (in the chat)", "",
        "use <collection>, use <collection>,<collection>, or use all", false);
    this.room = room;
    this.dialogue = dialogue;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    dialogue.requireChat(NAME);
    String id = Words.unquoted(Words.text(context.parsedInput()));
    if (id.isBlank()) {
      throw new UsageException("“use” wants the name of a collection; “collections” lists them.");
    }
    room.use(id);
    dialogue.startAnew();
    Collection collection = room.of(Collection.class).get();
    int documents = collection.documents().size();
    context.outputWriter().println(
        collection.title() + ", " + documents + (documents == 1 ? " document." : " documents.")
            + " A new conversation.");
    return ExitStatus.OK;
  }
}
