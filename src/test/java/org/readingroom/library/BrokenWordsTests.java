package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.ingest.ParsedDocument;
import org.readingroom.ingest.TextLine;

class BrokenWordsTests {

  /** Makes a document of lines, each of which ends at a hyphen where the next one goes on without a space. */
  private static ParsedDocument document(String... lines) {
    StringBuilder text = new StringBuilder();
    List<TextLine> printed = new java.util.ArrayList<>();
    for (String line : lines) {
      int start = text.length();
      text.append(line);
      printed.add(new TextLine(start, text.length(), 1, false, 0, 10, new float[line.length() + 1]));
      text.append(line.endsWith("-") ? "" : " ");
    }
    return new ParsedDocument("", "Paper", List.of(), null, null, null, null, null, "en", text.toString(),
        List.of(), List.of(), printed);
  }

  @Test
  void aHyphenAtTheEndOfALineBreaksAWord() {
    assertThat(BrokenWords.in(document("An effi-", "cient way"))).containsExactly(7);
  }

  @Test
  void aCompoundThatStandsWithinALineTooKeepsItsHyphen() {
    assertThat(BrokenWords.in(document("A two-", "dimensional plane, and a Two-dimensional one"))).isEmpty();
  }

  @Test
  void whatGoesOnWithACapitalOrAFigureIsACompound() {
    assertThat(BrokenWords.in(document("the Anglo-", "American and the MiG-", "15 planes"))).isEmpty();
  }

  @Test
  void aHyphenWithinALineIsLeftAlone() {
    assertThat(BrokenWords.in(document("A well-known way"))).isEmpty();
  }
}
