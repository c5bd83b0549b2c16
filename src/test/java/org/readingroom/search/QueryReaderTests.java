package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Authority;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

class QueryReaderTests {

  private final QueryReader reader = new QueryReader(new TextAnalyzer(new Authority(List.of())),
      UnaryOperator.identity());

  private Query read(String text) {
    return reader.read(text, text, Filters.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"What does document 22 say? | 22", "What is in Document 22? | 22",
      "What is in doc. 14? | 14", "What is in doc 14? | 14", "What is in docs. 14 and 15? | 14 15",
      "Compare documents 5 and 6. | 5 6", "Compare documents 5 & 6. | 5 6",
      "Compare documents 5, 6 and 17. | 5 6 17",
      "Compare documents 5, 6, and 17. | 5 6 17", "What does document no. 7 say? | 7",
      "What does document No. 7 say? | 7", "What does document Nº 7 say? | 7",
      "What does document #7 say? | 7",
      "What does document number 7 say? | 7", "Is document 3 older than document 126? | 3 126",
      "Is DOCUMENT 007 secret? | 7", "What does document 1945 say? | 1945",
      "Compare documents 1200 and 12345. | 1200 12345", "What do documents 42-46 say? | 42 43 44 45 46",
      "What do documents 5 to 7 say? | 5 6 7", "Do documents 5–7 and 9 say so? | 5 6 7 9",
      "What do documents 5 through 7 say? | 5 6 7", "Is it in documents 5 or 6? | 5 6",
      "Compare document 5 with 6. | 5 6", "Compare document 5 vs. 6. | 5 6",
      "What changed from document 5 to 10 May 1950? | 5"})
  void findsTheNumbersOfTheDocumentsNamed(String text, String numbers) {
    assertThat(read(text).documents())
        .isEqualTo(Arrays.stream(numbers.split(" ")).map(Integer::valueOf).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What do the documents of 1950 say?", "What do documents 1950 say?",
      "Is there a document?",
      "How many of the 126 documents are secret?", "What did the doctor see in 5 days?", "What is No. 7?",
      "Is the document of 5 tons?", "Is this a document. 5 tons?", "What did 22 pilots do?",
      "undocumented 5"})
  void findsNoneWhereNoneIsNamed(String text) {
    assertThat(read(text).documents()).isEmpty();
  }

  @Test
  void readsDatesAndTermsAndWhatIsWanted() {
    Filters filters = new Filters(Set.of(3), null, null, Set.of(), null);
    String question = "How many tanks were sent in June 1951?";
    Query query = reader.read(question, question, filters);

    assertThat(query.text()).isEqualTo("How many tanks were sent in June 1951?");
    assertThat(query.filters()).isSameAs(filters);
    assertThat(query.wanted()).isEqualTo(AnswerType.NUMBER);
    assertThat(query.dates()).extracting(DateExpression::from).containsExactly(LocalDate.of(1951, 6, 1));
    assertThat(query.terms()).extracting(Term::text).contains("tank", "sent", "1951");
    assertThat(query.terms())
        .allSatisfy(term -> assertThat(query.text().substring(term.start(), term.end())).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "How many planes were lost in 1951? | What about 1952? | 1952-01-01 1952-12-31",
      "What did Mao ask in June 1951? | And in July? | 1951-07-01 1951-07-31",
      "What did Mao ask in June 1951? | And of Kim? | 1951-06-01 1951-06-30"})
  void aDateOfWhatIsAskedComesBeforeOneOfBefore(String before, String question, String days) {
    assertThat(reader.read(before + " " + question, question, Filters.NONE).dates())
        .extracting(date -> date.from() + " " + date.to()).containsExactly(days);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"And what does document 24 say? | 24", "And what of Mao? | 22",
      "How does it differ from document 24? | 22 24"})
  void aDocumentOfWhatIsAskedComesBeforeOneOfBefore(String question, String numbers) {
    assertThat(reader.read("What does document 22 say? " + question, question, Filters.NONE).documents())
        .isEqualTo(Arrays.stream(numbers.split(" ")).map(Integer::valueOf).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "What was sent between March and May 1951? | 1951-03-01 1951-05-31",
      "What was sent from 1950 to 1953? | 1950-01-01 1953-12-31",
      "What was sent from 5 June until 9 July 1951? | 1951-06-05 1951-07-09"})
  void twoDatesLinkedAreAStretchToo(String question, String days) {
    assertThat(read(question).dates()).hasSize(3)
        .extracting(date -> date.from() + " " + date.to()).contains(days);
    assertThat(read("What was sent in March and May 1951?").dates()).hasSize(2);
  }

  @Test
  void aClauseThatSaysWhenIsNoPart() {
    assertThat(read("When Kim Il Sung asked for help, what did Mao answer?").parts()).isEmpty();
    assertThat(read("When did Kim Il Sung ask for help, and what did Mao answer?").parts()).hasSize(2);
  }

  @Property(tries = 300)
  void readsWhateverIsTyped(@ForAll String text) {
    Query query = read(text + " documents 5, " + text);

    assertThat(query.terms()).allMatch(term -> term.end() <= query.text().length());
  }
}
