package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Breaks text into lines that fit a width, which counts columns of a terminal. */
final class Lines {

  /** The signs of writing that has no spaces, each of which fills two columns. */
  private static final String WIDE = "[\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}"
      + "\\u3000-\\u30ff\\uff01-\\uff60]";

  /** What no line ends with: what opens something, and the marks of a {@link Highlight}. */
  private static final String OPENS = "[\\p{Ps}\\p{Pi}\\p{Co}]";

  /** What no line begins with: what closes something, belongs to the sign before it or is white space. */
  private static final String CLOSES = "[\\p{Pe}\\p{Pf}\\p{Po}\\p{Lm}\\p{M}\\p{Z}\\p{Co}\\u1160-\\u11ff]";

  /** The places beside wide signs where a line may end. */
  private static final Pattern BREAK = Pattern
      .compile("(?<!" + OPENS + ")(?:(?<=" + WIDE + ")|(?=" + WIDE + "))(?!" + CLOSES + ")");

  private Lines() {}

  /** Returns how many columns a text fills. */
  static int columns(String text) {
    return text.codePoints().map(Lines::columns).sum();
  }

  /** Returns the columns of a character; what controls a terminal, which JLine gives none, counts as one. */
  private static int columns(int character) {
    return Math.abs(WCWidth.wcwidth(character));
  }

  /** Returns the pieces of a word between which a line may end; a word without wide signs is one. */
  static List<String> pieces(String word) {
    return BREAK.splitAsStream(word).toList();
  }

  /**
   * Wraps a text at white space and between wide signs; its own line breaks stay, and what cannot be broken and is
   * longer than a line stands alone.
   *
   * @param width columns of a line with its indent
   * @param indent what every line starts with
   */
  static List<String> wrap(String text, int width, String indent) {
    return wrap(text, width, indent, indent);
  }

  /**
   * Wraps a text with a first line of its own indent.
   *
   * @param first what the first line starts with
   * @param others what the others start with
   */
  static List<String> wrap(String text, int width, String first, String others) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      String indent = lines.isEmpty() ? first : others;
      StringBuilder current = new StringBuilder(indent);
      int filled = columns(indent);
      for (String word : line.strip().split("\\s+")) {
        String space = current.length() == indent.length() ? "" : " ";
        for (String piece : pieces(word)) {
          int more = columns(piece);
          if (current.length() > indent.length() && filled + space.length() + more > width) {
            lines.add(current.toString());
            indent = others;
            current = new StringBuilder(indent);
            filled = columns(indent);
            space = "";
          }
          current.append(space).append(piece);
          filled += space.length() + more;
          space = "";
        }
      }
      lines.add(current.toString().stripTrailing());
    }
    return lines;
  }

  /** Cuts a line that is too long and marks the cut. */
  static String cut(String line, int width) {
    if (columns(line) <= width) {
      return line;
    }
    int end = 0;
    int filled = columns(line.codePointAt(0));
    while (filled < width) {
      end = line.offsetByCodePoints(end, 1);
      filled += columns(line.codePointAt(end));
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
