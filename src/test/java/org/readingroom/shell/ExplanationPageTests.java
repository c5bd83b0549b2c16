package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Explanation;
import org.readingroom.answer.ModelTrace.Check;
import org.readingroom.answer.ModelTrace.Dropped;

class ExplanationPageTests {

  private static Explanation explanation(Dropped... dropped) {
    Explanation sample = Samples.explanation();
    return new Explanation(sample.query(), sample.passages(), sample.answered(), sample.confidence(),
        sample.least(), sample.bias(), sample.grounds(), sample.candidates(), List.of(dropped));
  }

  @Test
  void saysWhatALanguageModelSaidBesidesAndWhyItIsNotShown() {
    assertThat(new ExplanationPage(60, Ink.PLAIN).lines(explanation(
        new Dropped("Who wanted lead?", Check.FORM, "it is a question"),
        new Dropped("Stalin wanted 52,000 tons.", Check.ESSENTIALS, "the evidence does not have: 52,000"))))
        .containsSubsequence("What the language model said and the answer leaves out",
            "  Who wanted lead? (it is a question)",
            "  Stalin wanted 52,000 tons. (the evidence does not have:", "    52,000)", "Why");
  }

  @Test
  void saysNothingOfALanguageModelOfWhichNothingIsLeftOut() {
    assertThat(new ExplanationPage(60, Ink.PLAIN).lines(explanation()))
        .noneMatch(line -> line.contains("language model"));
  }
}
