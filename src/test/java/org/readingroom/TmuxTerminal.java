package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Is a window of tmux in which a program runs: types at it and reads what stands there. */
final class TmuxTerminal implements AutoCloseable {

  /** A first start may build the index, beside other work. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final String server = "reading-room-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
  private final Path output;

  /**
   * Opens a window.
   *
   * @param folder where what tmux says is kept for a moment
   * @param program what runs there, in the words of a shell
   */
  TmuxTerminal(Path folder, int columns, int rows, String program) throws Exception {
    output = Files.createTempFile(folder, "tmux", "");
    tmux("new-session", "-d", "-x", String.valueOf(columns), "-y", String.valueOf(rows), program);
  }

  /** Tells whether this machine has tmux. */
  static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Types characters, without Enter. */
  void type(String characters) throws Exception {
    tmux("send-keys", "-l", characters);
  }

  /** Presses keys by their names in tmux, such as {@code Enter} or {@code C-c}. */
  void press(String... keys) throws Exception {
    for (String key : keys) {
      tmux("send-keys", key);
    }
  }

  /** Pastes a text as a terminal does, which tells pasted line ends from typed ones where it is asked to. */
  void paste(String text) throws Exception {
    tmux("set-buffer", text);
    tmux("paste-buffer", "-p");
  }

  void resize(int columns, int rows) throws Exception {
    tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
  }

  /** Returns all that was shown, a line that the window broke in one. */
  String text() throws Exception {
    return tmux("capture-pane", "-p", "-J", "-S", "-");
  }

  /** Returns what is to be seen now, with the sequences that colour it. */
  String coloured() throws Exception {
    return tmux("capture-pane", "-p", "-e");
  }

  /** Waits until words are to be seen, however they are broken into lines. */
  void sees(String words) throws Exception {
    await("“" + words + "”", text -> text.replaceAll("\\s+", " ").contains(words), false);
  }

  /** Waits until all that was shown is as wanted, and returns it. */
  String shows(String what, Predicate<String> wanted) throws Exception {
    return await(what, wanted, true);
  }

  private String await(String what, Predicate<String> wanted, boolean all) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String text = all ? text() : tmux("capture-pane", "-p");
      if (wanted.test(text)) {
        return text;
      }
      if (System.nanoTime() > end) {
        return fail("In vain waited for " + what + "; there stands:\n" + text);
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private String tmux(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-L", server));
    command.addAll(List.of(words));
    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return Files.readString(output, UTF_8);
  }

  @Override
  public void close() throws Exception {
    tmux("kill-server");
  }
}
