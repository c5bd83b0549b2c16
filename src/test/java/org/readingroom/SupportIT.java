package org.readingroom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

/** Measures the support score on the questions of the reader with their known evidence. */
@RealProgram
class SupportIT {

  @Autowired
  Collection collection;
  @Autowired
  PassageSearch search;
  @Autowired
  LiveIndex index;
  @Autowired
  Chunking chunking;

  record Pair(String id, String claim, Passage gold) {}

  List<Pair> pairs() throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("evaluation/reader-v1/questions.jsonl"))) {
      JsonNode q = JsonMapper.shared().readTree(line);
      if (!q.path("answerable").asBoolean() || q.path("turns").size() > 1) {
        continue;
      }
      String claim = q.path("turns").get(0).asString()
          .replaceAll("^(?:Who|What|When|Where|Why|How many|How much|How|Which)\\b", "").replace("?", ": ")
          + q.path("answer").asString();
      for (JsonNode e : q.path("evidence")) {
        Document document = collection.document(e.path("document").asInt()).orElseThrow();
        String quote = e.path("quote").asString().replaceAll("\\s+", "");
        for (Passage passage : new Chunker(chunking).chunk(document)) {
          if (passage.text().replaceAll("\\s+", "").contains(quote)) {
            pairs.add(new Pair(q.path("id").asString(), claim, passage));
          }
        }
      }
    }
    return pairs;
  }

  @Test
  void measure() throws Exception {
    index.open(BuildProgress.SILENT);
    SupportScorer scorer = search.support();
    List<Pair> pairs = pairs();
    StringBuilder out = new StringBuilder();
    List<Support> good = new ArrayList<>();
    List<Support> bad = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      Support s = scorer.best(pair.claim(), pair.gold()).orElseThrow();
      good.add(s);
      out.append(pair.id()).append('\t').append(s.score()).append('\t').append(s.missing()).append('\t')
          .append(pair.claim()).append('\t')
          .append(s.span().of(pair.gold().document().text()).replaceAll("\\s+", " ")).append('\n');
      for (Passage other : new Chunker(chunking).chunk(pair.gold().document())) {
        if (pairs.stream().noneMatch(p -> p.id().equals(pair.id()) && p.gold().equals(other))) {
          bad.add(scorer.best(pair.claim(), other).orElseThrow());
        }
      }
      for (int j = 0; j < pairs.size(); j++) {
        if (!pairs.get(j).id().equals(pair.id())
            && pairs.get(j).gold().document() != pair.gold().document()) {
          bad.add(scorer.best(pair.claim(), pairs.get(j).gold()).orElseThrow());
        }
      }
    }
    for (double t = 0.1; t < 0.95; t += 0.05) {
      double least = t;
      out.append(String.format("t %.2f good %.3f goodScoreOnly %.3f bad %.4f badScoreOnly %.4f%n", t,
          good.stream().filter(s -> s.suffices(least)).count() / (double) good.size(),
          good.stream().filter(s -> s.score() >= least).count() / (double) good.size(),
          bad.stream().filter(s -> s.suffices(least)).count() / (double) bad.size(),
          bad.stream().filter(s -> s.score() >= least).count() / (double) bad.size()));
    }
    Files.writeString(Path.of("target/support.txt"), out);
  }
}
