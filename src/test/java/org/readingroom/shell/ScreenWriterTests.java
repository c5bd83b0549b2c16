package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ScreenWriterTests {

  private final StringWriter shown = new StringWriter();
  private final ScreenWriter out = new ScreenWriter(shown);

  @Test
  void theProgramsOwnColoursPass() {
    out.println(new Ink(true).bold("lead") + " and " + new Ink(true).accent("[1]"));
    assertThat(shown).hasToString("\u001b[1mlead\u001b[0m and \u001b[36m[1]\u001b[0m\n");
  }

  @Test
  void coloursOfATextAreShown() {
    out.println(new Ink(true).bold("a\u001b[0m\u001b[36mb") + "\u001b[1mc");
    assertThat(shown).hasToString("\u001b[1ma\\u001b[0m\\u001b[36mb\u001b[0m\\u001b[1mc\n");
  }

  @Test
  void everyWayOfWritingIsChecked() {
    out.print('\u001b');
    out.print(new char[]{'\u009b', 'x'});
    out.append("\u202e").append('\u0007').printf("%s", "\u200b");
    out.write("\u007f");
    out.print((Object) "\u2066");
    out.println();
    assertThat(shown).hasToString("\\u001b\\u009bx\\u202e\\u0007\\u200b\\u007f\\u2066\n");
  }

  @Test
  void aPairMayComeInHalves() {
    out.print('\ud83d');
    out.print('\ude00');
    out.print('\udb40');
    out.print('\udc41');
    out.println('\ud83d');
    assertThat(shown).hasToString("😀\\udb40\\udc41\\ud83d\n");
  }

  @Test
  void saysWhenNobodyReadsAnyMore() {
    ScreenWriter closed = new ScreenWriter(new Writer() {
      @Override
      public void write(char[] characters, int offset, int length) throws IOException {
        throw new IOException("The pipe is closed.");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    });
    closed.println("lead");
    assertThat(closed.checkError()).isTrue();
  }

  @Test
  void theConsoleLogDoesNotControlTheTerminal() {
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(Launch.CONSOLE);
    layout.start();
    LoggingEvent event = new LoggingEvent("", context.getLogger("org.readingroom.Test"), Level.WARN,
        "no “Pák” \u001b[2J\u009b\u202e\u200b\u2028\r\nsecond line", new IllegalStateException("\u001b[2J"),
        null);
    assertThat(layout.doLayout(event)).endsWith(" WARN  Test: no “Pák” ?[2J?????\nsecond line\n");
  }
}
