package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Records a session with the program, as text and as a moving picture for the documentation. */
@EnabledIfSystemProperty(named = "record", matches = "true", disabledReason = "-Drecord=true records anew")
class RecordedSessionIT {

  private static final int COLUMNS = 76;
  private static final int ROWS = 26;
  private static final double TYPED = 1.2;
  private static final double READ = 4.5;
  private static final String ASKED = "How much lead did Stalin want?";

  @TempDir
  Path folder;

  private final TerminalPicture picture = new TerminalPicture(COLUMNS, ROWS);
  private final StringBuilder text = new StringBuilder();
  private TmuxTerminal terminal;

  @Test
  void records() throws Exception {
    assumeTrue(TmuxTerminal.isInstalled(), "tmux is not installed.");
    PackedProgram.date();
    Files.createSymbolicLink(folder.resolve("reading-room"), Path.of("reading-room").toAbsolutePath());
    TmuxTerminal window = new TmuxTerminal(folder, COLUMNS, ROWS, "cd " + folder + "; env JAVA_HOME="
        + System.getProperty("java.home") + " READING_ROOM_HOME=" + folder
        + " READING_ROOM_OPTS=-Dreading-room.index=" + Path.of(RealProgram.HOME, "index").toAbsolutePath()
        + " LC_ALL=C.UTF-8 TERM=xterm-256color PS1='$ ' sh");
    terminal = window;
    try (window) {
      terminal.sees("$");
      line("./reading-room");
      line(ASKED);
      line("And what did he offer for it?");
      page("open 1");
      line("search rail lines -k 2");
      line("timeline --from 1950-05 --to 1950-08");
      line("people Shtykov");
      line("verify a yearly minimum of 30,000 tons of good lead");
      line("cite 1 --format chicago");
      line("export notes.md");
      terminal.type("quit");
      keep(TYPED);
      terminal.press("Enter");
      terminal.shows("the shell", now -> now.stripTrailing().endsWith("\n$"));
      text.append("? quit\n");
    }
    assertThat(text).contains("25,000 tons of lead", "Wrote notes.md.");
    Files.writeString(Path.of("docs/terminal-session.txt"), text);
    Files.writeString(Path.of("docs/terminal.svg"),
        picture.svg("A session in the terminal: questions, quotations, and what they stand in", 3));
  }

  /** Types a line and keeps what is written below it. */
  private void line(String line) throws Exception {
    String before = terminal.text().stripTrailing();
    terminal.type(line);
    terminal.sees(line);
    keep(TYPED);
    terminal.press("Enter");
    String now = terminal.shows("an answer to “" + line + "”",
        shown -> shown.stripTrailing().endsWith("\n?")
            && shown.length() > before.length() + line.length() + 4);
    keep(READ);
    String written = now.substring(now.lastIndexOf(line)).stripTrailing();
    text.append(line.startsWith("./") ? "$ " : "? ").append(written, 0, written.length() - 1);
  }

  /** Types a command that opens a document and keeps the page. */
  private void page(String line) throws Exception {
    terminal.type(line);
    terminal.sees(line);
    keep(TYPED);
    terminal.press("Enter");
    terminal.sees("(q leaves, h helps)");
    keep(READ);
    text.append("? ").append(line).append('\n')
        .append(terminal.coloured().replaceAll("\u001b\\[[0-9;]*m", ""))
        .append('\n');
    terminal.type("q");
    terminal.shows("the prompt", now -> now.stripTrailing().endsWith("\n?"));
  }

  private void keep(double seconds) throws Exception {
    picture.add(terminal.coloured(), seconds);
  }
}
