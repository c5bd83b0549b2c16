package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.collection.Authority;
import org.readingroom.collection.DocumentDate;
import org.readingroom.text.TextAnalyzer;

class HybridRetrieverTests {

  private static final int WORDS = 2 * IndexSearcher.getMaxClauseCount();

  private final TextAnalyzer analyzer = new TextAnalyzer(new Authority(List.of()));

  @Test
  void moreWordsThanLuceneTakesAreSearchedFor() throws IOException {
    assertThat(numbers(words('a', WORDS), words('a', WORDS))).hasSize(Math.ceilDiv(WORDS, 20));
    assertThat(numbers("The lead is here.", "谁 " + words('b', WORDS) + " lead")).containsExactly(1);
  }

  @Test
  void nobodyGoesByANameOfMoreWordsThanLuceneTakes() throws IOException {
    IndexSnapshot index = MemorySnapshot.of(analyzer, "Stalin wrote.");

    assertThat(index.documentsNaming(Set.of("Stalin"))).containsExactly(1);
    assertThat(index.documentsNaming(Set.of(words('a', WORDS)))).isEmpty();
    assertThat(index.documentsNaming(Set.of("stalin ".repeat(WORDS)))).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"What was sent between March and May 1951? | 0.8",
      "What was sent on 15 April? | 1", "What was sent in April? | 0.8", "What was sent in June? | 0",
      "Who led the Long March? | 0"})
  void aDateWithinWhatIsAskedMatches(String question, double match) {
    LocalDate day = LocalDate.of(1951, 4, 15);
    Query query = new QueryReader(analyzer, UnaryOperator.identity()).read(question, question, Filters.NONE);

    assertThat(HybridRetriever.dateMatch(query, new DocumentDate(day, day, "15 April 1951")))
        .isEqualTo(match);
  }

  /** Returns the documents that are found by their words, one for every twenty words of the text. */
  private List<Integer> numbers(String text, String question) throws IOException {
    List<String> all = List.of(text.split(" "));
    String[] texts = IntStream.range(0, Math.ceilDiv(all.size(), 20))
        .mapToObj(i -> String.join(" ", all.subList(20 * i, Math.min(all.size(), 20 * i + 20))))
        .toArray(String[]::new);
    IndexSnapshot index = MemorySnapshot.of(analyzer, texts);
    Query query = new QueryReader(analyzer, UnaryOperator.identity()).read(question, question, Filters.NONE);
    return new HybridRetriever(index, Rankings.configured()).retrieve(query, new float[]{1, 0}).stream()
        .map(found -> found.passage().document().number()).toList();
  }

  /** Returns so many words of letters alone, each another. */
  private static String words(char beginning, int count) {
    return IntStream.range(0, count).mapToObj(
        i -> beginning + Integer.toString(i, 26).chars().mapToObj(c -> String.valueOf((char) ('a' + Character
            .digit(c, 26)))).collect(Collectors.joining()) + "q")
        .collect(Collectors.joining(" "));
  }
}
