package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer;
import org.readingroom.passage.Span;

class AnswerPageTests {

  private final AnswerPage page = new AnswerPage(60, Ink.PLAIN);

  @Test
  void setsAQuotationOffWhereItStandsInTheText() {
    String text = "Stalin wrote: “" + Samples.LEAD.text() + "” [1] That was in January.";
    assertThat(page.lines(new Answer.Answered(text,
        List.of(Samples.citation(1, Samples.LEAD, new Span(0, text.length())))))).containsExactly(
            "Stalin wrote:",
            "",
            "  │ “We would like to receive from Korea a yearly minimum of",
            "  │ 25,000 tons of lead.” [1]",
            "",
            "That was in January.",
            "",
            "[1] no. 7, Telegram, Joseph Stalin to Shtykov, 1950-01-30,",
            "    AVPRF, F. 059a, p. 92");
  }

  @Test
  void putsQuotationsThatTheTextPointsAtAfterIt() {
    String text = "He wanted 25,000 tons a year [1], and Mao wanted planes [2].";
    assertThat(page.lines(new Answer.Answered(text,
        List.of(Samples.citation(1, Samples.LEAD, new Span(0, 28)),
            Samples.citation(2, Samples.PLANES, new Span(34, 55))))))
        .startsWith(
            "He wanted 25,000 tons a year [1], and Mao wanted planes [2].",
            "",
            "  │ “We would like to receive from Korea a yearly minimum of",
            "  │ 25,000 tons of lead.” [1]",
            "",
            "  │ “We ask for planes.” [2]",
            "",
            "[1] no. 7, Telegram, Joseph Stalin to Shtykov, 1950-01-30,",
            "    AVPRF, F. 059a, p. 92");
  }

  @Test
  void anAnswerThatIsAllQuotationsHasNothingElse() {
    String text = Samples.LEAD.text() + " [1] " + Samples.PLANES.text() + " [2]";
    int second = Samples.LEAD.text().length() + 5;
    assertThat(page.lines(new Answer.Answered(text,
        List.of(Samples.citation(1, Samples.LEAD, new Span(0, 76)),
            Samples.citation(2, Samples.PLANES, new Span(second, second + 18))))))
        .startsWith("  │ “We would like to receive from Korea a yearly minimum of")
        .contains("  │ “We ask for planes.” [2]").hasSize(9);
  }

  @Test
  void namesADocumentOnceHoweverOftenItIsQuoted() {
    String text = Samples.LEAD.text() + " [1] " + Samples.LEAD.text() + " [2]";
    assertThat(page.lines(new Answer.Answered(text,
        List.of(Samples.citation(1, Samples.LEAD, new Span(0, 76)),
            Samples.citation(2, Samples.LEAD, new Span(81, 157))))))
        .endsWith("", "[1] [2] no. 7, Telegram, Joseph Stalin to Shtykov,",
            "    1950-01-30, AVPRF, F. 059a, p. 92");
  }

  @Test
  void whatFollowsAnAnswerStandsOneLineBelowIt() {
    assertThat(page.after(new Answer.Answered("Planes [1].",
        List.of(Samples.citation(1, Samples.PLANES, new Span(0, 6))))))
        .startsWith("", "  │ “We ask for planes.” [1]", "",
            "[1] no. 8, Letter, Mao Zedong to Joseph Stalin, 1950-06-30,",
            "    AVPRF, F. 059a, p. 92");
    assertThat(page.after(new Answer.Abstained("No.", List.of(Samples.PLANES)))).startsWith("",
        "Nearest documents:");
    assertThat(page.after(new Answer.Abstained("No.", List.of()))).isEmpty();
  }

  @Test
  void namesTheNearestDocumentsWhereThereIsNoAnswer() {
    assertThat(page.lines(new Answer.Abstained("The documents do not say.", List.of(Samples.PLANES))))
        .containsExactly("The documents do not say.", "", "Nearest documents:",
            "  no. 8, Letter, Mao Zedong to Joseph Stalin, 1950-06-30");
  }

  @Test
  void namesTheDocumentsThatAnAnswerAboutTheCollectionSpeaksOf() {
    Answer told = new Answer.Told("There is 1 letter.", List.of(Samples.PLANES));
    assertThat(page.lines(told)).containsExactly("There is 1 letter.", "", "Documents:",
        "  no. 8, Letter, Mao Zedong to Joseph Stalin, 1950-06-30");
    assertThat(page.after(told)).startsWith("", "Documents:");
    assertThat(page.lines(new Answer.Told("Hello.", List.of()))).containsExactly("Hello.");
  }

  @Test
  void coloursMarkersOnlyWhereAsked() {
    Answer answer = new Answer.Answered("Planes [1].",
        List.of(Samples.citation(1, Samples.PLANES, new Span(0, 6))));
    assertThat(String.join("\n", page.lines(answer))).doesNotContain("\u001b");
    assertThat(new AnswerPage(60, new Ink(true)).lines(answer).stream().map(ScreenWriter::written))
        .contains("Planes \u001b[36m[1]\u001b[0m.");
  }
}
