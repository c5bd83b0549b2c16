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

  private static Passage passage(String from, String to) {
    LocalDate day = LocalDate.of(1950, 1, 30);
    Document document = new Document("c", 7, "Telegram", null, new DocumentDate(day, day, "30 January 1950"),
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
