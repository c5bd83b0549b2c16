package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Holds the figures of a reader that quotes from given texts.
 *
 * @param figures {@code precision}, {@code recall} and {@code f1} of the quoted words over the words of all texts together,
 *        {@code abstain} and {@code false_abstain} over texts without and with an answer, and {@code auc} between the two
 * @param abstaining how well confidence tells right from wrong as far as the reader answers; right is what quotes a word
 *        that it should
 * @param configuration the settings that matter to the figures
 */
public record SpanReport(String set, Map<String, Figure> figures, Calibration calibration, RiskCoverage abstaining,
    Latency latency, Map<String, String> configuration) {

  public SpanReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
  }

  private record Read(SpanRow row, boolean answered, SpanRow.Overlap overlap, double confidence) {

    Confidence sure() {
      return new Confidence(confidence, row.answerable(), overlap.right() > 0);
    }
  }

  /** Lets a reader read every row of a set, and reports. */
  static SpanReport of(SpanSet set, SpanReader reader, EvaluationOptions options) {
    set.rows().stream().limit(options.warmUp()).forEach(reader::read);
    List<Read> read = new ArrayList<>();
    double[] elapsed = new double[set.rows().size()];
    for (int i = 0; i < elapsed.length; i++) {
      SpanRow row = set.rows().get(i);
      long start = System.nanoTime();
      SpanReader.Quoted quoted = reader.read(row);
      elapsed[i] = (System.nanoTime() - start) / 1e6;
      read.add(new Read(row, !quoted.spans().isEmpty(), row.overlap(quoted.spans()), quoted.confidence()));
    }
    List<Confidence> all = read.stream().map(Read::sure).toList();
    List<Confidence> answered = read.stream().filter(Read::answered).map(Read::sure).toList();
    return new SpanReport(set.name(), figures(read, all, new Bootstrap(options.resamples(), options.seed())),
        Calibration.of(all), RiskCoverage.of(answered, all), Latency.of(elapsed), options.configuration());
  }

  private static Map<String, Figure> figures(List<Read> read, List<Confidence> all, Bootstrap bootstrap) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    int rows = read.size();
    figures.put("precision", bootstrap.of(rows,
        counts -> ratio(1, read, counts, SpanRow.Overlap::right, SpanRow.Overlap::quoted)));
    figures.put("recall", bootstrap.of(rows,
        counts -> ratio(1, read, counts, SpanRow.Overlap::right, SpanRow.Overlap::gold)));
    figures.put("f1", bootstrap.of(rows, counts -> ratio(2, read, counts, SpanRow.Overlap::right,
        overlap -> overlap.quoted() + overlap.gold())));
    abstained(figures, Figures.ABSTAIN, read, false, bootstrap);
    abstained(figures, Figures.FALSE_ABSTAIN, read, true, bootstrap);
    Figure auc = new RocArea(all).figure(bootstrap);
    if (auc != null) {
      figures.put(Figures.AUC, auc);
    }
    return figures;
  }

  /** Returns a ratio of sums; 0 where there is nothing to divide by. */
  private static double ratio(int times, List<Read> read, int[] counts, ToIntFunction<SpanRow.Overlap> part,
      ToIntFunction<SpanRow.Overlap> whole) {
    double parts = 0;
    double wholes = 0;
    for (int i = 0; i < counts.length; i++) {
      parts += counts[i] * part.applyAsInt(read.get(i).overlap());
      wholes += counts[i] * whole.applyAsInt(read.get(i).overlap());
    }
    return wholes == 0 ? 0 : times * parts / wholes;
  }

  private static void abstained(Map<String, Figure> figures, String name, List<Read> read, boolean answerable,
      Bootstrap bootstrap) {
    double[] values = read.stream().filter(each -> each.row().answerable() == answerable)
        .mapToDouble(each -> each.answered() ? 0 : 1).toArray();
    if (values.length > 0) {
      figures.put(name, bootstrap.mean(values));
    }
  }

  /** Writes the figures as Markdown tables. */
  public String markdown() {
    return "## " + set + "\n\n" + MarkdownReport.figures(figures) + "\n" + MarkdownReport.abstaining(abstaining)
        + "\n" + MarkdownReport.curve(abstaining) + "\n" + MarkdownReport.calibration(calibration) + "\n"
        + MarkdownReport.latency(latency);
  }
}
