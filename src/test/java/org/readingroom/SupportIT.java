package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.search.CountedWords;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the support score on the questions of the reader with their known evidence, as docs/adr reports it. */
class SupportIT {

  private static final double LEAST = 0.35;
  private static final Collection COLLECTION = Reader.COLLECTION;
  private final SupportScorer scorer = CountedWords.scorer(COLLECTION.authority(),
      COLLECTION.documents().stream().flatMap(document -> passages(document).stream()).toList());

  /** Is a claim with a passage that is known to support it. */
  private record Pair(String id, String claim, Passage gold) {}

  /** Makes claims of questions and their known answers. */
  private List<Pair> pairs() throws IOException {
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

  /** Returns how well a passage supports a claim; where it is the passage's words altered, that is missing. */
  private Support judge(String claim, Passage passage) {
    Support best = scorer.best(claim, passage).orElseThrow();
    return best.missing().isEmpty()
        && scorer.compare(claim, List.of(passage)) == SupportScorer.Likeness.ALTERED
            ? new Support(best.span(), best.score(), List.of("altered"))
            : best;
  }

  @Test
  void theThresholdTellsTheRightPassageFromOthers() throws IOException {
    List<Pair> pairs = pairs();
    List<Support> right = new ArrayList<>();
    List<Support> wrong = new ArrayList<>();
    for (Pair pair : pairs) {
      right.add(judge(pair.claim(), pair.gold()));
      for (Passage other : passages(pair.gold().document())) {
        if (pairs.stream().noneMatch(p -> p.id().equals(pair.id()) && p.gold().equals(other))) {
          wrong.add(judge(pair.claim(), other));
        }
      }
      pairs.stream().filter(p -> p.gold().document() != pair.gold().document())
          .forEach(p -> wrong.add(judge(pair.claim(), p.gold())));
    }
    StringBuilder table = new StringBuilder("| least | right | by score alone | wrong | by score alone |\n"
        + "|---|---|---|---|---|\n");
    for (int least = 15; least <= 70; least += 5) {
      double share = least / 100.0;
      table.append(String.format(Locale.ROOT, "| %.2f | %.3f | %.3f | %.4f | %.4f |%n", share,
          share(right, share, true), share(right, share, false), share(wrong, share, true),
          share(wrong, share, false)));
    }
    Files.writeString(Path.of("target/support.md"),
        right.size() + " right pairs, " + wrong.size() + " wrong\n\n" + table);
    assertThat(share(right, LEAST, false)).isGreaterThan(0.75);
    assertThat(share(wrong, LEAST, false)).isLessThan(0.02);
    assertThat(share(wrong, LEAST, true)).isLessThan(0.003);
  }

  /** Takes sentences of the documents themselves as claims, as they are and with one thing changed. */
  @Test
  void aChangedNumberNameOrDateIsNoticed() throws IOException {
    Pattern number = Pattern
        .compile("(?<![\\p{L}\\d-])\\d{2,3}(?![\\d,.:/)%]|\\p{L}|\\s*(?:January|February|March|April|May|"
            + "June|July|August|September|October|November|December))");
    Pattern person = Pattern.compile("\\b(?:Mao Zedong|Kim Il Sung|Zhou Enlai|Stalin)\\b");
    int kept = 0;
    int sentences = 0;
    int changed = 0;
    List<String> unnoticed = new ArrayList<>();
    for (Document document : COLLECTION.documents()) {
      for (Passage passage : passages(document)) {
        for (var sentence : passage.sentences()) {
          String text = sentence.span().of(document.text()).replaceAll("\\s+", " ");
          if (text.length() < 60 || text.length() > 400 || !text.endsWith(".")) {
            continue;
          }
          sentences++;
          kept += judge(text, passage).suffices(LEAST) ? 1 : 0;
          Matcher found = number.matcher(text);
          if (found.find() && !passage.text().contains("777")) {
            changed++;
            noticed(passage, found.replaceFirst("777"), unnoticed);
          }
          Matcher name = person.matcher(text);
          if (name.find() && !passage.text().contains("Eisenhower")
              && !document.title().contains("Eisenhower")) {
            changed++;
            noticed(passage, name.replaceAll("Eisenhower"), unnoticed);
          }
        }
      }
    }
    Files.writeString(Path.of("target/changes.md"), sentences + " sentences, " + kept + " kept; " + changed
        + " changed, " + unnoticed.size() + " unnoticed\n" + String.join("\n", unnoticed));
    assertThat((double) kept / sentences).isGreaterThan(0.98);
    assertThat((double) unnoticed.size() / changed).isLessThan(0.01);
  }

  private void noticed(Passage passage, String claim, List<String> unnoticed) {
    if (judge(claim, passage).suffices(LEAST)) {
      unnoticed.add(claim);
    }
  }

  private static double share(List<Support> supports, double least, boolean strict) {
    return (double) supports.stream()
        .filter(support -> strict ? support.suffices(least) : support.score() >= least).count()
        / supports.size();
  }
}
