package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Abstained;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.ClaimChecker.Grounded;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.passage.Span;

class AnswerWriterTests {

  private static Grounded cited(Document document, String words) {
    return new Grounded(Quote.verified(document, Samples.span(document, words), words), 0.5);
  }

  private static Answer answered(List<Grounded> grounds) {
    AnswerWriter writer = new AnswerWriter(AnswerListener.NONE, 5, quote -> List.of());
    grounds.forEach(writer::quote);
    return writer.finish(List.of(), List.of());
  }

  private static Answer abstained(List<Document> related) {
    return new AnswerWriter(AnswerListener.NONE, 5, quote -> List.of()).finish(related, List.of());
  }

  private static Document of(Kind kind, String from, String to) {
    return new Document("test", 1, "Report on the front", null,
        new DocumentDate(LocalDate.of(1951, 9, 15), null, "after 15 September 1951"), kind, from, to, null,
        null,
        "Words.", "00", List.of(), List.of());
  }

  @Test
  void leadsInMarksAndTiesEachQuotation() {
    Answered answer = (Answered) answered(
        List.of(cited(Samples.LEAD, Samples.LEAD_WORDS), cited(Samples.LEAD, "Please tell Kim so."),
            cited(Samples.PLANES, "We ask for planes.")));

    assertThat(answer.text()).isEqualTo("""
        Joseph Stalin to Shtykov, telegram, 30 January 1950: “We would like to receive from Korea a yearly \
        minimum of 25,000 tons of lead.” [1]

        The same telegram: “Please tell Kim so.” [2]

        Mao Zedong to Joseph Stalin, telegram, 30 June 1950: “We ask for planes.” [3]""");
    assertThat(answer.citations()).extracting(Citation::marker).containsExactly(1, 2, 3);
    assertThat(answer.citations()).extracting(c -> c.answerSpan().of(answer.text()))
        .containsExactly(answer.text().split("\n\n"));
    assertThat(answer.citations()).allSatisfy(citation -> assertThat(citation.answerSpan().of(answer.text()))
        .contains("“" + citation.quote().text() + "” [" + citation.marker() + "]"));
  }

  @Test
  void countsOffsetsInUtf16CodeUnits() {
    Document smile = Samples.document(1, "😀😀 laughs. He 😀 on.");
    Answered answer = (Answered) answered(List.of(cited(smile, "😀😀 laughs."), cited(smile, "He 😀 on.")));

    assertThat(answer.citations().get(1).answerSpan().of(answer.text()))
        .isEqualTo("The same telegram: “He 😀 on.” [2]");
  }

  @Test
  void leadsInWithWhatIsKnown() {
    assertThat(AnswerWriter.leadIn(of(Kind.LETTER, "Mao", "Stalin"), null))
        .isEqualTo("Mao to Stalin, letter, after 15 September 1951:");
    assertThat(AnswerWriter.leadIn(of(Kind.OTHER, "Mao", null), null))
        .isEqualTo("Mao, document, after 15 September 1951:");
    assertThat(AnswerWriter.leadIn(of(Kind.REPORT, null, "Stalin"), null))
        .isEqualTo("Report on the front, after 15 September 1951:");
    assertThat(AnswerWriter.leadIn(of(Kind.OTHER, null, null), of(Kind.OTHER, null, null)))
        .isEqualTo("The same document:");
  }

  @Test
  void namesADocumentAnewAfterAnother() {
    Answer answer = answered(List.of(cited(Samples.PLANES, "We ask for planes."),
        cited(Samples.LEAD, "Please tell Kim so."),
        cited(Samples.PLANES, "We ask for nine regiments of tanks.")));

    assertThat(answer.text().split("\n\n")[2]).startsWith("Mao Zedong to Joseph Stalin, telegram");
  }

  @Test
  void saysThatThereIsNoAnswerAndWhatIsNearest() {
    assertThat(abstained(List.of())).isEqualTo(
        new Abstained("The documents do not answer this question.", List.of()));
    assertThat(abstained(List.of(Samples.LEAD)).text()).isEqualTo(
        "The documents do not answer this question. The nearest are listed below.");
  }

  @Test
  void anAbstentionSaysOfWhomTheDocumentsSpeak() {
    Answer answer = new AnswerWriter(AnswerListener.NONE, 5, quote -> List.of()).finish(List.of(Samples.LEAD),
        List.of("Stalin", "Mao", "Kim Il Sung"));

    assertThat(answer.text())
        .isEqualTo("The documents do not answer this question. They speak of Stalin, Mao and"
            + " Kim Il Sung, but no sentence found says what is asked. The nearest are listed below.");
  }

  @Test
  void saysFirstThatItIsNotSureWhereItIsNot() {
    AnswerWriter writer = new AnswerWriter(AnswerListener.NONE, 5, quote -> List.of());
    writer.unsure();
    writer.quote(cited(Samples.PLANES, "We ask for planes."));
    Answered answer = (Answered) writer.finish(List.of(), List.of());

    assertThat(answer.text()).startsWith("The documents may not answer this")
        .endsWith(":\n\nMao Zedong to Joseph Stalin, telegram, 30 June 1950: “We ask for planes.” [1]");
    assertThat(answer.citations().getFirst().answerSpan().of(answer.text())).startsWith("Mao Zedong");
  }

  @Test
  void aClaimIsShownWithTheOneCitationThatHoldsTheOthersWhereNoMoreFit() {
    AnswerWriter writer = new AnswerWriter(AnswerListener.NONE, 1, quote -> List.of());
    writer.live("Stalin asked for ");
    String claim = "Stalin asked for “25,000 tons of lead”.";
    boolean fits = writer.claim(claim,
        List.of(cited(Samples.LEAD, "25,000 tons of lead"), cited(Samples.LEAD, Samples.LEAD_WORDS)), 0.9);
    Answered answer = (Answered) writer.finish(List.of(), List.of());

    assertThat(fits).isTrue();
    assertThat(answer.text()).isEqualTo(claim + " [1]");
    assertThat(answer.citations()).extracting(citation -> citation.quote().text())
        .containsExactly(Samples.LEAD_WORDS);
    assertThat(answer.claims()).extracting(SupportedClaim::markers).containsExactly(List.of(1));
  }

  @Test
  void aClaimThatNeedsMoreCitationsThanFitIsLeftOutAndNotCalledUnsupported() {
    List<Grounded> both = List.of(cited(Samples.LEAD, Samples.LEAD_WORDS),
        cited(Samples.PLANES, "We ask for planes."));
    for (String shown : List.of("", "Stalin asked for lead and ")) {
      AnswerWriter writer = new AnswerWriter(AnswerListener.NONE, 2, quote -> List.of());
      writer.quote(cited(Samples.LEAD, "Please tell Kim so."));
      if (!shown.isEmpty()) {
        writer.live(shown);
      }

      assertThat(writer.claim("Stalin asked for lead and Mao for planes.", both, 0.9)).isFalse();
      Answer answer = writer.finish(List.of(), List.of());
      assertThat(answer.claims()).isEmpty();
      assertThat(answer.text())
          .endsWith(shown.isEmpty() ? "“Please tell Kim so.” [1]" : AnswerWriter.LEFT_OUT)
          .doesNotContain(AnswerWriter.UNSUPPORTED);
    }
  }

  @Test
  void takesSpansFromTheAnswerAndNotFromTheDocument() {
    Answered answer = (Answered) answered(List.of(cited(Samples.PLANES, "We will pay for all of it.")));

    assertThat(answer.citations().getFirst().answerSpan()).isEqualTo(new Span(0, answer.text().length()));
  }
}
