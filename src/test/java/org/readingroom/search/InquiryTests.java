package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Did Mao agree?                             | Did Mao agree?      | false
      “Did Mao agree?”                           | Did Mao agree?      | false
      Did Mao agree                              | did Mao agree?      | false
      Whom did Kim visit? Why did he go there?   | Why did he go there? | true
      Why did Kim Il Sung go to Moscow?          | Why did he go there? | true
      Когда Ким приехал? Зачем он приехал?       | Зачем он приехал?   | true
      """)
  void leansOnEarlierTurnsWhereItHasWordsOfThem(String text, String asked, boolean leans) {
    assertThat(new Inquiry(text, asked, Filters.NONE, Set.of()).leans()).isEqualTo(leans);
  }
}
