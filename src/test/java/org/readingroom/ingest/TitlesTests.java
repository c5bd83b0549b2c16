package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTests {

  @ParameterizedTest
  @ValueSource(strings = {"Microsoft Word - x.doc", "Paper Title (use style: paper title)", "untitled",
      "Presentation1", "thesis.tex",
      "Screenshot 2025-07-29 at 00.15.56.png", "", " ", "123", "Slide 1", "C:\\temp\\x"})
  void rulesOutWhatProgramsWrite(String title) {
    assertThat(Titles.usable(title)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The Waste Land", "会議録", "1984: a novel", "Testing in Production",
      "Sample Acrobat 4.x (PDF Version 1.3)"})
  void keepsWhatPeopleWrite(String title) {
    assertThat(Titles.usable(title)).isEqualTo(title);
  }
}
