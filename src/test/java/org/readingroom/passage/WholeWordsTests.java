package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;

class WholeWordsTests {

  private static final String TEXT = "We found an effi-cient and well-known pro-cedure.";

  private static Document brokenAt(Integer... hyphens) {
    return new Document(new DocumentCard("c", 1, "Title", null, DocumentDate.UNKNOWN, Kind.OTHER, null, null,
        null, null, "0", TEXT.length(), "", null),
        new DocumentBody(TEXT, List.of(), List.of(), List.of(), List.of(), List.of(hyphens)));
  }

  @Test
  void leavesOutTheHyphensThatBrokeWords() {
    WholeWords whole = WholeWords.of(brokenAt(16, 41), new Span(0, TEXT.length()));

    assertThat(whole.text()).isEqualTo("We found an efficient and well-known procedure.");
    for (String word : List.of("effi", "cient", "well-known", "pro", "cedure")) {
      int offset = whole.text().indexOf(word);
      assertThat(TEXT.substring(whole.place(offset), whole.place(offset + word.length() - 1) + 1))
          .isEqualTo(word);
    }
    int efficient = whole.text().indexOf("efficient");
    assertThat(TEXT.substring(whole.place(efficient), whole.place(efficient + 8) + 1))
        .isEqualTo("effi-cient");
  }

  @Test
  void aStretchKnowsOnlyItsOwnHyphens() {
    WholeWords whole = WholeWords.of(brokenAt(16, 41), new Span(23, TEXT.length()));

    assertThat(whole.text()).isEqualTo("and well-known procedure.");
    assertThat(whole.place(0)).isEqualTo(23);
    assertThat(whole.offset(23)).isZero();
    assertThat(whole.offset(TEXT.indexOf("cedure"))).isEqualTo(whole.text().indexOf("cedure"));
    assertThat(whole.place(whole.text().length() - 1)).isEqualTo(TEXT.length() - 1);
  }

  @Test
  void aDocumentOfNoFileIsAsItIs() {
    assertThat(WholeWords.of(brokenAt(), new Span(3, 8))).isEqualTo(
        new WholeWords("found", new Span(3, 8), List.of()));
  }
}
