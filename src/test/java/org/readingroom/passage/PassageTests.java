package org.readingroom.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph.Role;

class PassageTests {

  private static final LocalDate DAY = LocalDate.of(1950, 1, 30);

  private static Passage passage(String from, String to) {
    return passage("Telegram", new DocumentDate(DAY, DAY, "30 January 1950"), from, to);
  }

  private static Passage passage(String title, DocumentDate date, String from, String to) {
    Document document = new Document("c", 7, title, null, date,
        Kind.TELEGRAM, from, to, null, null, "Words.", "0", List.of(), List.of());
    Span all = new Span(0, 6);
    return new Passage(document, 2, all, List.of(new Sentence(all, Role.BODY, 0)));
  }

  @Test
  void tellsItsReaderWhoWroteToWhomAndWhen() {
    assertThat(passage("Stalin", "Shtykov").header())
        .isEqualTo("Telegram, 30 January 1950. From Stalin to Shtykov. ");
    assertThat(passage("Stalin", null).header()).isEqualTo("Telegram, 30 January 1950. From Stalin. ");
    assertThat(passage(null, "Shtykov").header()).isEqualTo("Telegram, 30 January 1950 to Shtykov. ");
    assertThat(passage(null, null).header()).isEqualTo("Telegram, 30 January 1950. ");
  }

  @Test
  void leavesOutWhatNobodyKnows() {
    assertThat(passage("Telegram", DocumentDate.UNKNOWN, null, null).header()).isEqualTo("Telegram. ");
    assertThat(passage("", new DocumentDate(DAY, DAY, "30 January 1950"), null, null).header())
        .isEqualTo("30 January 1950. ");
    assertThat(passage("", DocumentDate.UNKNOWN, null, null).header()).isEmpty();
  }

  @Test
  void hasAnIdThatIsUniqueInTheCollection() {
    assertThat(passage(null, null).id()).isEqualTo("c:7#2");
  }

  @Test
  void hasASentence() {
    Document document = passage(null, null).document();
    assertThatThrownBy(() -> new Passage(document, 0, new Span(0, 6), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
