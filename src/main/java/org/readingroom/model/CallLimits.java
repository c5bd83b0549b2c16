package org.readingroom.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/**
 * Says until when a call of a language model is waited for.
 *
 * @param deadline the end by {@link System#nanoTime}
 * @param cancelled tells whether nobody wants the reply any more; asked often, on the caller's thread
 */
public record CallLimits(long deadline, BooleanSupplier cancelled) {

  /** The attribute of a user's message that holds them. */
  public static final String ATTRIBUTE = "limits";

  /** Returns limits that end some time from now. */
  public static CallLimits within(Duration time, BooleanSupplier cancelled) {
    return new CallLimits(System.nanoTime() + time.toNanos(), cancelled);
  }

  /** Returns the same limits with an earlier end, where a share of what is left ends earlier. */
  public CallLimits share(double share) {
    return new CallLimits(System.nanoTime() + (long) (Math.max(0, nanosLeft()) * share), cancelled);
  }

  long nanosLeft() {
    return deadline - System.nanoTime();
  }

  /** Returns the limits that the last message of the user carries, or that much time from now. */
  static CallLimits of(ChatRequest request, Duration otherwise) {
    return UserMessage.findLast(new ArrayList<>(request.messages()))
        .map(message -> message.attribute(ATTRIBUTE, CallLimits.class))
        .orElseGet(() -> within(otherwise, () -> false));
  }
}
