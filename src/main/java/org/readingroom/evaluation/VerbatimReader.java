package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.evaluation.VerbatimSet.Overlap;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;

/**
 * Quotes with the program itself from one text for each query. Precision, recall and F1 are over all words of all texts,
 * as in ACL-Verbatim.
 */
final class VerbatimReader {

  private final Program program;
  private final SetCollection texts;

  VerbatimReader(Program program, SetCollection texts) {
    this.program = program;
    this.texts = texts;
  }

  /** What was quoted for one row. */
  private record Quoted(boolean answerable, boolean answered, double confidence, Overlap overlap) {}

  ReadingReport read(VerbatimSet set, EvaluationOptions options) {
    set.rows().stream().limit(options.warmUp()).forEach(this::quoted);
    List<Quoted> quoted = new ArrayList<>();
    double[] elapsed = new double[set.rows().size()];
    for (int i = 0; i < elapsed.length; i++) {
      long start = System.nanoTime();
      quoted.add(quoted(set.rows().get(i)));
      elapsed[i] = (System.nanoTime() - start) / 1e6;
    }
    Bootstrap bootstrap = new Bootstrap(options.resamples(), options.seed());
    Map<String, Figure> figures = new LinkedHashMap<>();
    share(figures, "f1", bootstrap, quoted, row -> 2.0 * row.right(),
        row -> 2.0 * row.right() + row.wrong() + row.missed());
    share(figures, "word_precision", bootstrap, quoted, Overlap::right, row -> row.right() + row.wrong());
    share(figures, "word_recall", bootstrap, quoted, Overlap::right, row -> row.right() + row.missed());
    mean(figures, Figures.ABSTAIN, bootstrap, quoted.stream().filter(row -> !row.answerable()).toList());
    mean(figures, Figures.FALSE_ABSTAIN, bootstrap, quoted.stream().filter(Quoted::answerable).toList());
    return new ReadingReport(set.name(), figures,
        RiskCoverage.of(quoted.stream().map(row -> new Confidence(row.confidence(), row.answerable(),
            row.answerable() && row.overlap().right() > 0)).toList()),
        Latency.of(elapsed), options.configuration());
  }

  private Quoted quoted(VerbatimSet.Row row) {
    boolean answerable = !row.spans().isEmpty();
    Filters one = new Filters(Set.of(texts.number(row.text().id())), null, null, Set.of(), null);
    try {
      Program.Asked asked = program.askAll(List.of(row.query()), one);
      List<Span> spans = ConversationAnswerer.quotations(asked.turn()).stream()
          .map(quotation -> new Span(quotation.start(), quotation.end())).toList();
      return new Quoted(answerable, !spans.isEmpty(), asked.confidence(), row.overlap(spans));
    } catch (InvalidQuestionException e) {
      return new Quoted(answerable, false, 0, row.overlap(List.of()));
    }
  }

  /** Puts a share of words, of which a mean weighed by the rows' words is made, so that rows are sampled anew. */
  private static void share(Map<String, Figure> figures, String name, Bootstrap bootstrap,
      List<Quoted> quoted,
      ToDoubleFunction<Overlap> part, ToDoubleFunction<Overlap> whole) {
    List<Overlap> counted = quoted.stream().map(Quoted::overlap).filter(row -> whole.applyAsDouble(row) > 0)
        .toList();
    if (!counted.isEmpty()) {
      figures.put(name, bootstrap.mean(
          counted.stream().mapToDouble(row -> part.applyAsDouble(row) / whole.applyAsDouble(row)).toArray(),
          counted.stream().mapToDouble(whole).toArray()));
    }
  }

  private static void mean(Map<String, Figure> figures, String name, Bootstrap bootstrap, List<Quoted> rows) {
    if (!rows.isEmpty()) {
      figures.put(name,
          bootstrap.mean(rows.stream().mapToDouble(row -> row.answered() ? 0 : 1).toArray()));
    }
  }
}
