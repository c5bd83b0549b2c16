package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTests {

  @Test
  void takesTheFirstOfLanguagesThatFitATextEquallyWell() {
    assertThat(Language.of("de que para ".repeat(3))).isEqualTo("es");
  }
}
