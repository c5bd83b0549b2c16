package org.readingroom.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines of bytes; of one that is too long it remembers only that. */
final class Lines {

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[8192];
  private int at;
  private int read;

  /**
   * Makes a reader.
   *
   * @param most how many bytes a line has at most
   */
  Lines(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * A line without its end.
   *
   * @param isTooLong whether it is left out for its length
   */
  record Line(byte[] bytes, boolean isTooLong) {}

  /** Returns the next line; empty after the last. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean any = false;
    for (int b = read(); b >= 0; b = read()) {
      any = true;
      if (b == '\n') {
        return Optional.of(new Line(line.toByteArray(), tooLong));
      }
      if (line.size() == most) {
        tooLong = true;
        line.reset();
      }
      if (!tooLong) {
        line.write(b);
      }
    }
    return any ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
  }

  private int read() throws IOException {
    if (at == read) {
      read = in.read(buffer);
      at = 0;
      if (read < 0) {
        read = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }
}
