package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.answer.AnswerListener;

/** Writes the words of an answer as they come, in lines that fit the terminal. */
final class LiveWords implements AnswerListener {

  private static final Pattern PIECE = Pattern.compile("\\R|[^\\S\\r\\n]+|\\S+");

  private final PrintWriter out;
  private final int width;
  private int column;
  private boolean space;

  LiveWords(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void wrote(String words) {
    Matcher piece = PIECE.matcher(words);
    while (piece.find()) {
      String text = piece.group();
      if (text.isBlank()) {
        if (text.matches("\\R")) {
          newLine();
        } else {
          space = column > 0;
        }
      } else {
        word(text);
      }
    }
    out.flush();
  }

  /** Ends the line that was begun. */
  void end() {
    if (column > 0) {
      newLine();
    }
  }

  private void word(String text) {
    if (column > 0 && column + (space ? 1 : 0) + text.length() > width) {
      newLine();
    }
    if (space) {
      out.print(' ');
      column++;
    }
    out.print(text);
    column += text.length();
    space = false;
  }

  private void newLine() {
    out.println();
    column = 0;
    space = false;
  }
}
