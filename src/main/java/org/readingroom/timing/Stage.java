package org.readingroom.timing;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Names the stages of an answer and times them as {@code reading_room_stage_seconds}.
 *
 * <p>
 * The timers are in Micrometer's global registry, which keeps nothing unless a server adds one that does.
 */
public enum Stage {
  /** Understanding the question: terms, dates, what is wanted. */
  QUERY,
  /** Vectors of the question. */
  EMBED,
  /** Finding passages by words and vectors. */
  SEARCH,
  /** Scoring the spans that may answer. */
  RERANK,
  /** Reading passages for the question. */
  READ,
  /** What the chat model does, retrieval included. */
  ANSWER,
  /** Checking the quotations against their documents. */
  VERIFY;

  /** Does the work and times it, also where it fails. */
  public <T> T time(Supplier<T> work) {
    return Metrics.timer("reading_room.stage", "stage", name().toLowerCase(Locale.ROOT)).record(work);
  }
}
