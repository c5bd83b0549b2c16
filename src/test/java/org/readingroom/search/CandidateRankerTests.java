package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Authority;
import org.readingroom.index.PassageFilter;
import org.readingroom.passage.Passage;
import org.readingroom.reading.Reading;
import org.readingroom.search.HybridRetriever.Fused;
import org.readingroom.search.ReadPassages.Read;
import org.readingroom.text.TextAnalyzer;

class CandidateRankerTests {

  private static final String TEXT = "The envoy went home. The tram cost much money. It was paid in gold. Dogs barked.";

  private final TextAnalyzer analyzer = new TextAnalyzer(new Authority(List.of()));
  private IndexSnapshot index;

  @AfterEach
  void close() {
    index.index().release();
  }

  private List<String> candidates(Double... sentences) throws IOException {
    index = MemorySnapshot.of(analyzer, TEXT);
    Passage passage = index.index().all(PassageFilter.NONE).getFirst();
    ReadPassages read = new ReadPassages(
        Map.of(passage.id(), new Read(1, new Reading(0, List.of(sentences)))), 0.5);
    Query query = new QueryReader(analyzer, word -> word).read("What did it cost?", "What did it cost?",
        Filters.NONE);
    return new CandidateRanker(Rankings.configured(), index, query, read, LetterThread.NONE)
        .rank(List.of(new Fused(passage, 1, 1))).stream().map(Candidate::text).toList();
  }

  @Test
  void aRunBeginsAndEndsWithWhatMayAnswer() throws IOException {
    assertThat(candidates(-9.0, 3.0, 2.0, -9.0)).contains("The tram cost much money. It was paid in gold.")
        .allMatch(text -> !text.contains("envoy") || text.equals("The envoy went home."))
        .noneMatch(text -> text.contains("gold. Dogs"));
  }

  @Test
  void whatStandsBetweenAnswersStays() throws IOException {
    assertThat(candidates(3.0, -9.0, 2.0, -9.0))
        .contains("The envoy went home. The tram cost much money. It was paid in gold.");
  }
}
