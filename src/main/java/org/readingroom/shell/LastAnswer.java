package org.readingroom.shell;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.answer.Citation;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;

/**
 * Finds the answer that was given last: in this conversation, or outside the chat in the one that is kept
 * and was changed last.
 */
final class LastAnswer {

  private final Supplier<Conversations> conversations;
  private final Dialogue dialogue;
  private final Screen screen;

  LastAnswer(Supplier<Conversations> conversations, Dialogue dialogue, Screen screen) {
    this.conversations = conversations;
    this.dialogue = dialogue;
    this.screen = screen;
  }

  /**
   * Returns the last question with its answer.
   *
   * @throws UsageException if nothing was asked yet
   */
  Turn turn() {
    String id = dialogue.id();
    if (id != null) {
      return conversations.get().turns(id).getLast();
    }
    Turn turn = conversations.get().turns(changedLast().id()).getLast();
    screen.remark("From the answer to: " + Lines.cut(turn.question().text(), Screen.DEFAULT_WIDTH));
    return turn;
  }

  /**
   * Returns the id of the conversation that the answer is part of.
   *
   * @throws UsageException if nothing was asked yet
   */
  String conversation() {
    String id = dialogue.id();
    if (id != null) {
      return id;
    }
    Conversation conversation = changedLast();
    screen.remark("From the conversation: " + Lines.cut(conversation.title(), Screen.DEFAULT_WIDTH));
    return conversation.id();
  }

  private Conversation changedLast() {
    List<Conversation> kept = dialogue.isLasting() ? List.of() : conversations.get().list();
    if (kept.isEmpty()) {
      throw new UsageException("There is no answer yet; ask a question in the chat first.");
    }
    return kept.getFirst();
  }

  /**
   * Returns the citations of an answer.
   *
   * @throws UsageException if it has none
   */
  static List<Citation> citations(Turn turn) {
    if (!turn.answer().citations().isEmpty()) {
      return turn.answer().citations();
    }
    throw new UsageException(turn.answer().isAnswer()
        ? "The last answer has no citations."
        : "The last question has no answer, hence no citations.");
  }

  /**
   * Returns the citation of a marker, such as {@code 2} or {@code [2]}.
   *
   * @throws UsageException if there is none
   */
  Citation citation(String command, String word) {
    return citation(command, word, turn());
  }

  /** Returns the citation of a marker in the answer of a turn. */
  static Citation citation(String command, String word, Turn turn) {
    requireNumber(command, word);
    int marker = Options.number("“" + command + "”", word.replaceAll("^\\[(\\d+)\\]$", "$1"), 1,
        Integer.MAX_VALUE);
    List<Citation> citations = citations(turn);
    return citations.stream().filter(citation -> citation.marker() == marker).findFirst()
        .orElseThrow(() -> new UsageException("The last answer has no citation " + marker + "; it has "
            + citations.size() + "."));
  }

  private static void requireNumber(String command, String word) {
    if (word.isBlank()) {
      throw new UsageException(
          "“" + command + "” wants the number of a citation, such as: " + command + " 1");
    }
  }
}
