package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScreenTests {

  private static final String LONG = "There is no command “serch”; did you mean “search”? To ask it, start with: ask";

  private final StringWriter err = new StringWriter();

  @Test
  void aRemarkIsBrokenBetweenWordsWhereSomeoneLooks() {
    screen(true).remark(LONG);
    assertThat(err.toString().lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 40);
    assertThat(err.toString().replaceAll("\\s+", " ").strip()).isEqualTo(LONG);
  }

  @Test
  void aRemarkIsOneLineForAProgram() {
    screen(false).remark(LONG + "\u001b[31m");
    assertThat(err.toString().lines()).containsExactly(LONG + "\\u001b[31m");
  }

  @Test
  void progressStaysOnOneLineWhateverItsSigns() {
    screen(true).progress("Reading files: 1 of 2, 毛泽东致斯大林的电报关于朝鲜战争的准备工作.pdf");
    assertThat(Lines.columns(err.toString().replaceAll("\r|\u001b\\[K", ""))).isBetween(38, 39);
  }

  @Test
  void remarksFitTheWindowWhereAnswersGoToAFile() {
    Screen screen = screen(false, true);
    screen.remark(LONG);
    assertThat(err.toString().lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 40);
    assertThat(screen.remarkWidth()).isEqualTo(40);
    assertThat(screen.width()).isEqualTo(80);
  }

  private Screen screen(boolean watched) {
    return screen(watched, watched);
  }

  private Screen screen(boolean terminal, boolean watched) {
    return new Screen(new ScreenWriter(new StringWriter()), new ScreenWriter(err), new AtomicInteger(40),
        terminal, watched, Ink.PLAIN);
  }
}
