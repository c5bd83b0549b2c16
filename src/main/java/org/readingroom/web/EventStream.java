package org.readingroom.web;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * A stream of server-sent events to one client, who may leave at any time. Events wait in line for the thread that
 * writes them, so that a client that reads slowly, or not at all, keeps no answer from being finished.
 */
final class EventStream {

  /** How many events may wait; a client that is so far behind counts as gone. */
  static final int MAX_WAITING = 10_000;

  private final SseEmitter emitter = new Emitter();
  /** Holds what is to be written; nothing stands for the end. */
  private final BlockingQueue<Optional<SseEventBuilder>> events = new LinkedBlockingQueue<>();
  private volatile boolean over;
  private boolean started;

  /** What a client is replied with; it has proxies pass events on as they come. */
  private static final class Emitter extends SseEmitter {

    Emitter() {
      super(0L);
    }

    @Override
    protected void extendResponse(ServerHttpResponse reply) {
      super.extendResponse(reply);
      reply.getHeaders().set("X-Accel-Buffering", "no");
    }
  }

  EventStream() {
    emitter.onCompletion(() -> over = true);
    emitter.onError(left -> over = true);
  }

  /** Returns what the client is replied with. */
  SseEmitter emitter() {
    return emitter;
  }

  /** Returns whether nobody listens any more. */
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
   * Sends a comment, by which proxies and clients see that the work goes on, unless others still wait.
   *
   * @return whether somebody still listens
   */
  boolean heartbeat() {
    if (events.isEmpty()) {
      send(SseEmitter.event().comment("still at it"));
    }
    return !over;
  }

  private synchronized void send(SseEventBuilder event) {
    if (!over) {
      started = true;
      events.add(Optional.of(event));
      over = events.size() > MAX_WAITING;
    }
  }

  /** Ends the stream when all that was sent is written. */
  void end() {
    events.add(Optional.empty());
  }

  /** Writes what is sent, until the end or until the client has gone. */
  void write() {
    try {
      for (Optional<SseEventBuilder> next = events.take(); !over && next.isPresent(); next = events.take()) {
        emitter.send(next.get());
      }
      over = true;
      emitter.complete();
    } catch (IOException | IllegalStateException left) {
      over = true;
    } catch (InterruptedException e) {
      over = true;
      Thread.currentThread().interrupt();
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
