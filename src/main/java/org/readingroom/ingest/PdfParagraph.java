package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.List;

/** Lines of a PDF that make one block. */
final class PdfParagraph {

  private final List<PdfLine> lines = new ArrayList<>();
  /** Whether the break before each line is one that somebody made. */
  private final List<Boolean> breaks = new ArrayList<>();
  private Role role = Role.BODY;
  private int level;
  private boolean displaced;

  PdfParagraph(PdfLine first) {
    add(first, false);
  }

  void add(PdfLine line, boolean breaksBefore) {
    lines.add(line);
    breaks.add(breaksBefore);
  }

  /** Takes over the lines of a paragraph that goes on after the end of a column or page. */
  void continueWith(PdfParagraph next) {
    for (int i = 0; i < next.lines.size(); i++) {
      add(next.lines.get(i), next.breaks.get(i));
    }
  }

  List<PdfLine> lines() {
    return lines;
  }

  boolean breaksBefore(int line) {
    return breaks.get(line);
  }

  PdfLine first() {
    return lines.getFirst();
  }

  PdfLine last() {
    return lines.getLast();
  }

  /** Says that it stands after text of the next page. */
  void displace() {
    displaced = true;
  }

  boolean isDisplaced() {
    return displaced;
  }

  Role role() {
    return role;
  }

  void is(Role newRole) {
    role = newRole;
  }

  /** Returns how deep the section of a heading is, from 1. */
  int level() {
    return level;
  }

  void heads(int newLevel) {
    role = Role.HEADING;
    level = newLevel;
  }

  /** Returns the words with the lines joined. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String words = lines.get(i).text();
      text.append(i == 0 ? "" : breaks.get(i) ? "\n" : Hyphens.joint(text, words)).append(words);
    }
    return text.toString();
  }
}
