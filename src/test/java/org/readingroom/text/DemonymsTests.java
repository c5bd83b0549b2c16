package org.readingroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemonymsTests {

  @ParameterizedTest
  @CsvSource({"China, Chinese", "Manchuria, Manchurian", "Japan, Japanese", "Hungary, Hungarian",
      "Britain, British", "India, Indian", "Syria, Syrians", "Cuba, Cuban", "Italy, Italian",
      "Germany, Germans", "Ukraine, Ukrainian", "France, French", "Iran, Iranian", "Spain, Spanish"})
  void aCountryAndItsPeopleAreOneName(String country, String people) {
    assertThat(Demonyms.root(people)).isEqualTo(Demonyms.root(country));
  }

  @ParameterizedTest
  @CsvSource({"India, Indonesia", "Iran, Iraq", "Japan, China", "Syria, Siberia", "Cuba, Kuban"})
  void othersAreNot(String one, String other) {
    assertThat(Demonyms.root(one)).isNotEqualTo(Demonyms.root(other));
  }
}
