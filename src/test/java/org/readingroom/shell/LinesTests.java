package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.passage.Span;

class LinesTests {

  @Test
  void areBrokenBetweenWords() {
    assertThat(Lines.wrap("Mao asked\nfor planes and tanks", 10, "- ", "  ")).containsExactly("- Mao",
        "  asked", "  for", "  planes", "  and", "  tanks");
    assertThat(Lines.wrap("1950-06-30/letters.pdf was read", 12, "")).containsExactly(
        "1950-06-30/letters.pdf",
        "was read");
  }

  @Test
  void areBrokenBetweenWideSignsWhereNoSpaceIs() {
    assertThat(Lines.wrap("北京大学历史系档案", 8, "")).containsExactly("北京大学", "历史系档", "案");
    assertThat(Lines.wrap("see 北京大学 and 平양", 8, "")).containsExactly("see 北京", "大学 and", "平양");
  }

  @Test
  void doNotBeginWithWhatClosesOrEndWithWhatOpens() {
    assertThat(Lines.wrap("毛泽东，斯大林", 6, "")).containsExactly("毛泽", "东，斯", "大林");
    assertThat(Lines.wrap("毛泽东“斯大林”", 6, "")).containsExactly("毛泽东", "“斯大", "林”");
    String marked = Highlight.mark("毛泽东致电", 0, List.of(new Span(3, 5)));
    assertThat(Highlight.paint(Lines.wrap(marked, 6, ""), Ink.PLAIN)).containsExactly("毛泽", "东»致", "电«");
  }

  @Test
  void composedSyllablesAreKeptWhole() {
    assertThat(Lines.wrap("\u1111\u1167\u11bc\u110b\u1163\u11bc", 2, ""))
        .containsExactly("\u1111\u1167\u11bc", "\u110b\u1163\u11bc");
  }

  @Test
  void areCutByTheColumnsThatTheyFill() {
    assertThat(Lines.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Lines.cut("abcdef", 4)).isEqualTo("abc…");
    assertThat(Lines.cut("毛泽东的电报", 12)).isEqualTo("毛泽东的电报");
    assertThat(Lines.cut("毛泽东的电报", 6)).isEqualTo("毛泽…");
    assertThat(Lines.cut("\ud840\udc00\ud840\udc01\ud840\udc02", 5)).isEqualTo("\ud840\udc00\ud840\udc01…");
  }
}
