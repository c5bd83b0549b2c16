package org.readingroom.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Answer;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Citation;
import org.readingroom.answer.ModelTrace;
import org.readingroom.passage.Span;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;

/** Measures what a language model does in one answer. */
final class ModelMeasure implements AnswerListener {

  /** The score from which a quotation counts as supporting, as in the settings that come with the program. */
  private static final double LEAST = 0.35;

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
  Map<String, Double> figures(Answer answer, SupportScorer scorer) {
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
    if (answer instanceof Answer.Answered answered) {
      figures.put(Figures.SUPPORT, support(answered, scorer));
    }
    return figures;
  }

  private static double support(Answer.Answered answered, SupportScorer scorer) {
    Map<Span, List<Citation>> claims = answered.citations().stream()
        .collect(Collectors.groupingBy(Citation::answerSpan));
    long supported = claims.entrySet().stream()
        .filter(claim -> isSupported(claim.getKey().of(answered.text()), claim.getValue(), scorer)).count();
    return (double) supported / claims.size();
  }

  private static boolean isSupported(String stretch, List<Citation> citations, SupportScorer scorer) {
    if (citations.stream().anyMatch(citation -> stretch.contains("“" + citation.quote().text() + "”"))) {
      return true;
    }
    String claim = stretch.replaceAll("\\[\\d+\\]", "");
    List<Support> supports = citations.stream().map(citation -> scorer.score(claim,
        citation.quote().document(), List.of(citation.quote().span()))).toList();
    List<String> missing = supports.stream().map(Support::missing).reduce((one, other) -> one.stream()
        .filter(other::contains).toList()).orElse(List.of());
    return missing.isEmpty() && supports.stream().anyMatch(support -> support.score() >= LEAST);
  }
}
