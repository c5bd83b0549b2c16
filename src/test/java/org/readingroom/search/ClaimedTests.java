package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Authority;
import org.readingroom.text.TextAnalyzer;

class ClaimedTests {

  private final TextAnalyzer analyzer = new TextAnalyzer(new Authority(List.of()));

  @ParameterizedTest
  @ValueSource(strings = {"Petrov", "Šimun", "Émile", "Łukasz", "Сталин", "MacArthur"})
  void aRareCapitalisedWordIsANameInWhateverLetters(String name) {
    Claimed claimed = Claimed.of("The letter was written by " + name + " himself.", analyzer, term -> 1);

    assertThat(claimed.names()).extracting(Claimed.Word::shown).containsExactly(name);
  }
}
