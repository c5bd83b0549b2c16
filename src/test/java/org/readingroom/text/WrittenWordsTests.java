package org.readingroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenWordsTests {

  @Test
  void comparesWordsOfAnyLetters() {
    assertThat(WrittenWords.compared("Stalin sent 25 tanks; Šimun sent two."))
        .containsExactlyInAnyOrder("stalin", "sent", "25", "tanks", "šimun", "two");
    assertThat(WrittenWords.compared("Пошёл дождь, дождь.")).containsExactlyInAnyOrder("пошёл", "дождь");
    assertThat(WrittenWords.compared("…!")).isEmpty();
  }

  @Test
  void comparesPairsWhereNothingTellsWhereWordsEnd() {
    assertThat(WrittenWords.compared("石桥建于1782年。好。")).containsExactlyInAnyOrder("石桥", "桥建", "建于", "于1", "17",
        "78",
        "82", "2年", "好");
  }
}
