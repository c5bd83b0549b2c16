package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.model.TokenEstimate;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SampleSignals;

class EvidenceChooserTests {

  private static final TokenEstimate TOKENS = new TokenEstimate();
  private static final double READ = 0.4;
  private static final Document LETTER = Samples.document(3,
      "Kim came to Moscow. He asked for lead. The train left at noon. It rained all day. Nobody was told of it.");

  private static Candidate candidate(Document document, double score, int first, int last) {
    return candidate(document, score, first, last, 1);
  }

  private static Candidate candidate(Document document, double score, int first, int last, double read) {
    List<Sentence> sentences = Samples.passage(document).sentences();
    return new Candidate(document, sentences.subList(first, last + 1), score, SampleSignals.read(read),
        List.of());
  }

  private static List<String> chosen(int most, Candidate... candidates) {
    return new EvidenceChooser(TOKENS, READ, most, 4_000)
        .choose(Samples.retrieval(AnswerType.OTHER, List.of(candidates)), most).stream()
        .map(RetrievedPassage::passage).map(Passage::text).toList();
  }

  @Test
  void showsTheBestSentencesOfEachDocument() {
    assertThat(chosen(500, candidate(Samples.LEAD, 3, 1, 1), candidate(LETTER, 2, 2, 2)))
        .containsExactly(Samples.LEAD_WORDS, "The train left at noon.");
  }

  @Test
  void leavesOutWhatTheReaderFindsBesideTheQuestion() {
    assertThat(chosen(500, candidate(Samples.LEAD, 3, 1, 1), candidate(LETTER, 2.9, 2, 2, READ - 0.01)))
        .containsExactly(Samples.LEAD_WORDS);
  }

  @Test
  void aSentenceThatLeansOnTheOneBeforeHasIt() {
    assertThat(chosen(500, candidate(LETTER, 2, 1, 1)))
        .containsExactly("Kim came to Moscow. He asked for lead.");
  }

  @Test
  void sentencesThatMeetAreOnePiece() {
    assertThat(
        chosen(500, candidate(LETTER, 3, 2, 2), candidate(LETTER, 2, 0, 0), candidate(LETTER, 1, 1, 1)))
        .containsExactly("Kim came to Moscow. He asked for lead. The train left at noon.");
  }

  @Property(tries = 100)
  void neverHasMoreTokensThanAllowed(@ForAll @IntRange(min = 0, max = 300) int most) {
    List<String> chosen = chosen(most, candidate(Samples.LEAD, 3, 0, 2), candidate(LETTER, 2, 0, 4),
        candidate(Samples.PLANES, 1, 1, 1));
    assertThat(chosen.stream().mapToInt(TOKENS::estimateTokenCountInText).sum()).isLessThanOrEqualTo(most);
    assertThat(chosen).allSatisfy(text -> assertThat(text).endsWith("."));
  }
}
