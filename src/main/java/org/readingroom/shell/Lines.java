package org.readingroom.shell;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a width. */
final class Lines {

  private Lines() {}

  /**
   * Wraps a text at white space; its own line breaks stay, and a word longer than a line stands alone.
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
      for (String word : line.strip().split("\\s+")) {
        boolean starts = current.length() == indent.length();
        if (!starts && current.length() + 1 + word.length() > width) {
          lines.add(current.toString());
          indent = others;
          current = new StringBuilder(indent);
          starts = true;
        }
        current.append(starts ? "" : " ").append(word);
      }
      lines.add(current.toString().stripTrailing());
    }
    return lines;
  }

  /** Cuts a line that is too long and marks the cut. */
  static String cut(String line, int width) {
    if (line.length() <= width) {
      return line;
    }
    int end = width > 1 && Character.isHighSurrogate(line.charAt(width - 2)) ? width - 2 : width - 1;
    return line.substring(0, end).stripTrailing() + "…";
  }
}
