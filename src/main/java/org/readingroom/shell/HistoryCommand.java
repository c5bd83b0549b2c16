package org.readingroom.shell;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.reply.ConversationReply;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists the conversations that are kept, those of the web too. */
final class HistoryCommand extends AbstractCommand {

  static final String NAME = "history";

  private static final int USUAL = 20;
  private static final CommandOption COUNT = Options.value('n', "count",
      "how many conversations; " + USUAL + " unless told");
  private static final DateTimeFormatter CHANGED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Supplier<Conversations> conversations;
  private final Dialogue dialogue;
  private final JsonMapper json;
  private final Screen screen;

  HistoryCommand(Supplier<Conversations> conversations, Dialogue dialogue, JsonMapper json, Screen screen) {
    super(NAME, "lists the conversations", "", "history [-n 20] [--json]", false);
    setOptions(List.of(COUNT, Options.JSON));
    this.conversations = conversations;
    this.dialogue = dialogue;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    int count = Options.number(context, COUNT, USUAL, 1, Integer.MAX_VALUE);
    List<Conversation> kept = conversations.get().list();
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(kept.stream().limit(count).map(ConversationReply::of).toList()));
      return ExitStatus.OK;
    }
    if (kept.isEmpty()) {
      out.println("No conversation is kept yet.");
    }
    for (int i = 0; i < Math.min(count, kept.size()); i++) {
      Conversation each = kept.get(i);
      String row = String.format("%s%3d  %s  %s", each.id().equals(dialogue.id()) ? "*" : " ", i + 1,
          CHANGED.format(each.changed().atZone(ZoneId.systemDefault())), each.title());
      out.println(screen.cut(row));
    }
    if (kept.size() > count) {
      out.println("and " + (kept.size() - count) + " more; “history -n " + kept.size() + "” shows them.");
    }
    return ExitStatus.OK;
  }
}
