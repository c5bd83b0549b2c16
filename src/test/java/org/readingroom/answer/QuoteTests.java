package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

class QuoteTests {

  private static final Document DOCUMENT = Samples.document(1, "Stalin wants 25,000 tons. Mao wants tanks.");

  private static void refuses(Document document, int start, int end, String words) {
    assertThatThrownBy(() -> Quote.verified(document, new Span(start, end), words))
        .isInstanceOf(UnverifiedQuoteException.class);
  }

  @Test
  void holdsTheWordsAtItsPlace() {
    Quote quote = Quote.verified(DOCUMENT, new Span(13, 25), "25,000 tons.");

    assertThat(quote.text()).isEqualTo("25,000 tons.");
    assertThat(quote.document()).isSameAs(DOCUMENT);
    assertThat(quote.span()).isEqualTo(new Span(13, 25));
    assertThat(quote).hasToString("test:1Span[start=13, end=25]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25,001 tons.", "25,000 Tons.", "25,000 tons", "25,000  tons.",
      "25,000 tons.\u200B",
      "25,000\u00A0tons.", "", "25，000 tons."})
  void refusesOtherWords(String words) {
    refuses(DOCUMENT, 13, 25, words);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void refusesThePlaceNextToIt(int off) {
    refuses(DOCUMENT, 13 + off, 25 + off, "25,000 tons.");
    refuses(DOCUMENT, 13 + off, 25, "25,000 tons.");
    refuses(DOCUMENT, 13, 25 + off, "25,000 tons.");
  }

  @Test
  void refusesASpanOutsideTheDocument() {
    int length = DOCUMENT.text().length();

    refuses(DOCUMENT, length - 6, length + 1, "tanks.");
    refuses(DOCUMENT, length, length + 6, "tanks.");
    refuses(DOCUMENT, 0, Integer.MAX_VALUE, DOCUMENT.text());
    refuses(DOCUMENT, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, "t");
  }

  @Test
  void refusesTheRightWordsOfAnotherDocument() {
    refuses(Samples.document(2, "Stalin wants 15,000 tons. Mao wants tanks."), 13, 25, "25,000 tons.");
  }

  @Test
  void refusesHalfACharacter() {
    Document smile = Samples.document(1, "a\uD83D\uDE00b");

    refuses(smile, 0, 2, "a\uD83D");
    refuses(smile, 2, 4, "\uDE00b");
    refuses(smile, 1, 2, "\uD83D");
    assertThat(Quote.verified(smile, new Span(1, 3), "\uD83D\uDE00").text()).isEqualTo("\uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "\t", "\u00A0", "\u2007", "\u202F", "\u2028", "\u3000"})
  void refusesWhiteSpaceAtItsEnds(String space) {
    Document document = Samples.document(1, "one" + space + "two");

    refuses(document, 0, 4, "one" + space);
    refuses(document, 3, 7, space + "two");
    refuses(document, 3, 4, space);
    assertThat(Quote.verified(document, new Span(0, 7), document.text()).text()).isEqualTo(document.text());
  }

  @Test
  void refusesMoreThan500Characters() {
    Document document = Samples.document(1, "x".repeat(600));

    assertThat(Quote.verified(document, new Span(0, 500), "x".repeat(500)).text()).hasSize(500);
    refuses(document, 0, 501, "x".repeat(501));
  }

  @Test
  void saysWhatIsWrongWithoutTheWords() {
    assertThatThrownBy(() -> Quote.verified(DOCUMENT, new Span(0, 6), "secret"))
        .hasMessage("Those words are not in test:1 at 0 to 6.");
  }

  @Test
  void equalsAnotherOfTheSamePlace() {
    Quote quote = Quote.verified(DOCUMENT, new Span(0, 6), "Stalin");
    Document again = Samples.document(1, "Title", LocalDate.EPOCH, null, null, DOCUMENT.text());
    Document other = Samples.document(2, DOCUMENT.text());

    assertThat(quote).isEqualTo(Quote.verified(again, new Span(0, 6), "Stalin"))
        .hasSameHashCodeAs(Quote.verified(again, new Span(0, 6), "Stalin"))
        .isNotEqualTo(Quote.verified(other, new Span(0, 6), "Stalin"))
        .isNotEqualTo(Quote.verified(DOCUMENT, new Span(0, 5), "Stali"));
  }

  @Property(tries = 500)
  void whateverIsVerifiedStandsInTheDocument(@ForAll @NotBlank @StringLength(max = 40) String text,
      @ForAll @IntRange(min = 0, max = 45) int start, @ForAll @IntRange(min = 1, max = 45) int length,
      @ForAll @StringLength(max = 10) String invented, @ForAll boolean honest) {
    Document document = Samples.document(1, text);
    Span span = new Span(start, start + length);
    String words = honest && span.end() <= text.length() ? span.of(text) : invented;
    try {
      Quote quote = Quote.verified(document, span, words);

      assertThat(quote.text()).isEqualTo(words).isEqualTo(text.substring(start, start + length));
    } catch (UnverifiedQuoteException refused) {
      assertThat(refused).hasMessageContaining("test:1");
    }
  }
}
