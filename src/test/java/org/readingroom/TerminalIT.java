package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;

/** Types at the program as its launcher starts it, in a real terminal, and looks at what stands on the screen. */
class TerminalIT {

  private static final String LEAD = "How much lead did Stalin want from Korea?";
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  @TempDir
  Path folder;

  private TmuxTerminal terminal;

  @BeforeEach
  void needsTmux() throws Exception {
    assumeTrue(TmuxTerminal.isInstalled(), "tmux is not installed, so nothing is typed at a terminal.");
    PackedProgram.date();
  }

  @AfterEach
  void close() throws Exception {
    if (terminal != null) {
      terminal.close();
    }
  }

  @Test
  void asksOpensWalksAndGoesOnAfterARestart() throws Exception {
    chat(60, 24, "");
    assertThat(answer(LEAD)).contains("[1]", "no. 7, Telegram");
    assertThat(answer("And what did he offer for it?")).contains("[1]", "no. 7, Telegram");
    assertThat(terminal.text().lines()).allMatch(line -> line.length() <= 60);
    assertThat(COLOUR.matcher(terminal.coloured()).find()).isTrue();

    enter("open 2");
    opened(2);
    terminal.press("Space", "b");
    leavePager();
    enter("prev");
    opened(1);
    terminal.resize(70, 20);
    leavePager();
    terminal.resize(60, 24);
    enter("next");
    opened(2);
    leavePager();
    leave();

    chat(60, 24, "");
    assertThat(answer("resume")).contains("2 questions", "? And what did he offer for it?", "[1]");
    terminal.press("C-r");
    terminal.type("how much");
    terminal.sees(LEAD);
    throwLineAway();
    Path notes = folder.resolve("notes.md");
    assertThat(answer("export " + notes)).contains("Wrote ");
    assertThat(notes).content().contains("[^1]", "\n[^1]: “Telegram, Joseph Stalin");
    assertThat(answer("/export " + notes)).contains("already");
    leave();
  }

  @Test
  void completesCommandsOptionsAndWhatTheyTake() throws Exception {
    chat(100, 40, "");
    completes("timel", "? timeline");
    completes("documents --ki", "? documents --kind");
    completes("documents --kind tel", "? documents --kind telegram");
    completes("people Filip", "? people Filippov");
    completes("show 12", "126 (");
    // Answered with several quotations to open; which is first depends on the processor.
    answer("What did Mao Zedong write to Stalin about the armistice talks in July 1951?");
    completes("open ", "1 (no. 5");
    assertThat(answer("opne 1")).contains("did you mean “open”?");
    leave();
  }

  @Test
  void ctrlCStopsTheAnswerAndNotTheProgram() throws Exception {
    try (ScriptedServer model = new ScriptedServer(Provider.OPENAI,
        ScriptedServer.stalls("Stalin wanted lead [1]. And then"))) {
      chat(80, 24, "READING_ROOM_MODEL_PROVIDER=openai READING_ROOM_MODEL_NAME=slow"
          + " READING_ROOM_MODEL_OUTPUT=markers READING_ROOM_MODEL_TIMEOUT=10m READING_ROOM_MODEL_BASE_URL="
          + model.url());
      enter(LEAD);
      terminal.shows("the question at the model", text -> !model.requests.isEmpty());
      terminal.press("C-c");
      terminal.sees("Stopped.");
      assertThat(answer("documents --kind letter --to 1950-05")).contains("letter");
      leave();
    }
  }

  @Test
  void aKeyShowsWhatSupportsTheNextSentenceOfALanguageModel() throws Exception {
    try (ScriptedServer model = new ScriptedServer(Provider.OPENAI, ScriptedServer.says(
        "We would like to receive from Korea a yearly minimum of 25,000 tons of lead. [1] The Soviet Union needed lead"
            + " badly. [1]"))) {
      chat(80, 40, "READING_ROOM_MODEL_PROVIDER=openai READING_ROOM_MODEL_NAME=told"
          + " READING_ROOM_MODEL_OUTPUT=markers READING_ROOM_MODEL_BASE_URL=" + model.url());
      answer(LEAD);
      for (String shown : List.of("Claim 1 of 2: compared word for word", "Claim 2 of 2: the check is ",
          "Claim 1 of 2")) {
        String before = terminal.text().stripTrailing();
        terminal.press("M-s");
        assertThat(prompt(before, " claims next")).contains(shown, "│ “");
      }
      terminal.type("claims are");
      terminal.press("M-s");
      terminal.type(" left alone");
      terminal.sees("? claims are left alone");
      throwLineAway();
      leave();
    }
  }

  @Test
  void aLineGoesOnAfterABackslashAndInWhatIsPasted() throws Exception {
    chat(80, 24, "");
    enter("verify a yearly minimum of \\");
    terminal.type("25,000 tons of lead");
    terminal.press("Enter");
    terminal.shows("the place", text -> text.contains("│ a yearly minimum of 25,000 tons of lead"));
    terminal.paste("verify Korea would render us\na great assistance");
    terminal.sees("a great assistance");
    terminal.press("Enter");
    terminal.shows("the place", text -> text.contains("│ Korea would render us a great assistance"));
    leave();
  }

  @Test
  void aDumbTerminalWithoutUtf8GetsPlainText() throws Exception {
    chat(60, 40, "TERM=dumb LC_ALL=C");
    String answer = answer("verify tons of lead");
    assertThat(answer).contains("Word for word", "  | tons of lead").isASCII();
    assertThat(answer(LEAD)).contains("  | \"", "[1]").isASCII();
    assertThat(COLOUR.matcher(terminal.coloured()).find()).isFalse();
    leave();
  }

  @Test
  void noColorLeavesTheKeysAndTakesTheColour() throws Exception {
    chat(60, 24, "NO_COLOR=1");
    answer(LEAD);
    completes("timel", "? timeline");
    assertThat(COLOUR.matcher(terminal.coloured()).find()).isFalse();
    leave();
  }

  @Test
  void scriptsGetPlainTextAndAStatus() throws Exception {
    Path out = folder.resolve("out");
    String rest = " >>" + out + "; echo \"status $?\" >>" + out + "; ";
    terminal = new TmuxTerminal(folder, 60, 24, environment("LC_ALL=C") + "sh -c '"
        + "./reading-room ask " + LEAD + rest
        + "./reading-room verify a yearly minimum of 35,000 tons of lead" + rest
        + "./reading-room show 999" + rest
        + "READING_ROOM_OPTS=-Dreading-room.corpus=" + folder + " ./reading-room documents" + rest
        + "echo ended'; exec sleep 600");
    terminal.sees("ended");
    terminal.sees("There is no document 999; \"documents\" lists what there is.");
    assertThat(out).content()
        .containsSubsequence("  │ “", "25,000 tons of lead", "status 0", "Not word for word",
            "status 3", "status 2", "status 1")
        .doesNotContain("\u001b");
  }

  private String environment(String more) {
    return "env JAVA_HOME=" + System.getProperty("java.home") + " READING_ROOM_HOME=" + folder
        + " READING_ROOM_OPTS=-Dreading-room.index=" + Path.of(RealProgram.HOME, "index").toAbsolutePath()
        + " LC_ALL=C.UTF-8 TERM=xterm-256color " + more + " ";
  }

  /** Opens the chat with its own data directory and the index that all integration tests share. */
  private void chat(int columns, int rows, String environment) throws Exception {
    close();
    terminal = new TmuxTerminal(folder, columns, rows,
        environment(environment) + "./reading-room; echo ended $?; exec sleep 600");
    terminal.sees("documents.");
    prompt("", "");
  }

  private void enter(String line) throws Exception {
    terminal.type(line);
    terminal.press("Enter");
  }

  /** Enters a line and returns what is written below it until the next prompt. */
  private String answer(String line) throws Exception {
    String before = terminal.text().stripTrailing();
    enter(line);
    return prompt(before, line);
  }

  private String prompt(String before, String line) throws Exception {
    int prompts = count(before);
    String text = terminal.shows("a prompt after “" + line + "”",
        now -> count(now) > prompts && now.stripTrailing().endsWith("\n?"));
    return text.substring(Math.max(0, text.lastIndexOf("? " + line)));
  }

  private static int count(String text) {
    return (int) Pattern.compile("(?m)^\\?( |$)").matcher(text).results().count();
  }

  private void completes(String typed, String seen) throws Exception {
    terminal.type(typed);
    terminal.press("Tab");
    terminal.sees(seen);
    throwLineAway();
  }

  /** Waits for the prompt, for what is typed before the program has seen Ctrl-C is thrown away too. */
  private void throwLineAway() throws Exception {
    terminal.press("C-c");
    terminal.shows("an empty line", text -> text.stripTrailing().endsWith("\n?"));
  }

  private void opened(int marker) throws Exception {
    terminal.sees("[" + marker + "] no. ");
    terminal.sees(" (q leaves, h helps)");
  }

  private void leavePager() throws Exception {
    terminal.type("q");
    terminal.shows("the prompt again", text -> text.stripTrailing().endsWith("\n?"));
  }

  private void leave() throws Exception {
    terminal.press("C-d");
    terminal.sees("ended 0");
    Files.writeString(Path.of("target/terminal.txt"), terminal.text());
  }
}
