package org.readingroom.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.ClaimReply;
import org.readingroom.web.ChatCompletions.Annotation;
import org.readingroom.web.ChatCompletions.Chunk;
import org.readingroom.web.ChatCompletions.ChunkChoice;
import org.readingroom.web.ChatCompletions.Delta;
import org.readingroom.web.ChatCompletions.Usage;

/** Sends an answer in pieces as the OpenAI API does. */
final class ChatStream implements AnswerListener {

  private final EventStream stream;
  private final String id;
  private final long created;
  private boolean begun;

  ChatStream(EventStream stream, String id, long created) {
    this.stream = stream;
    this.id = id;
    this.created = created;
  }

  @Override
  public void wrote(String words) {
    send(new Delta(begun ? null : "assistant", words, null), null, null, null);
    begun = true;
  }

  @Override
  public boolean isCancelled() {
    return stream.isOver();
  }

  /**
   * Ends the answer with what it cites and claims.
   *
   * @param usage how many tokens were read and written; null where nobody asked
   */
  void finish(List<Annotation> annotations, List<CitationReply> citations, List<ClaimReply> claims,
      @Nullable Usage usage) {
    send(new Delta(null, null, annotations), "stop", citations, claims);
    if (usage != null) {
      stream
          .send(new Chunk(id, "chat.completion.chunk", created, ChatCompletions.MODEL, List.of(), null, null,
              usage));
    }
    stream.sendText("[DONE]");
  }

  private void send(Delta delta, @Nullable String finishReason, @Nullable List<CitationReply> citations,
      @Nullable List<ClaimReply> claims) {
    stream.send(new Chunk(id, "chat.completion.chunk", created, ChatCompletions.MODEL,
        List.of(new ChunkChoice(0, delta, finishReason)), citations, claims, null));
  }
}
