package org.readingroom.evaluation;

/** Is told how far an evaluation is. */
@FunctionalInterface
public interface EvaluationProgress {

  /** Ignores what it is told. */
  EvaluationProgress SILENT = (done, total) -> {};

  /** Is called after each judged question. */
  void judged(int done, int total);
}
