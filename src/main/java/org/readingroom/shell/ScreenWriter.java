package org.readingroom.shell;

import java.io.PrintWriter;
import java.io.Writer;
import org.readingroom.reply.VisibleText;

/**
 * A writer to a terminal, a file or a program. Nothing that is written controls a terminal or hides there
 * ({@link VisibleText}) but the program's own sequences ({@link Control}).
 */
final class ScreenWriter extends PrintWriter {

  private final VisibleText visible = new VisibleText();

  ScreenWriter(Writer out) {
    super(out, true);
  }

  /** Returns a text as it would be written. */
  static String written(String text) {
    VisibleText visible = new VisibleText();
    return Control.write(text, visible) + visible.end();
  }

  @Override
  public synchronized void write(String text, int offset, int length) {
    pass(Control.write(text.substring(offset, offset + length), visible));
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    write(new String(characters, offset, length), 0, length);
  }

  @Override
  public void write(int c) {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public synchronized void println() {
    pass(visible.end());
    super.println();
  }

  private void pass(String shown) {
    super.write(shown, 0, shown.length());
  }
}
