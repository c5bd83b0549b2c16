package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.reading.TrainedReader;
import org.readingroom.search.CountedWords;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges the written answers of the dev questions beside the passage that has them and beside others. */
class SupportIT {

  /** How sure what is shown is at least; the program asks for more. */
  private static final double LEAST = 0.2;
  /** The share of the wrong passages whose estimates may be as high as those of the right ones. */
  private static final double STRAYING = 0.035;
  /** How many claims are judged beside a wrong passage. */
  private static final int STRAYS = 2_000;

  private static final Collection COLLECTION = Reader.COLLECTION;

  /** A claim with a passage that is known to support it. */
  private record Pair(String id, String claim, Passage gold) {}

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("evaluation/reader-v1/questions.jsonl"))) {
      JsonNode question = JsonMapper.shared().readTree(line);
      if (question.path("answerable").asBoolean() && question.path("turns").size() == 1) {
        String claim = question.path("turns").get(0).asString()
            .replaceAll("^(?:Who|What|When|Where|Why|How many|How much|How|Which)\\b", "").replace("?", ": ")
            + question.path("answer").asString();
        for (JsonNode evidence : question.path("evidence")) {
          String quote = evidence.path("quote").asString().replaceAll("\\s+", "");
          passages(COLLECTION.document(evidence.path("document").asInt()).orElseThrow()).stream()
              .filter(passage -> passage.text().replaceAll("\\s+", "").contains(quote))
              .forEach(passage -> pairs.add(new Pair(question.path("id").asString(), claim, passage)));
        }
      }
    }
    return pairs;
  }

  private static List<Passage> passages(Document document) {
    return new Chunker(new Chunking(120, 0)).chunk(document);
  }

  /** A claim with a passage that is not known to support it. */
  private record Stray(String claim, Passage passage) {}

  /** Draws from the other passages of a claim's document and the passages of all other claims. */
  private static List<Stray> strays(List<Pair> pairs) {
    List<Stray> strays = new ArrayList<>();
    for (Pair pair : pairs) {
      passages(pair.gold().document()).stream()
          .filter(other -> pairs.stream().noneMatch(p -> p.id().equals(pair.id()) && p.gold().equals(other)))
          .forEach(other -> strays.add(new Stray(pair.claim(), other)));
      pairs.stream().filter(p -> p.gold().document() != pair.gold().document())
          .forEach(p -> strays.add(new Stray(pair.claim(), p.gold())));
    }
    Collections.shuffle(strays, new Random(1950));
    return strays.subList(0, STRAYS);
  }

  @Test
  void theThresholdTellsTheRightPassageFromOthers() throws IOException {
    List<Pair> pairs = pairs();
    List<Support> right;
    List<Support> wrong;
    try (TrainedReader reader = new TrainedReader(null, Path.of("target", "test-models").toAbsolutePath(),
        2)) {
      SupportScorer scorer = CountedWords.scorer(COLLECTION.authority(),
          COLLECTION.documents().stream().flatMap(document -> passages(document).stream()).toList(), reader);
      right = pairs.parallelStream()
          .flatMap(pair -> scorer.read(pair.claim(), List.of(pair.gold())).stream()).toList();
      wrong = strays(pairs).parallelStream()
          .flatMap(stray -> scorer.read(stray.claim(), List.of(stray.passage())).stream()).toList();
    }
    StringBuilder table = new StringBuilder("| least | right | by score alone | wrong | by score alone |\n"
        + "|---|---|---|---|---|\n");
    for (int least = 10; least <= 70; least += 10) {
      double share = least / 100.0;
      table.append(String.format(Locale.ROOT, "| %.2f | %.3f | %.3f | %.4f | %.4f |%n", share,
          share(right, share, true), share(right, share, false), share(wrong, share, true),
          share(wrong, share, false)));
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/support.md"),
        right.size() + " right pairs, " + wrong.size() + " wrong\n\n" + table);
    double high = wrong.stream().map(Support::score).sorted(Collections.reverseOrder())
        .skip(Math.round(STRAYING * wrong.size())).findFirst().orElseThrow();
    assertThat(share(right, high, false)).isGreaterThan(0.75);
    assertThat(share(wrong, LEAST, true)).isLessThan(0.003);
  }

  private static double share(List<Support> supports, double least, boolean strict) {
    return (double) supports.stream()
        .filter(support -> strict ? support.suffices(least) : support.score() >= least).count()
        / supports.size();
  }
}
