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
      "Compare documents 1200 and 12345. | 1200 12345"})
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

  @Property(tries = 300)
  void readsWhateverIsTyped(@ForAll String text) {
    Query query = read(text + " documents 5, " + text);

    assertThat(query.terms()).allMatch(term -> term.end() <= query.text().length());
  }
}
