package org.readingroom.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Citation;
import org.readingroom.search.RetrievedPassage;

/**
 * Passes an answer on while it is made, until someone wants it stopped.
 *
 * @param listener hears the answer
 * @param stopped tells whether it is to be stopped
 */
record Stoppable(AnswerListener listener, BooleanSupplier stopped) implements AnswerListener {

  @Override
  public void retrieved(List<RetrievedPassage> passages) {
    listener.retrieved(passages);
  }

  @Override
  public void wrote(String words) {
    listener.wrote(words);
  }

  @Override
  public void cited(Citation citation) {
    listener.cited(citation);
  }

  @Override
  public boolean isCancelled() {
    return stopped.getAsBoolean() || listener.isCancelled();
  }
}
