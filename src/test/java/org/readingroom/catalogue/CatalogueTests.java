package org.readingroom.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.catalogue.Finding.Place;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;
import org.readingroom.search.Mention;
import org.readingroom.search.PassageSearch;

class CatalogueTests {

  private static Finding ask(String question, Filters filters, Mention... mentions) {
    PassageSearch search = new PassageSearch(null, null, null) {

      @Override
      public List<Mention> mentions(String words, String beside, Filters within) {
        return List.of(mentions);
      }
    };
    return new Catalogue(Reader.COLLECTION, search).answer(question, List.of(), filters, 5).orElseThrow();
  }

  private static Finding ask(String question, Mention... mentions) {
    return ask(question, Filters.NONE, mentions);
  }

  private static List<Document> documents(Predicate<Document> wanted) {
    return Reader.COLLECTION.documents().stream().filter(wanted).toList();
  }

  private static Document document(int number) {
    return Reader.COLLECTION.document(number).orElseThrow();
  }

  private static String text(Place place) {
    return place.span().of(place.document().text());
  }

  @Test
  void countsTheDocumentsThatAreOfAYearForSure() {
    List<Document> of1953 = documents(
        document -> document.date().from() != null && document.date().to() != null
            && document.date().from().getYear() == 1953 && document.date().to().getYear() == 1953);

    Finding finding = ask("How many documents are from 1953?");

    assertThat(finding.opening())
        .startsWith("The collection has " + of1953.size() + " documents of 1953: documents ");
    assertThat(finding.documents()).isNotEmpty().isSubsetOf(of1953);
  }

  @Test
  void listsEveryDocumentThatSomebodyWroteTheFirstWithTheirOpenings() {
    List<Document> stalins = documents(
        document -> document.from() != null && document.from().contains("Stalin"));

    Finding finding = ask("What did Filippov write?");

    assertThat(finding.opening())
        .isEqualTo(
            "The collection has " + stalins.size() + " documents from Joseph Stalin. The first 5 begin:");
    assertThat(finding.places()).extracting(Place::document).containsExactlyElementsOf(stalins.subList(0, 5));
    assertThat(finding.places()).allSatisfy(place -> assertThat(text(place)).isNotBlank());
    assertThat(finding.closing())
        .isEqualTo("The others are " + Numbers.documents(stalins.subList(5, stalins.size())) + ".");
  }

  @Test
  void countsOnlyWithinTheFilters() {
    long reports = documents(document -> document.kind() == Kind.REPORT).size();

    assertThat(ask("How many documents are there?", new Filters(Set.of(), null, null, Set.of(), Kind.REPORT))
        .opening())
        .startsWith("The collection has " + reports + " documents within the filters that are set");
  }

  @Test
  void saysSoWhereThereIsNoSuchDocument() {
    assertThat(ask("List telegrams from Mao of 1960")).isEqualTo(
        new Finding("The collection has no telegrams from Mao Zedong of 1960.", List.of(), "", List.of()));
    assertThat(ask("What is in document 300?").opening())
        .isEqualTo("There is no document 300; the collection has documents 1–126.");
  }

  @Test
  void showsWhereADocumentSaysWhoseCoverNameItIs() {
    Finding finding = ask("Who is Filippov?");

    assertThat(finding.opening()).startsWith("“Filippov” is another name for Joseph Stalin: Chairman");
    assertThat(finding.places()).isNotEmpty()
        .allSatisfy(place -> assertThat(text(place)).containsPattern("(?i)filippov \\[stalin\\]"));
    assertThat(finding.closing()).contains("Fyn Si").doesNotContain("Filippov,");
  }

  @Test
  void showsSentencesThatMentionAPersonWithoutAnotherName() {
    Mention mention = new Mention(document(7), new Span(0, 10), List.of(), 1);

    Finding finding = ask("Who is Shtykov?", mention);

    assertThat(finding.opening()).startsWith("Terenti Shtykov: Soviet ambassador to the DPRK, 1948-1950.");
    assertThat(finding.places()).extracting(Place::document).containsExactly(document(7));
  }

  @Test
  void saysHowManyDocumentsMentionSomethingAndWhichOthers() {
    Mention[] mentions = Stream.of(7, 9, 10, 11, 12, 40)
        .map(number -> new Mention(document(number), new Span(0, 10),
            List.of(new Span(2, 5)), 1))
        .toArray(Mention[]::new);

    Finding finding = ask("Which documents mention bacteriological weapons?", mentions);

    assertThat(finding.opening()).startsWith("6 documents mention “bacteriological weapons”");
    assertThat(finding.places()).hasSize(5).first()
        .isEqualTo(new Place(document(7), new Span(0, 10), List.of(new Span(2, 5))));
    assertThat(finding.closing()).isEqualTo("The other is document 40.");
  }

  @Test
  void saysThatNothingMentionsIt() {
    assertThat(ask("Which documents mention saucers?"))
        .isEqualTo(Finding.said("No sentence in the collection’s documents mentions “saucers”."));
    assertThat(ask("Which documents mention the Dalai Lama?"))
        .isEqualTo(Finding.said("No sentence in the collection’s documents mentions “Dalai Lama”."));
  }

  @Test
  void leavesSeveralWordsThatNoSentenceHasToTheSearch() {
    PassageSearch search = new PassageSearch(null, null, null) {

      @Override
      public List<Mention> mentions(String words, String beside, Filters within) {
        return List.of();
      }
    };
    assertThat(new Catalogue(Reader.COLLECTION, search)
        .answer("documents about the suspension of the talks", List.of(), Filters.NONE, 5)).isEmpty();
  }

  @Test
  void showsTheEarliestDocument() {
    Document earliest = documents(document -> document.date().isKnown()).stream()
        .min(Comparator.comparing(document -> document.date().sortDay())).orElseThrow();

    Finding finding = ask("What is the earliest document?");

    assertThat(finding.opening())
        .isEqualTo("The collection has 126 documents, of which the earliest is document "
            + earliest.number() + ", " + earliest.date().label() + ". It begins:");
    assertThat(finding.places()).extracting(Place::document).containsExactly(earliest);
  }

  @Test
  void describesOneDocumentAndQuotesItsBeginning() {
    Finding finding = ask("What is in document 7?");

    assertThat(finding.opening()).contains("Joseph Stalin", document(7).date().label(), document(7).title())
        .doesNotContain("..");
    assertThat(finding.places()).singleElement().satisfies(place -> {
      assertThat(place.document()).isEqualTo(document(7));
      assertThat(text(place).length()).isBetween(60, 500);
      assertThat(text(place)).doesNotContain("Source:");
    });
  }

  @Test
  void saysWhatAnAbbreviationStandsFor() {
    assertThat(ask("What is the KPA?").opening())
        .startsWith("“KPA” stands for Korean People's Army: armed forces");
  }

  @Test
  void callsACorrespondentWithoutAnEntryAsTheDocumentsDo() {
    assertThat(ask("How many reports are from the polish embassy?").opening())
        .contains(" reports from Polish Embassy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "help", "what is this?", "summarize the war", "thanks", "bye"})
  void saysNothingThatNeedsADocument(String question) {
    assertThat(ask(question).places()).isEmpty();
    assertThat(ask(question).opening()).isNotBlank();
  }

  @Test
  void helpNamesTheCollectionsOwnExamples() {
    assertThat(ask("help").opening()).contains("such as “" + Reader.COLLECTION.examples().getFirst() + "”");
  }

  @Test
  void saysWhatTheCollectionIsInsteadOfASummary() {
    assertThat(ask("Summarize the war").opening()).startsWith("Nothing is summarized here")
        .contains(Reader.COLLECTION.title(), Reader.COLLECTION.description(), "126 documents",
            "Joseph Stalin");
  }

  private static String askPapers(String question) {
    Authority known = new Authority(List.of(new Entry(Type.PERSON, "Ann Poe", List.of())));
    PassageSearch search = new PassageSearch(null, null, null) {

      @Override
      public List<Mention> mentions(String words, String beside, Filters within) {
        return List.of();
      }
    };
    return new Catalogue(Papers.collection("Malaria", "", known, Papers.paper(1, "Jane Smith", "John Doe"),
        Papers.paper(2, "Jane Smith"), Papers.paper(3, "Ann Poe")), search)
        .answer(question, List.of(), Filters.NONE, 5).orElseThrow().opening();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Who wrote document 1? | Document 1 is “Paper 1”, a document from Jane Smith and John Doe. It begins:",
      "What did Jane Smith write? | The collection has 2 documents from Jane Smith. They begin:",
      "How many documents are from Jane Smith? | "
          + "The collection has 2 documents from Jane Smith: documents 1 and 2.",
      "Who is Ann Poe? | Ann Poe. 1 document is from Ann Poe and 0 mention the name in some form."})
  void theAuthorsOfFilesWroteThem(String question, String opening) {
    assertThat(askPapers(question)).isEqualTo(opening);
  }

  @Test
  void helpAndOverviewNameAuthors() {
    assertThat(askPapers("help")).contains("“What did Jane Smith write?”").doesNotContain("Who is Jane");
    assertThat(askPapers("What is this?"))
        .contains("Among those who wrote them are Jane Smith, John Doe and Ann Poe.");
  }

  @Test
  void leavesOtherQuestionsAlone() {
    assertThat(new Catalogue(Reader.COLLECTION, new PassageSearch(null, null, null))
        .answer("How much lead did Stalin want?", List.of(), Filters.NONE, 5)).isEmpty();
  }
}
