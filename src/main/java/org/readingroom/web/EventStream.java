package org.readingroom.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Is a stream of server-sent events to one client, who may leave at any time. */
final class EventStream {

  private final SseEmitter emitter = new SseEmitter(0L);
  private volatile boolean over;
  private boolean started;

  EventStream() {
    emitter.onCompletion(() -> over = true);
    emitter.onError(left -> over = true);
  }

  /** Returns what the client is replied with. */
  SseEmitter emitter() {
    return emitter;
  }

  /** Tells whether nobody listens any more. */
  boolean isOver() {
    return over;
  }

  /** Sends an event whose data are JSON. */
  void send(String name, Object data) {
    send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
  }

  /** Sends JSON as an event without a name. */
  void send(Object data) {
    send(SseEmitter.event().data(data, MediaType.APPLICATION_JSON));
  }

  /** Sends words as an event without a name. */
  void sendText(String words) {
    send(SseEmitter.event().data(words, MediaType.TEXT_PLAIN));
  }

  /**
   * Sends a comment, by which proxies and clients see that the work goes on.
   *
   * @return whether somebody still listens
   */
  boolean heartbeat() {
    send(SseEmitter.event().comment("still at it"));
    return !over;
  }

  private synchronized void send(SseEmitter.SseEventBuilder event) {
    if (over) {
      return;
    }
    started = true;
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException left) {
      over = true;
    }
  }

  /** Ends the stream. */
  synchronized void end() {
    if (!over) {
      over = true;
      emitter.complete();
    }
  }

  /**
   * Ends a stream that nothing was sent on as a request that failed, with its status.
   *
   * @return whether that was possible
   */
  synchronized boolean refuse(@Nullable Throwable fault) {
    if (started || over || fault == null) {
      return false;
    }
    over = true;
    emitter.completeWithError(fault);
    return true;
  }
}
