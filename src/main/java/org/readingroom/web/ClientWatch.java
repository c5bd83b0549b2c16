package org.readingroom.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;
import org.readingroom.search.RetrievedPassage;
import org.springframework.http.MediaType;

/**
 * Watches whether the client of a JSON reply is still there while its answer is written.
 *
 * <p>
 * A servlet container does not tell; only what is sent fails, some time after the client has gone. So a space is
 * sent before the reply now and then, which JSON allows. The first one settles the status: it is sent when the
 * passages are found and only a language model keeps the answer waiting, whose faults are no faults of the reply.
 */
final class ClientWatch implements AnswerListener, AutoCloseable {

  private final HttpServletResponse response;
  private final Duration probe;
  private @Nullable Beat beat;
  private volatile boolean gone;

  ClientWatch(HttpServletResponse response, Duration probe) {
    this.response = response;
    this.probe = probe;
  }

  @Override
  public void retrieved(List<RetrievedPassage> passages) {
    if (beat == null) {
      beat = new Beat(probe, this::isThere);
    }
  }

  @Override
  public boolean isCancelled() {
    return gone;
  }

  private boolean isThere() {
    try {
      if (!response.isCommitted()) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      }
      response.getOutputStream().write(' ');
      response.flushBuffer();
    } catch (IOException left) {
      gone = true;
    }
    return !gone;
  }

  /** Ends the watch, so that the reply can be written. */
  @Override
  public void close() {
    if (beat != null) {
      beat.close();
    }
  }
}
