package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTests {

  @Test
  void knowsACableAsATelegram() {
    assertThat(Kind.of("Cable")).contains(Kind.TELEGRAM);
    assertThat(Kind.of(" report ")).contains(Kind.REPORT);
    assertThat(Kind.of("poem")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Excerpt from the minutes of a VKP(b) CC Politburo meeting | MINUTES",
      "Draft Decree of the USSR Council of Ministers | DRAFT",
      "A Personal Letter from Kim Il Sung to Joseph Stalin | LETTER",
      "Cable, Mao Zedong to Joseph Stalin | TELEGRAM",
      "Record of a Conversation between Joseph Stalin and Kim Il Sung | RECORD",
      "Something Else | OTHER"})
  void isReadFromTheTitle(String title, Kind kind) {
    assertThat(new Listing(1, ListedDate.parse("1 May", "1950"), title, null).kind()).isEqualTo(kind);
  }
}
