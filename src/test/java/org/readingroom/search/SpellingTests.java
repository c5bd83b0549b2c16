package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Authority;
import org.readingroom.text.TextAnalyzer;

class SpellingTests {

  private static final Set<String> ENGLISH = Set.of("weather", "whether", "harvest", "ambassador",
      "complained");

  private final IndexSnapshot index;
  private final Spelling spelling;

  SpellingTests() throws IOException {
    index = MemorySnapshot.of(new TextAnalyzer(new Authority(List.of())),
        "The ambassador in Manchuria spoke to Vyshinsky of the harvest.",
        "The ambassador told Vyshinsky what the harvest in Manchuria was.",
        "The rubles, and the rubles again.",
        "Whether the seizzure was just was asked.");
    spelling = new Spelling(List.of(index), ENGLISH::contains);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"the ambasador | the ambassador", "the ambassadorr | the ambassador",
      "the ambassdaor | the ambassador", "What harvst, ambasador? | What harvest, ambassador?",
      "how many roubles | how many rubles", "What did Vyshinski say? | What did Vyshinsky say?",
      "What did Vyshynsky say? | What did Vyshinsky say?"})
  void mendsALetterMoreLessChangedOrSwapped(String typed, String meant) {
    assertThat(spelling.mend(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the weather", "the harvests", "the ambassadors", "a harve", "the xarvest",
      "the hervist",
      "the Manchurian border", "a seizure", "Vyshi", "ВЫШИНСКИЙ", "", "???"})
  void leavesWhatIsEnglishKnownShortFarOrRare(String typed) {
    assertThat(spelling.mend(typed)).isEqualTo(typed);
  }

  @Property
  void leavesWhatIsNotAWord(@ForAll String text) {
    assertThat(spelling.mend(text).replaceAll("\\p{L}+", "x")).isEqualTo(text.replaceAll("\\p{L}+", "x"));
  }
}
