package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.ModelTrace;

/** Measures what a language model does in one answer. */
final class ModelMeasure implements AnswerListener {

  private final long start = System.nanoTime();
  private @Nullable Double firstWords;
  private @Nullable ModelTrace trace;

  @Override
  public void wrote(String words) {
    if (firstWords == null) {
      firstWords = (System.nanoTime() - start) / 1e9;
    }
  }

  @Override
  public void judged(ModelTrace judged) {
    trace = judged;
  }

  /** Returns the figures of the answer; none where no language model was asked. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    ModelTrace said = trace;
    if (said == null) {
      return figures;
    }
    if (firstWords != null) {
      figures.put(Figures.FIRST_WORDS, firstWords);
    }
    if (said.claims() > 0) {
      figures.put(Figures.UNSUPPORTED, (double) said.unsupported() / said.claims());
    }
    if (said.quotations() > 0) {
      figures.put(Figures.MISQUOTED, (double) said.misquoted() / said.quotations());
    }
    return figures;
  }
}
