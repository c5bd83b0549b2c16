package org.readingroom.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Citation;
import org.readingroom.conversation.Turn;

/** Remembers which citation of the last answer was looked at. */
final class CitationWalk {

  private final LastAnswer last;
  private final Dialogue dialogue;
  private @Nullable String answer;
  private int marker;

  CitationWalk(LastAnswer last, Dialogue dialogue) {
    this.last = last;
    this.dialogue = dialogue;
  }

  /** Goes to the citation of a marker. */
  Citation to(String word) {
    Turn turn = last.turn();
    Citation citation = LastAnswer.citation(OpenCommand.NAME, word, turn);
    answer = turn.id();
    marker = citation.marker();
    return citation;
  }

  /**
   * Goes some citations on or back; the first step in an answer goes to its first citation.
   *
   * @throws UsageException if there are no more, and outside the chat, where nothing was opened before
   */
  Citation by(String command, int step) {
    dialogue.requireChat(command);
    Turn turn = last.turn();
    List<Citation> citations = LastAnswer.citations(turn);
    int wanted = turn.id().equals(answer) ? marker + step : 1;
    Citation citation = citations.stream().filter(each -> each.marker() == wanted).findFirst()
        .orElseThrow(() -> new UsageException(
            step > 0 ? "That was the last citation." : "That was the first citation."));
    answer = turn.id();
    marker = wanted;
    return citation;
  }
}
