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
    Matcher found = PIECE.matcher(words);
    while (found.find()) {
      String text = found.group();
      if (text.isBlank()) {
        if (text.matches("\\R")) {
          newLine();
        } else {
          space = column > 0;
        }
      } else {
        Lines.pieces(text).forEach(this::piece);
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

  private void piece(String text) {
    int columns = Lines.columns(text);
    if (column > 0 && column + (space ? 1 : 0) + columns > width) {
      newLine();
    }
    if (space) {
      out.print(' ');
      column++;
    }
    out.print(text);
    column += columns;
    space = false;
  }

  private void newLine() {
    out.println();
    column = 0;
    space = false;
  }
}
