package org.readingroom.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Samples;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.quotation.Difference.Kind;

class QuotationFinderTests {

  private static final Document ONE = Samples.document(1,
      """
          The comrade cannot re-elect twenty-five delegates, for "it is too late"… He wrote:

          We want a yearly minimum of 25,000 tons of lead - or 3.5 tons of gold; don't wait. Stalin's reply is here.\
          """);
  private static final Document TWO = Samples.document(2,
      "Sixty planes stand in the north- ern field. We want a yearly minimum of peace. Some ½ million peasants and 3/4 of the 1950¹ crop are gone.");

  private final QuotationFinder finder = new QuotationFinder(
      new Collection("test", "T", "P", "in T", "00", List.of(ONE, TWO), new Authority(List.of()), List.of()));

  @ParameterizedTest
  @ValueSource(strings = {"a yearly minimum of 25,000 tons", "a yearly\nminimum of 25,000\r\n  tons",
      "a yearly mini-\nmum of 25,000 tons", "a year\u00adly min\u00adimum of 25,000 tons",
      "“a yearly minimum of 25,000 tons”", "«a yearly minimum of 25,000 tons»",
      "\"a yearly minimum of 25,000 tons\" [1]",
      "“a yearly minimum of 25,000 tons,” [12]", "… a yearly minimum of 25,000 tons ...",
      "a yearly minimum of 25,000 tons.", "twenty-\nfive delegates", "twenty‑five delegates",
      "‘it is too late’", "“it is too late”", "it is too late . . . He wrote",
      "tons of lead — or 3.5 tons", "tons of lead – or", "don’t wait", "northern field", "north- ern field",
      "The comrade ... twenty-five delegates", "The comrade [...] it is too late […] of lead",
      "ﬁeld. We want a yearly", "Stalin's reply", "Some ½ million peasants", "and 3/4 of the 1950¹ crop"})
  void typographyIsNoDifference(String quote) {
    assertThat(finder.find(quote)).isInstanceOf(Finding.Exact.class);
  }

  @Test
  void refusesToCompareTooManyWords() {
    assertThatThrownBy(() -> finder.find("a b ".repeat(1_000))).isInstanceOf(InvalidQuotationException.class)
        .hasMessageContaining("at most 1200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a yearly maximum of 25,000 tons", "The comrade can", "he comrade cannot",
      "a yearly minimum of 25", "a yearly minimum of 25,000 ton", "re-elect twenty", "five delegates, for",
      "reelect twenty-five delegates", "twenty five delegates", "or 35 tons of gold", "or 3. 5 tons of gold",
      "a yearly of minimum 25,000 tons", "A yearly minimum of 25,000 tons", "tons of lead or 3.5 tons",
      "it istoo late", "gold; do", "He ... wait", "reply is here … a yearly minimum",
      "2 million peasants and", "4 of the", "1/2 million peasants", "million peasants and 3",
      "of the 19501 crop",
      "minimum of 25.000 tons",
      "it is not too late", "elect twenty-five", "ern field", "field. ... minimum of 25,000 tons of lead"})
  void anAlterationIsNeverExact(String quote) {
    assertThat(finder.find(quote)).isNotInstanceOf(Finding.Exact.class);
  }

  @Test
  void tellsEveryPlaceInItsDocument() {
    Finding.Exact found = (Finding.Exact) finder.find("“We want a  yearly minimum of”");

    assertThat(found.occurrences()).extracting(o -> o.document().number()).containsExactly(1, 2);
    assertThat(found.occurrences()).extracting(Occurrence::text)
        .containsOnly("We want a yearly minimum of");
  }

  @Test
  void anEllipsisLeavesOutWhatIsBetweenTheParts() {
    Finding.Exact found = (Finding.Exact) finder.find("“The comrade … twenty-five delegates … of gold”");
    Occurrence place = found.occurrences().getFirst();

    assertThat(place.parts()).extracting(part -> part.of(ONE.text())).containsExactly("The comrade",
        "twenty-five delegates", "of gold");
    assertThat(place.span()).isEqualTo(new Span(0, ONE.text().indexOf("; don't")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      We want a yearly maximum of 25,000 tons of lead   | CHANGED | maximum | minimum
      We want a minimum of 25,000 tons of lead          | OMITTED | ''      | yearly
      We want a very yearly minimum of 25,000 tons      | ADDED   | very    | ''
      we want a yearly minimum of 25,000 tons           | CHANGED | we      | We
      a yearly minimum of 25,000 tons of lead or 3.5    | OMITTED | ''      | ' - '
      the comrades cannot re- elect twenty-five         | CHANGED | the comrades | The comrade
      """)
  void marksWhereTheNearestParts(String quote, Kind kind, String quoted, String written) {
    Finding.Nearest nearest = (Finding.Nearest) finder.find(quote);
    Difference difference = nearest.differences().getFirst();

    assertThat(nearest.differences()).hasSize(1);
    assertThat(nearest.occurrence().document()).isEqualTo(ONE);
    assertThat(nearest.similarity()).isBetween(0.4, 1.0);
    assertThat(difference.kind()).isEqualTo(kind);
    assertThat(quote.substring(difference.quoteStart(), difference.quoteEnd())).isEqualTo(quoted);
    assertThat(ONE.text().substring(difference.start(), difference.end())).isEqualTo(written);
  }

  @Test
  void nothingResemblesSomethingElse() {
    assertThat(finder.find("My hovercraft is full of eels")).isEqualTo(new Finding.None());
    assertThat(finder.find("qwxz")).isEqualTo(new Finding.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "…", "“”", "-", "\u00ad", "?!"})
  void refusesWhatHasNoWords(String quote) {
    assertThatThrownBy(() -> finder.find(quote)).isInstanceOf(InvalidQuotationException.class)
        .hasMessage("The quotation has no words.");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(finder.find("x".repeat(QuotationFinder.MAX_LENGTH))).isEqualTo(new Finding.None());
    assertThatThrownBy(() -> finder.find("x".repeat(QuotationFinder.MAX_LENGTH + 1)))
        .isInstanceOf(InvalidQuotationException.class).hasMessageContaining("5001 characters");
  }

  @Test
  void anyCharactersCanBeLookedFor() {
    Stream.of("\u0000\uffff", "\ud83d", "e\u0301", "…a…", "[1]", "((((", "a\u0301\u0301b-", "-\n-a", "1 2 3")
        .forEach(quote -> {
          try {
            assertThat(finder.find(quote)).isNotNull();
          } catch (InvalidQuotationException e) {
            assertThat(e).hasMessageEndingWith(".");
          }
        });
  }
}
