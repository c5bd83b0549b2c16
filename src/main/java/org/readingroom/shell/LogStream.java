package org.readingroom.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream whose lines go to the log. In place of the standard streams it keeps stack traces and remarks of libraries,
 * and of threads that nobody waits for, from the terminal, which is for what the program says.
 */
final class LogStream extends OutputStream {

  private final byte[] line = new byte[8192];
  private int length;

  /** Puts such streams in the place of both; a {@link Screen} writes past them. */
  static void replaceStandardStreams() {
    System.setOut(new PrintStream(new LogStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new LogStream(), false, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n' || length == line.length) {
      end();
    }
    if (b != '\n') {
      line[length++] = (byte) b;
    }
  }

  private void end() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
    length = 0;
    if (!text.isEmpty()) {
      logger().warn("Printed: {}", text);
    }
  }

  /** Returns the logger, which is looked up late: that takes longer than most starts, which print nothing. */
  private static Logger logger() {
    return LoggerFactory.getLogger(LogStream.class);
  }
}
