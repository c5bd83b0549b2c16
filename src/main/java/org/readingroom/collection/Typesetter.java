package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.collection.Unit.Gap;

/**
 * Sets a document's units as its canonical text: the source's characters with nothing changed but white space.
 *
 * <p>
 * Paragraphs are two line breaks apart. Running text has none inside; the rows of a table and the lines of a
 * letterhead, an address or a signature are one line break apart.
 */
final class Typesetter {

  /**
   * Holds a document's canonical text and where its paragraphs and source lines stand in it.
   */
  record Setting(String text, List<Paragraph> paragraphs, List<SourceLine> lines) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<SourceLine> lines = new ArrayList<>();

  private Typesetter() {}

  static Setting set(List<Unit> units) {
    Typesetter typesetter = new Typesetter();
    for (int i = 0; i < units.size();) {
      int end = i + 1;
      while (end < units.size() && groups(units.get(end - 1), units.get(end))) {
        end++;
      }
      typesetter.paragraph(units.subList(i, end));
      i = end;
    }
    return new Setting(typesetter.text.toString(), typesetter.paragraphs, typesetter.lines);
  }

  private static boolean groups(Unit before, Unit unit) {
    if (before.role != unit.role) {
      return false;
    }
    return unit.role == Role.TABLE
        || (unit.role == Role.HEADING || unit.role == Role.SIGNATURE || unit.role == Role.SOURCE)
            && unit.gap == Gap.NONE;
  }

  private void paragraph(List<Unit> units) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int start = text.length();
    boolean firstUnit = true;
    for (Unit unit : units) {
      if (!firstUnit) {
        text.append('\n');
      }
      firstUnit = false;
      boolean firstLine = true;
      for (Unit.Line line : unit.lines) {
        if (!firstLine) {
          text.append(Unit.joint(text, line.text()));
        }
        firstLine = false;
        lines.add(new SourceLine(line.number(), text.length(), text.length() + line.text().length()));
        text.append(line.text());
      }
    }
    Role role = units.get(0).role;
    if (role == null) {
      throw new IllegalStateException("line " + units.get(0).first().number() + " has no role");
    }
    paragraphs.add(new Paragraph(start, text.length(), role, units.get(0).first().number(),
        units.get(units.size() - 1).last().number()));
  }
}
