package org.readingroom.shell;

import java.util.function.BooleanSupplier;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.ForwardingListener;

/**
 * Passes an answer on while it is made, until someone wants it stopped.
 *
 * @param listener hears the answer
 * @param stopped tells whether it is to be stopped
 */
record Stoppable(AnswerListener listener, BooleanSupplier stopped) implements ForwardingListener {

  @Override
  public boolean isCancelled() {
    return stopped.getAsBoolean() || listener.isCancelled();
  }
}
