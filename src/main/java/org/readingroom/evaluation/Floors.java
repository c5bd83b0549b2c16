package org.readingroom.evaluation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Holds what a report must at least reach, from a set's {@code expected.yaml}.
 *
 * @param corpusSha256 the SHA-256 that the collection's source file must have
 * @param questionsSha256 the SHA-256 that the questions file must have
 * @param questionCount how many questions there must be
 * @param floors the least value by name of figure
 * @param ceilings the greatest value by name of figure
 */
public record Floors(String corpusSha256, String questionsSha256, int questionCount,
    Map<String, Double> floors, Map<String, Double> ceilings) {

  static final String FILE = "expected.yaml";

  public Floors {
    floors = Collections.unmodifiableMap(new LinkedHashMap<>(floors));
    ceilings = Collections.unmodifiableMap(new LinkedHashMap<>(ceilings));
    if (!Double.valueOf(1).equals(floors.get(Figures.VERBATIM))) {
      throw new MalformedSetException("The floor of \"verbatim\" must be 1.0: every quotation stands in "
          + "the source.");
    }
  }

  /** Tells whether a set has floors. */
  public static boolean isIn(Path setFolder) {
    return Files.exists(setFolder.resolve(FILE));
  }

  /**
   * Reads the floors of a set.
   *
   * @param setFolder the folder that holds {@code expected.yaml}
   */
  public static Floors read(Path setFolder) {
    Path file = setFolder.resolve(FILE);
    try (Reader reader = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      Map<?, ?> corpus = map(file, root, "corpus");
      Map<?, ?> questions = map(file, root, "questions");
      if (!(questions.get("count") instanceof Integer count)) {
        throw new MalformedSetException("In " + file + " \"questions\" needs a whole number \"count\".");
      }
      return new Floors(text(file, corpus, "sha256"), text(file, questions, "sha256"), count,
          numbers(file, root, "floors"), numbers(file, root, "ceilings"));
    } catch (IOException e) {
      throw new MalformedSetException("The file " + file + " cannot be read.", e);
    } catch (YAMLException e) {
      throw new MalformedSetException("The file " + file + " is not YAML.", e);
    }
  }

  /** Returns what a report misses, each in one plain sentence; empty if it holds everything. */
  public List<String> violations(EvaluationReport report) {
    List<String> violations = new ArrayList<>();
    if (!corpusSha256.equals(report.provenance().corpusSha256())) {
      violations.add("The collection is another one: its checksum is " + report.provenance().corpusSha256()
          + ", not " + corpusSha256 + ".");
    }
    if (!questionsSha256.equals(report.provenance().questionsSha256())) {
      violations.add("The questions are others: their checksum is " + report.provenance().questionsSha256()
          + ", not " + questionsSha256 + ".");
    }
    if (questionCount != report.questions().size()) {
      violations
          .add("There are " + report.questions().size() + " questions, not " + questionCount + ".");
    }
    floors.forEach((name, floor) -> check(report, name, floor, true, violations));
    ceilings.forEach((name, ceiling) -> check(report, name, ceiling, false, violations));
    return violations;
  }

  private static void check(EvaluationReport report, String name, double bound, boolean isFloor,
      List<String> violations) {
    Figure figure = report.overall().get(name);
    if (figure == null) {
      violations.add("The figure \"" + name + "\" was not measured.");
    } else if (isFloor ? figure.value() < bound - 1e-9 : figure.value() > bound + 1e-9) {
      violations.add(String.format(Locale.ROOT, "The figure \"%s\" is %.4f, %s %.4f.", name, figure.value(),
          isFloor ? "below its floor of" : "above its ceiling of", bound));
    }
  }

  private static Map<?, ?> map(Path file, @Nullable Object root, String key) {
    if (root instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> value) {
      return value;
    }
    throw new MalformedSetException("In " + file + " the part \"" + key + "\" is missing.");
  }

  private static String text(Path file, Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new MalformedSetException("In " + file + " a text \"" + key + "\" is missing.");
  }

  private static Map<String, Double> numbers(Path file, @Nullable Object root, String key) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    map(file, root, key).forEach((name, value) -> {
      if (!(value instanceof Number number)) {
        throw new MalformedSetException("In " + file + " \"" + name + "\" is not a number.");
      }
      numbers.put(String.valueOf(name), number.doubleValue());
    });
    return numbers;
  }
}
