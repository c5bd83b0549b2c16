package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"25,000 tons | 25000", "25 000 tons | 25000",
      "25 thousand tons | 25000",
      "twenty-five thousand tons | 25000", "three days | 3", "a hundred and 12.5 percent | 100 12.5",
      "10 MiG-15s and MIG-9 | 10 15 9", "the 64th corps | 64", "One of them and one million rubles | 1000000",
      "often, none, sixth | ''", "B-29's in 1950 | 29 1950", "1,5 million | 1500000", "2 million | 2000000"})
  void areFoundByTheirValue(String text, String values) {
    assertThat(String.join(" ", Quantities.find(text).stream().map(Quantities.Quantity::value).toList()))
        .isEqualTo(values);
  }
}
