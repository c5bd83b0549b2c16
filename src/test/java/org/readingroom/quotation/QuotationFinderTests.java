package org.readingroom.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Samples;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.passage.Span;
import org.readingroom.quotation.Difference.Kind;
import org.readingroom.search.Likeness;

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

  @Test
  void whateverStandsAroundAQuotationItHasFewReadings() {
    assertThat(new Quotation(FoldedText.of("a" + "\".".repeat(2_400))).readings())
        .hasSizeLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a yearly minimum of 25,000 tons", "a yearly\nminimum of 25,000\r\n  tons",
      "a yearly mini-\nmum of 25,000 tons", "a year\u00adly min\u00adimum of 25,000 tons",
      "“a yearly minimum of 25,000 tons”", "«a yearly minimum of 25,000 tons»",
      "\"a yearly minimum of 25,000 tons\" [1]",
      "“a yearly minimum of 25,000 tons,” [12]", "… a yearly minimum of 25,000 tons ...",
      "“a yearly minimum of 25,000 tons”.", "“a yearly minimum of 25,000 tons”,",
      "“a yearly minimum of 25,000 tons.” [1].", "“The comrade … twenty-five delegates”.",
      "a yearly minimum of 25,000 tons.", "twenty-\nfive delegates", "twenty‑five delegates",
      "‘it is too late’", "“it is too late”", "it is too late . . . He wrote",
      "tons of lead — or 3.5 tons", "tons of lead – or", "don’t wait", "northern field", "north- ern field",
      "The comrade ... twenty-five delegates", "The comrade [...] it is too late […] of lead",
      "ﬁeld. We want a yearly", "Stalin's reply", "Some ½ million peasants", "and 3/4 of the 1950¹ crop"})
  void typographyIsNoDifference(String quote) {
    assertThat(finder.find(quote)).isInstanceOf(Finding.Exact.class);
  }

  @Test
  void theMarksAroundAQuotationAreNotThoseOfItsNeighbours() {
    Document document = Samples.document(1, "He said \"no\" and left for the \"far north\" at once.");
    QuotationFinder marked = new QuotationFinder(
        new Collection("test", "T", "P", "in T", "00", List.of(document), new Authority(List.of()),
            List.of()));

    assertThat(marked.find("“and left for the ‘far north’”")).isInstanceOfSatisfying(Finding.Exact.class,
        exact -> assertThat(exact.occurrences()).singleElement().extracting(Occurrence::text).asString()
            .startsWith("and left for the \"far north"));
    assertThat(marked.find("“far north”")).isInstanceOfSatisfying(Finding.Exact.class,
        exact -> assertThat(exact.occurrences()).singleElement().extracting(Occurrence::text)
            .isEqualTo("\"far north\""));
  }

  @Test
  void readsOnlyWhatASearchFindsInALargeCollection() {
    List<String> searched = new ArrayList<>();
    Document read = Samples.document(1, "Stalin asked for lead. Mao sent horses.");
    Document unread = new Document(Samples.document(2, "Horses are wanted.").card(), () -> {
      throw new IllegalStateException("nobody needs it");
    });
    QuotationFinder large = new QuotationFinder(new Collection("test", "T", "P", "in T", "00",
        List.of(read, unread), new Authority(List.of()), List.of()), words -> Optional.empty(), words -> {
          searched.add(words);
          return List.of(read);
        }, 20);

    assertThat(large.find("Mao sent horses")).isInstanceOf(Finding.Exact.class);
    assertThat(large.find("Mao sent many horses")).isInstanceOf(Finding.Nearest.class);
    assertThat(searched).containsExactly("Mao sent horses", "Mao sent many horses");
  }

  /** Whoever types a word does not know where a line broke it. */
  @ParameterizedTest
  @ValueSource(strings = {"an efficient and well-known way", "an effi-cient and well-known way"})
  void aWordThatALineBrokeIsTheWord(String quote) {
    String text = "It is an effi-cient and well-known way.";
    Document plain = Samples.document(1, text);
    Document broken = new Document(plain.card(), new DocumentBody(text, plain.paragraphs(), List.of(),
        List.of(), List.of(), List.of(13)));
    QuotationFinder printed = new QuotationFinder(new Collection("test", "T", "P", "in T", "00",
        List.of(broken), new Authority(List.of()), List.of()));

    assertThat(printed.find(quote)).isInstanceOf(Finding.Exact.class);
    assertThat(printed.find(quote.replace("-known", "known"))).isNotInstanceOf(Finding.Exact.class);
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

  @ParameterizedTest
  @ValueSource(strings = {"WE WANT A YEARLY MINI-\nMUM OF 25,000 TONS",
      "we want a yearly minimum of 25,000 tons",
      "“We Want a Yearly Minimum of 25,000 Tons”", "THE COMRADE … OF 25,000 TONS"})
  void anotherCaseIsNotOtherWords(String quote) {
    assertThat(finder.find(quote)).isInstanceOfSatisfying(Finding.OtherCase.class,
        other -> assertThat(other.occurrences()).singleElement().extracting(Occurrence::document)
            .isEqualTo(ONE));
  }

  @Test
  void otherWordsInOtherCaseAreOtherWords() {
    assertThat(finder.find("WE WANT A YEARLY MAXIMUM OF 25,000 TONS OF LEAD"))
        .isInstanceOf(Finding.Nearest.class);
  }

  @Test
  void wordsPutTogetherFromTwoDocumentsNameBoth() {
    String quote = "“The comrade cannot re-elect twenty-five delegates, and some ½ million peasants "
        + "and 3/4 of the 1950¹ crop are gone.” [1]";

    assertThat(finder.find(quote)).isInstanceOfSatisfying(Finding.Spliced.class, spliced -> {
      assertThat(spliced.pieces()).extracting(piece -> piece.occurrence().document().number())
          .containsExactly(1, 2);
      assertThat(spliced.pieces()).extracting(piece -> quote.substring(piece.start(), piece.end()))
          .containsExactly("The comrade cannot re-elect twenty-five delegates,",
              "½ million peasants and 3/4 of the 1950¹ crop are gone.");
      assertThat(spliced.pieces()).extracting(piece -> piece.occurrence().text())
          .containsExactly("The comrade cannot re-elect twenty-five delegates,",
              "½ million peasants and 3/4 of the 1950¹ crop are gone.");
      assertThat(spliced.share()).isBetween(0.75, 0.95);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"We want a yearly minimum of gold, or 3.5 tons of gold; don't wait",
      "The comrade cannot re-elect twenty-five delegates, but the northern field is full",
      "The comrade cannot re-elect twenty-five delegates. We want a yearly minimum of 25,000 tons of lead"})
  void changedWordsAndWordsLeftOutAreNotPutTogether(String quote) {
    assertThat(finder.find(quote)).isInstanceOf(Finding.Nearest.class);
  }

  @Test
  void whatSaysNearlyTheSameIsShownWhereNoWordsResemble() {
    Span span = new Span(0, 12);
    QuotationFinder knowing = new QuotationFinder(
        new Collection("test", "T", "P", "in T", "00", List.of(ONE), new Authority(List.of()), List.of()),
        words -> Optional.of(new Likeness(ONE, span, 0.8)), words -> List.of());

    assertThat(knowing.find("My hovercraft is full of eels"))
        .isEqualTo(new Finding.LikeInMeaning(new Occurrence(ONE, List.of(span)), 0.8));
    assertThat(knowing.find("a yearly maximum of 25,000 tons of lead")).isInstanceOf(Finding.Nearest.class);
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
