package org.readingroom.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Citation;
import org.readingroom.answer.SupportedClaim;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.ClaimReply;
import org.readingroom.reply.PassageReply;
import org.readingroom.reply.Sources;
import org.readingroom.search.RetrievedPassage;

/** Sends an answer as events while it is made. */
final class AnswerEvents implements AnswerListener {

  private final EventStream stream;
  private final Sources sources;

  AnswerEvents(EventStream stream, Sources sources) {
    this.stream = stream;
    this.sources = sources;
  }

  /** The data of a {@code retrieval} event. */
  @Schema(description = "The passages that the answer is made from, the best first.")
  record RetrievalEvent(List<PassageReply> passages) {}

  /** The data of a {@code delta} event. */
  @Schema(description = "The next words of the answer.")
  record DeltaEvent(String text) {}

  @Override
  public void retrieved(List<RetrievedPassage> passages) {
    stream.send("retrieval", new RetrievalEvent(passages.stream().map(PassageReply::of).toList()));
  }

  @Override
  public void wrote(String words) {
    stream.send("delta", new DeltaEvent(words));
  }

  @Override
  public void cited(Citation citation) {
    stream.send("citation", CitationReply.of(citation, sources));
  }

  @Override
  public void claimed(SupportedClaim claim) {
    stream.send("claim", ClaimReply.of(claim));
  }

  @Override
  public boolean isCancelled() {
    return stream.isOver();
  }
}
