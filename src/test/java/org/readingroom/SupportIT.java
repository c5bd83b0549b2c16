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
import org.readingroom.answer.ClaimSettings;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.search.BuildProgress;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the support score on the questions of the reader with their known evidence, as docs/adr reports it. */
@RealProgram
class SupportIT {

  @Autowired
  private Collection collection;
  @Autowired
  private PassageSearch search;
  @Autowired
  private LiveIndex index;
  @Autowired
  private Chunking chunking;
  @Autowired
  private ClaimSettings settings;

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
          passages(collection.document(evidence.path("document").asInt()).orElseThrow()).stream()
              .filter(passage -> passage.text().replaceAll("\\s+", "").contains(quote))
              .forEach(passage -> pairs.add(new Pair(question.path("id").asString(), claim, passage)));
        }
      }
    }
    return pairs;
  }

  private List<Passage> passages(Document document) {
    return new Chunker(chunking).chunk(document);
  }

  @Test
  void theThresholdTellsTheRightPassageFromOthers() throws IOException {
    index.open(BuildProgress.SILENT);
    SupportScorer scorer = search.support(search.acquire()); // for as long as the program runs
    List<Pair> pairs = pairs();
    List<Support> right = new ArrayList<>();
    List<Support> wrong = new ArrayList<>();
    for (Pair pair : pairs) {
      right.add(scorer.best(pair.claim(), pair.gold()).orElseThrow());
      for (Passage other : passages(pair.gold().document())) {
        if (pairs.stream().noneMatch(p -> p.id().equals(pair.id()) && p.gold().equals(other))) {
          wrong.add(scorer.best(pair.claim(), other).orElseThrow());
        }
      }
      pairs.stream().filter(p -> p.gold().document() != pair.gold().document())
          .forEach(p -> wrong.add(scorer.best(pair.claim(), p.gold()).orElseThrow()));
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
    assertThat(share(right, settings.support(), false)).isGreaterThan(0.75);
    assertThat(share(wrong, settings.support(), false)).isLessThan(0.02);
    assertThat(share(wrong, settings.support(), true)).isLessThan(0.003);
  }

  /** Takes sentences of the documents themselves as claims, as they are and with one thing changed. */
  @Test
  void aChangedNumberNameOrDateIsNoticed() throws IOException {
    index.open(BuildProgress.SILENT);
    SupportScorer scorer = search.support(search.acquire()); // for as long as the program runs
    Pattern number = Pattern
        .compile("(?<![\\p{L}\\d-])\\d{2,3}(?![\\d,.:/)%]|\\p{L}|\\s*(?:January|February|March|April|May|"
            + "June|July|August|September|October|November|December))");
    Pattern person = Pattern.compile("\\b(?:Mao Zedong|Kim Il Sung|Zhou Enlai|Stalin)\\b");
    int kept = 0;
    int sentences = 0;
    int changed = 0;
    List<String> unnoticed = new ArrayList<>();
    for (Document document : collection.documents()) {
      for (Passage passage : passages(document)) {
        for (var sentence : passage.sentences()) {
          String text = sentence.span().of(document.text()).replaceAll("\\s+", " ");
          if (text.length() < 60 || text.length() > 400 || !text.endsWith(".")) {
            continue;
          }
          sentences++;
          kept += scorer.best(text, passage).orElseThrow().suffices(settings.support()) ? 1 : 0;
          Matcher found = number.matcher(text);
          if (found.find() && !passage.text().contains("777")) {
            changed++;
            noticed(scorer, passage, found.replaceFirst("777"), unnoticed);
          }
          Matcher name = person.matcher(text);
          if (name.find() && !passage.text().contains("Eisenhower")
              && !document.title().contains("Eisenhower")) {
            changed++;
            noticed(scorer, passage, name.replaceAll("Eisenhower"), unnoticed);
          }
        }
      }
    }
    Files.writeString(Path.of("target/changes.md"), sentences + " sentences, " + kept + " kept; " + changed
        + " changed, " + unnoticed.size() + " unnoticed\n" + String.join("\n", unnoticed));
    assertThat((double) kept / sentences).isGreaterThan(0.98);
    assertThat((double) unnoticed.size() / changed).isLessThan(0.01);
  }

  private void noticed(SupportScorer scorer, Passage passage, String claim, List<String> unnoticed) {
    if (scorer.best(claim, passage).orElseThrow().suffices(settings.support())) {
      unnoticed.add(claim);
    }
  }

  private static double share(List<Support> supports, double least, boolean strict) {
    return (double) supports.stream()
        .filter(support -> strict ? support.suffices(least) : support.score() >= least).count()
        / supports.size();
  }
}
