package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTests {

  private static final GoldQuestion LEAD = Fakes.answerable(Set.of(1),
      List.of(new GoldSpan(1, "Stalin wants 25,000 tons of lead.")), "25,?000");

  private final Judge judge = new Judge(Fakes.source());

  private double figure(String name, GoldQuestion question, Reply reply) {
    return judge.judge(question, reply).get(name);
  }

  @Test
  void isRightWhenAGoldDocumentIsCitedAndItsWordsMatch() {
    Reply reply = Fakes.answered("See [1].", Fakes.quote(Fakes.LEAD, "25,000 tons of lead"));
    assertThat(judge.judge(LEAD, reply)).containsEntry("right", 1.0).containsEntry("first", 1.0)
        .containsEntry("document", 1.0).containsEntry("precision", 1.0).containsEntry("false_abstain", 0.0)
        .containsEntry("verbatim", 1.0).doesNotContainKey("abstain");
  }

  @Test
  void isRightWhenOnlyTheAnswerMatches() {
    Reply reply = Fakes.answered("It is 25000 [1].", Fakes.quote(Fakes.LEAD, "Stalin"));
    assertThat(figure("right", LEAD, reply)).isOne();
    assertThat(figure("first", LEAD, reply)).isZero();
  }

  @Test
  void isNotRightWithoutAGoldDocument() {
    Reply reply = Fakes.answered("It is 25,000 [1].", Fakes.quote(Fakes.TANKS, "Mao"));
    assertThat(judge.judge(LEAD, reply)).containsEntry("right", 0.0).containsEntry("document", 0.0);
  }

  @Test
  void isNotRightUnlessEveryMustMatches() {
    GoldQuestion both = Fakes.answerable(Set.of(1), List.of(), "25,000", "zinc");
    assertThat(figure("right", both, Fakes.answered("[1]", Fakes.quote(Fakes.LEAD, "25,000 tons"))))
        .isZero();
  }

  @Test
  void mustIsSoughtInAnyCase() {
    GoldQuestion shouted = Fakes.answerable(Set.of(1), List.of(), "STALIN");
    assertThat(figure("first", shouted, Fakes.answered("[1]", Fakes.quote(Fakes.LEAD, "Stalin")))).isOne();
  }

  @Test
  void readsOnlyTheFirst1500CharactersOfEach() {
    String filler = "x".repeat(1_493) + " ";
    Quotation stalin = Fakes.quote(Fakes.LEAD, "Stalin");
    assertThat(figure("right", LEAD, Fakes.answered(filler + "25,000", stalin))).isOne();
    assertThat(figure("right", LEAD, Fakes.answered(filler + " 25,000", stalin))).isZero();
    assertThat(figure("right", LEAD, Fakes.answered("", new Quotation(1, 0, 9, filler + "25,000", 1))))
        .isOne();
    assertThat(figure("right", LEAD, Fakes.answered("", new Quotation(1, 0, 9, filler + " 25,000", 1))))
        .isZero();
  }

  @Test
  void readsOnlyTheFirst500CharactersOfTheFirstQuotation() {
    String filler = "x".repeat(493) + " ";
    assertThat(figure("first", LEAD, Fakes.answered("", new Quotation(1, 0, 9, filler + "25,000", 1))))
        .isOne();
    assertThat(figure("first", LEAD, Fakes.answered("", new Quotation(1, 0, 9, filler + " 25,000", 1))))
        .isZero();
  }

  @Test
  void firstLooksAtNoOtherQuotation() {
    Reply reply = Fakes.answered("", Fakes.quote(Fakes.TANKS, "Mao"), Fakes.quote(Fakes.LEAD, "25,000"));
    assertThat(judge.judge(LEAD, reply)).containsEntry("first", 0.0).containsEntry("right", 1.0);
  }

  @Test
  void precisionCountsDocumentsAndNotQuotations() {
    Reply reply = Fakes.answered("", Fakes.quote(Fakes.LEAD, "Stalin"), Fakes.quote(Fakes.LEAD, "lead"),
        Fakes.quote(Fakes.TANKS, "Mao"));
    assertThat(figure("precision", LEAD, reply)).isEqualTo(0.5);
  }

  @Test
  void abstainingIsRightOnlyWhereThereIsNoAnswer() {
    assertThat(judge.judge(Fakes.unanswerable(), Fakes.abstained()))
        .isEqualTo(Map.of("right", 1.0, "abstain", 1.0));
    assertThat(judge.judge(LEAD, Fakes.abstained())).containsEntry("right", 0.0).containsEntry("first", 0.0)
        .containsEntry("precision", 0.0).containsEntry("false_abstain", 1.0).doesNotContainKey("verbatim");
    assertThat(
        judge.judge(Fakes.unanswerable(), Fakes.answered("Mao.", Fakes.quote(Fakes.TANKS, "Mao"))))
        .isEqualTo(Map.of("right", 0.0, "abstain", 0.0, "verbatim", 1.0));
  }

  @Test
  void evidenceNeeds60PercentOfTheWordsInQuotationsOfItsDocument() {
    // Seven words: Stalin, wants, 25, 000, tons, of, lead. Five are enough, four are not.
    assertThat(figure("evidence", LEAD, Fakes.answered("", Fakes.quote(Fakes.LEAD, "25,000 tons of lead"))))
        .isOne();
    assertThat(figure("evidence", LEAD, Fakes.answered("", Fakes.quote(Fakes.LEAD, "wants 25,000 tons"))))
        .isZero();
    assertThat(figure("evidence", LEAD, Fakes.answered("", Fakes.quote(Fakes.LEAD, "Stalin wants 25,"),
        Fakes.quote(Fakes.LEAD, "tons of")))).isOne();
    Quotation elsewhere = new Quotation(2, 0, 33, "Stalin wants 25,000 tons of lead.", 1);
    assertThat(figure("evidence", LEAD, Fakes.answered("", elsewhere))).isZero();
  }

  @Test
  void evidenceIsTheShareOfSpansFound() {
    GoldQuestion both = Fakes.answerable(Set.of(1, 2),
        List.of(new GoldSpan(1, "tons of lead"), new GoldSpan(2, "nine regiments of tanks")));
    assertThat(figure("evidence", both, Fakes.answered("", Fakes.quote(Fakes.TANKS, "nine regiments of"))))
        .isEqualTo(0.5);
  }

  @Test
  void exactly60PercentIsEnough() {
    assertThat(Words.enough("a b c d e", List.of("c b a"))).isTrue();
    assertThat(Words.enough("the the the the end", List.of("the end"))).isFalse();
    assertThat(Words.share("the the the the end", List.of("the end"))).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void verbatimIsCheckedAgainstTextAndSource() {
    Quotation altered = new Quotation(1, 0, 6, "Lenin ", 1);
    Quotation outside = new Quotation(1, 0, 600, "Stalin", 1);
    Quotation unknown = new Quotation(9, 0, 6, "Stalin", 1);
    assertThat(figure("verbatim", LEAD,
        Fakes.answered("", Fakes.quote(Fakes.LEAD, "Stalin wants 25,000"), altered, outside, unknown)))
        .isEqualTo(0.25);
  }

  @Test
  void aTextThatTheParserInventedIsNotVerbatim() {
    var invented = Fakes.document(1, "Stalin wants 25,000 tons of tin.", 2, 3);
    SourceText source = new SourceText(Fakes.collection(invented), Fakes.SOURCE);
    assertThat(source.holds(Fakes.quote(invented, "wants 25,000 tons"))).isTrue();
    assertThat(source.holds(Fakes.quote(invented, "tons of tin"))).isFalse();
  }

  @Test
  void wordsOfAnotherDocumentAreNotVerbatim() {
    var wrong = Fakes.document(1, "Mao wants nine regiments", 2, 3);
    SourceText source = new SourceText(Fakes.collection(wrong), Fakes.SOURCE);
    assertThat(source.holds(Fakes.quote(wrong, "nine regiments"))).isFalse();
  }
}
