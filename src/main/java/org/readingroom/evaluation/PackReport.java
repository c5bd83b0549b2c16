package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.readingroom.evaluation.PackSet.Place;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.Reading;

/**
 * Holds the figures of a reader on packs of look-alike passages.
 *
 * @param all over all questions
 * @param calibrationError how far the probability that a passage answers is from the share that do, a mean over ten
 *        ranges of it (expected calibration error; Guo et al. 2017)
 * @param styles the figures by how a question is asked
 * @param corpora the figures by what the passages are from
 */
public record PackReport(String set, Group all, double calibrationError, Map<String, Group> styles,
    Map<String, Group> corpora, Map<String, String> configuration) {

  private static final int RANGES = 10;

  /**
   * The figures of some questions.
   *
   * @param hit how often the sentence that reads best answers; not a number where no pack answers. Of sentences that read
   *        alike each may come first
   * @param mrr the mean reciprocal rank of the first sentence that answers
   * @param auc the chance that the best sentence of a pack that answers reads better than that of one that does not
   */
  public record Group(int questions, double hit, double mrr, double auc) {}

  /**
   * What was read of one question.
   *
   * @param hit the chance that a sentence that answers comes first, those that read alike standing in any order
   * @param reciprocal the reciprocal rank of the first one that answers to be expected so
   */
  private record Read(PackSet.Question question, double best, double hit, double reciprocal,
      List<Double> passages) {}

  public PackReport {
    styles = new TreeMap<>(styles);
    corpora = new TreeMap<>(corpora);
    configuration = new TreeMap<>(configuration);
  }

  /**
   * Has a reader read all packs.
   *
   * @param share what a sentence's score gains with each point of its passage's, as in the program
   */
  static PackReport of(PackSet set, PassageReader reader, double share, Map<String, String> configuration) {
    List<Read> read = set.questions().stream()
        .map(question -> read(question, reader.read(question.text(), question.passages()), share)).toList();
    return new PackReport(set.name(), group(read), calibrationError(read),
        groups(read, PackSet.Question::style),
        groups(read, PackSet.Question::corpus), configuration);
  }

  private static Read read(PackSet.Question question, List<Reading> readings, double share) {
    Map<Place, Double> scores = new TreeMap<>(
        Comparator.comparingInt(Place::passage).thenComparingInt(Place::sentence));
    for (int p = 0; p < readings.size(); p++) {
      List<Double> sentences = readings.get(p).sentences();
      for (int s = 0; s < sentences.size(); s++) {
        scores.put(new Place(p, s), sentences.get(s) + share * readings.get(p).answers());
      }
    }
    double right = question.right().stream().mapToDouble(place -> scores.getOrDefault(place, -1e9)).max()
        .orElse(Double.NaN);
    int better = (int) scores.values().stream().filter(score -> score > right).count();
    int alike = (int) scores.values().stream().filter(score -> score == right).count();
    int answer = (int) question.right().stream()
        .filter(place -> Objects.equals(scores.get(place), right)).count();
    double reciprocal = answer > 0 ? 0 : 1.0 / (better + 1);
    double later = 1;
    for (int before = 0; answer > 0 && before <= alike - answer; before++) {
      double here = later * answer / (alike - before);
      reciprocal += here / (better + before + 1);
      later -= here;
    }
    return new Read(question, scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(-1e9),
        better > 0 || answer == 0 ? 0 : (double) answer / alike, reciprocal,
        readings.stream().map(Reading::answers).toList());
  }

  private static Map<String, Group> groups(List<Read> read, Function<PackSet.Question, String> by) {
    Map<String, List<Read>> groups = new TreeMap<>();
    read.forEach(
        each -> groups.computeIfAbsent(by.apply(each.question()), name -> new ArrayList<>()).add(each));
    Map<String, Group> figures = new TreeMap<>();
    groups.forEach((name, each) -> figures.put(name, group(each)));
    return figures;
  }

  private static Group group(List<Read> read) {
    List<Read> answerable = read.stream().filter(each -> !each.question().right().isEmpty()).toList();
    Double auc = RiskCoverage.of(read.stream()
        .map(each -> new Confidence(each.best(), !each.question().right().isEmpty(), false)).toList()).auc();
    return new Group(read.size(),
        answerable.stream().mapToDouble(Read::hit).average().orElse(Double.NaN),
        answerable.stream().mapToDouble(Read::reciprocal).average().orElse(Double.NaN),
        auc == null ? Double.NaN : auc);
  }

  private static double calibrationError(List<Read> read) {
    double[] told = new double[RANGES];
    double[] right = new double[RANGES];
    int all = 0;
    for (Read each : read) {
      for (int p = 0; p < each.passages().size(); p++) {
        int passage = p;
        double probability = 1 / (1 + Math.exp(-each.passages().get(p)));
        int range = Math.min(RANGES - 1, (int) (probability * RANGES));
        told[range] += probability;
        right[range] += each.question().right().stream().anyMatch(place -> place.passage() == passage)
            ? 1
            : 0;
        all++;
      }
    }
    double error = 0;
    for (int range = 0; range < RANGES; range++) {
      error += Math.abs(told[range] - right[range]);
    }
    return all == 0 ? 0 : error / all;
  }

  /** Writes the figures as Markdown tables. */
  public String markdown() {
    StringBuilder out = new StringBuilder("## ").append(set)
        .append("\n\n| | questions | hit | MRR | AUC |\n|---|---|---|---|---|\n");
    row(out, "all", all);
    styles.forEach((style, group) -> row(out, style, group));
    corpora.forEach((corpus, group) -> row(out, "from " + corpus, group));
    return out
        .append(String.format(Locale.ROOT, "\nExpected calibration error of a passage's probability: %.3f.\n",
            calibrationError))
        .toString();
  }

  private static void row(StringBuilder out, String name, Group group) {
    out.append(String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f | %.3f |\n", name, group.questions(),
        group.hit(), group.mrr(), group.auc()).replace("NaN", "–"));
  }
}
