package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;

class WholeWordsTests {

  private static final String TEXT = "We found an effi-cient and well-known pro-cedure.";

  private static Document document(Origin origin) {
    return new Document("c", 1, "Title", null, DocumentDate.UNKNOWN, Kind.OTHER, null, null, null, null, TEXT,
        "0", List.of(), List.of(), origin);
  }

  private static Origin brokenAt(Integer... hyphens) {
    return new Origin("a.pdf", "application/pdf", List.of(), null, null, null, false, List.of(), List.of(),
        List.of(hyphens));
  }

  @Test
  void leavesOutTheHyphensThatBrokeWords() {
    WholeWords whole = WholeWords.of(document(brokenAt(16, 41)), new Span(0, TEXT.length()));

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
    WholeWords whole = WholeWords.of(document(brokenAt(16, 41)), new Span(23, TEXT.length()));

    assertThat(whole.text()).isEqualTo("and well-known procedure.");
    assertThat(whole.place(0)).isEqualTo(23);
    assertThat(whole.offset(23)).isZero();
    assertThat(whole.offset(TEXT.indexOf("cedure"))).isEqualTo(whole.text().indexOf("cedure"));
    assertThat(whole.place(whole.text().length() - 1)).isEqualTo(TEXT.length() - 1);
  }

  @Test
  void aDocumentOfNoFileIsAsItIs() {
    assertThat(WholeWords.of(document(null), new Span(3, 8))).isEqualTo(
        new WholeWords("found", new Span(3, 8), List.of()));
  }
}
