package org.readingroom.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.Ranking;

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
   * Asks each query of a set with only its text to quote from, and counts the words that are quoted.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public ReadingReport quote(Path folder) {
    VerbatimSet set = VerbatimSet.read(folder);
    SetCollection texts = new SetCollection(set.name(),
        set.rows().stream().map(VerbatimSet.Row::text).toList());
    try (Program program = programs.over(texts.collection(), set.name() + "-verbatim", Map.of())) {
      return new VerbatimReader(program, texts).read(set, options);
    }
  }

  /**
   * Reads packs of look-alike passages with the program's own reader.
   *
   * @throws MalformedSetException if the set cannot be read
   */
  public PackReport readPacks(Path folder) {
    PackSet set = PackSet.read(folder);
    try (Program program = programs.open()) {
      return PackReport.of(set, program.bean(PassageReader.class), program.bean(Ranking.class).passage(),
          options.configuration());
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
}
