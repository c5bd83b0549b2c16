package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveWordsTests {

  private final StringWriter out = new StringWriter();
  private final LiveWords words = new LiveWords(new ScreenWriter(out), 20);

  @Test
  void areWrittenAsTheyComeInLinesThatFit() {
    words.wrote("Stalin asked Korea");
    assertThat(out).hasToString("Stalin asked Korea");
    words.wrote(" for 25,000 tons. [1]");
    words.wrote("\n\nKim agreed.");
    words.end();
    assertThat(out.toString().lines()).containsExactly("Stalin asked Korea", "for 25,000 tons. [1]", "",
        "Kim agreed.");
  }

  @Test
  void areBrokenBetweenWideSigns() {
    words.wrote("毛泽东致斯大林的电报关于朝鲜战争");
    words.end();
    assertThat(out.toString().lines()).containsExactly("毛泽东致斯大林的电报", "关于朝鲜战争");
  }

  @Test
  void doNotControlTheTerminal() {
    words.wrote("\u001b[31mred\u0007");
    assertThat(out).hasToString("\\u001b[31mred\\u0007");
  }
}
