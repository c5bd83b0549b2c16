package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.readingroom.search.Filters;

/** Measures the program on sets that are not about its own collection. */
public final class PublicSets {

  /** How many queries or questions are asked before the others are timed. */
  private static final int WARM_UP = 50;

  private final Programs programs;
  private final EvaluationOptions options;

  public PublicSets(Programs programs, EvaluationOptions options) {
    this.programs = programs;
    this.options = options.warmingUp(Math.min(WARM_UP, options.warmUp()));
  }

  /**
   * Ranks the texts of a set in the form of BEIR with the program's own search.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public RankingReport rank(Path folder) {
    return rank(BeirSet.read(folder), Map.of());
  }

  /** Ranks with some settings changed. */
  RankingReport rank(BeirSet set, Map<String, String> changed) {
    SetCollection texts = new SetCollection(set.name(), set.corpus());
    try (Program program = programs.over(texts.collection(), set.name(), changed)) {
      Map<String, String> settings = new TreeMap<>(options.configuration());
      settings.putAll(changed);
      return RankingReport.of(set, new PassageRanker(program.search(), texts),
          options.recording(options.prompts(), settings));
    }
  }

  /**
   * Reads the contexts of a set with the program's own ranking of spans, selection and confidence.
   *
   * @param sample how many questions at most, drawn with a fixed seed
   * @throws MalformedSetException if the set cannot be read
   */
  public ReadingReport read(Path folder, int sample) {
    ReadingSet set = ReadingSet.read(folder).sample(sample, options.seed());
    List<SetText> contexts = new ArrayList<>(set.contexts().values());
    SetCollection texts = new SetCollection(set.name(), contexts);
    try (Program program = programs.over(texts.collection(), set.name(), Map.of())) {
      return ReadingReport.of(set, new ProgramReader(program, texts), options);
    }
  }

  /**
   * Reads packs with the program's own reader, and searches for their answers in the collection that comes with it.
   *
   * @param every whether to take every pack and not only those held back from training
   * @param sample how many questions at most, drawn with a fixed seed
   * @throws MalformedSetException if the set cannot be read
   */
  public PackReport readPacks(Path folder, boolean every, int sample) {
    PackSet set = PackSet.read(folder, every).sample(sample, options.seed());
    try (Program program = programs.open()) {
      PackRecall recall = new PackRecall(program.collection(),
          (question, k) -> program.search().candidates(question, Filters.NONE, k));
      return PackReport.of(set, program.packReader(), recall, options);
    }
  }

  /**
   * Quotes from the texts of a set with the whole program, each text searched alone.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public SpanReport quote(Path folder) {
    SpanSet set = SpanSet.read(folder);
    SetCollection texts = new SetCollection(set.name(), set.rows().stream().map(SpanRow::text).toList());
    try (Program program = programs.over(texts.collection(), set.name(), Map.of())) {
      return SpanReport.of(set, new ProgramReader(program, texts), options);
    }
  }
}
