package org.readingroom.web;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.readingroom.answer.AnswerCancelledException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Does the work behind event streams, and keeps them open while it takes long. */
final class EventStreams {

  private final AnswerGate gate;
  private final Duration heartbeat;

  EventStreams(AnswerGate gate, WebSettings settings) {
    this.gate = gate;
    this.heartbeat = settings.heartbeat();
  }

  /**
   * Opens a stream that the work writes to. A fault before the first event is replied to with its status.
   *
   * @param failed tells the client of a later one
   */
  SseEmitter open(Consumer<EventStream> work, BiConsumer<EventStream, ProblemDetail> failed) {
    EventStream stream = new EventStream();
    Thread.ofVirtual().name("event-stream").start(stream::write);
    Thread.ofVirtual().name("event-stream-work").start(() -> run(stream, work, failed));
    return stream.emitter();
  }

  private void run(EventStream stream, Consumer<EventStream> work,
      BiConsumer<EventStream, ProblemDetail> failed) {
    try {
      // The first beat replies with 200, so it waits until the answer has its turn.
      gate.pass(() -> {
        try (Beat beat = new Beat(heartbeat, stream::heartbeat)) {
          work.accept(stream);
        }
        return stream;
      });
    } catch (AnswerCancelledException left) {
      // Nobody is there to be told.
    } catch (RuntimeException | Error fault) {
      if (!stream.isOver() && !stream.refuse(fault)) {
        failed.accept(stream, ProblemAdvice.problem(fault));
      }
    } finally {
      stream.end();
    }
  }
}
