package org.readingroom.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts the program as somebody at a keyboard does and takes the time. */
final class StartTimer {

  private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  private static final long PATIENCE_MINUTES = 10;
  /** What a terminal is told beside the words it shows. */
  private static final Pattern CONTROL = Pattern.compile("\u001b(\\[[0-9;?<>=]*[A-Za-z]|[=>])|\r");

  private final Path launcher;

  StartTimer(Path launcher) {
    this.launcher = launcher;
  }

  /**
   * Returns the seconds from the start to the end of a command that answers one question.
   *
   * @throws IOException if it does not answer
   */
  double toAnswer(String question) throws IOException {
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(launcher.toString(), "ask", question)
        .redirectInput(NOTHING).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    int status = end(process);
    double seconds = since(begun);
    if (status != Exit.ANSWERED) {
      throw new IOException("a started program did not answer (exit status " + status + ")");
    }
    return seconds;
  }

  /**
   * Returns the seconds from the start to the chat's prompt. The chat runs in a terminal that {@code script}
   * makes, which Linux, macOS and the BSDs have; then its end of input is sent.
   *
   * @throws IOException if there is no such command or no prompt
   */
  double toPrompt() throws IOException {
    // A terminal that nobody looks at has no size, and the prompt needs one.
    String chat = "stty rows 24 columns 80; exec '" + launcher + "'";
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    ProcessBuilder builder = new ProcessBuilder(linux
        ? List.of("script", "-q", "-e", "-c", chat, NOTHING.toString())
        : List.of("script", "-q", NOTHING.toString(), "sh", "-c", chat));
    builder.environment().put("TERM", "xterm");
    builder.redirectErrorStream(true);
    long begun = System.nanoTime();
    Process process = builder.start();
    try (InputStream shown = process.getInputStream(); OutputStream keys = process.getOutputStream()) {
      StringBuilder text = new StringBuilder();
      byte[] buffer = new byte[8192];
      while (!CONTROL.matcher(text).replaceAll("").endsWith("\n" + TypedLines.PROMPT)) {
        int read = shown.read(buffer);
        if (read < 0) {
          throw new IOException("a started chat ended without a prompt");
        }
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
      double seconds = since(begun);
      keys.write("exit\r".getBytes(StandardCharsets.UTF_8));
      keys.flush();
      shown.readAllBytes();
      end(process);
      return seconds;
    }
  }

  private static int end(Process process) throws IOException {
    try {
      if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      throw new IOException("a started program did not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the benchmark was interrupted", e);
    } finally {
      process.destroy();
    }
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
