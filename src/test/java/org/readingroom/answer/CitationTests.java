package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.passage.Span;

class CitationTests {

  private static final Span PLACE = Samples.span(Samples.LEAD, Samples.LEAD_WORDS);
  private static final Quote QUOTE = Quote.verified(Samples.LEAD, PLACE, Samples.LEAD_WORDS);

  private static Citation citation(Span... emphasis) {
    return new Citation(2, QUOTE, new Span(0, 10), List.of(emphasis), 0.5);
  }

  @Test
  void hasAnIdOfItsMarker() {
    assertThat(citation().id()).isEqualTo("c2");
  }

  @Test
  void emphasisesWordsOfItsQuotationOnly() {
    assertThat(citation(PLACE).emphasis()).containsExactly(PLACE);
    assertThatThrownBy(() -> citation(new Span(PLACE.start() - 1, PLACE.start() + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> citation(PLACE, new Span(PLACE.end() - 1, PLACE.end() + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<Span> emphasis = new ArrayList<>(List.of(PLACE));
    Citation citation = new Citation(1, QUOTE, new Span(0, 10), emphasis, 0.5);
    List<Citation> citations = new ArrayList<>(List.of(citation));
    Answered answered = new Answered("…", citations);
    emphasis.clear();
    citations.clear();

    assertThat(citation.emphasis()).hasSize(1);
    assertThat(answered.citations()).hasSize(1);
  }

  @Test
  void isNeededForAnAnswer() {
    assertThatThrownBy(() -> new Answered("Trust me.", List.of()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("citation");
  }
}
