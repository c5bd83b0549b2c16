package org.readingroom.mcp;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request while it is worked on: it can be cancelled, and tells how far it is where its client wants to know. */
final class Call {

  private final Exchange exchange;
  private final String address;
  private final @Nullable JsonNode progressToken;
  private final Consumer<Progress> progress;
  private volatile boolean cancelled;
  private int steps;

  /** How far a request is; {@code step} rises from 1. */
  record Progress(JsonNode token, int step, String message) {}

  Call(Exchange exchange, String address, @Nullable JsonNode progressToken, Consumer<Progress> progress) {
    this.exchange = exchange;
    this.address = address;
    this.progressToken = progressToken;
    this.progress = progress;
  }

  /** Returns the address of the page that links to documents go to, without a slash at its end. */
  String address() {
    return address;
  }

  void cancel() {
    cancelled = true;
  }

  /** Returns whether the reply is not wanted any more. */
  boolean isCancelled() {
    return cancelled || exchange.isOver();
  }

  /** Tells the client that another step is done, unless it does not want to know. */
  void progress(String message) {
    if (progressToken != null && !isCancelled()) {
      progress.accept(new Progress(progressToken, ++steps, message));
    }
  }
}
