package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;

class SetCollectionTests {

  private final SetCollection texts = new SetCollection("tiny",
      List.of(new SetText("x", " Mining ", "Tin.\nMore tin.\n \n  Lead. "), new SetText("y", "Bare", " "),
          new SetText("z", "", "")));

  private Document document(int number) {
    return texts.collection().document(number).orElseThrow();
  }

  @Test
  void numbersTheTextsInTheirOrder() {
    assertThat(texts.number("y")).isEqualTo(2);
    assertThat(texts.id(2)).isEqualTo("y");
    assertThat(texts.collection().documents()).extracting(Document::id).containsExactly("tiny:1", "tiny:2",
        "tiny:3");
  }

  @Test
  void cutsATextAtItsEmptyLines() {
    Document document = document(1);
    assertThat(document.title()).isEqualTo("Mining");
    assertThat(document.paragraphs())
        .extracting(p -> document.text().substring(p.start(), p.end()).strip())
        .containsExactly("Tin.\nMore tin.", "Lead.");
  }

  @Test
  void aTextWithoutWordsHasItsTitleAlone() {
    assertThat(document(2).text()).isEqualTo("Bare");
    assertThat(document(3).paragraphs()).isEmpty();
  }

  @Test
  void knowsNeitherDatesNorNames() {
    assertThat(document(1).date().isKnown()).isFalse();
    assertThat(texts.collection().authority().entries()).isEmpty();
  }
}
