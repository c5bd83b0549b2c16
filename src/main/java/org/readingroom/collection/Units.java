package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.readingroom.collection.Unit.Gap;
import org.readingroom.collection.Unit.Line;

/** Divides a document's lines into units and heals the sentences that page breaks have cut. */
final class Units {

  /** The number of empty lines that make a page break; an ordinary blank line holds a space. */
  private static final int PAGE_BREAK = 3;

  /** A line this long, the next word included, was broken by the margin; a shorter one was ended on purpose. */
  private static final int MARGIN = 74;

  private static final int LONG_LINE = 60;
  private static final Pattern WIDE_GAP = Pattern.compile("\\S(?:\\s{3,}|\\t)\\S");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private Units() {}

  static List<Unit> of(SourceText source, Span span) {
    List<Unit> units = new ArrayList<>();
    int empty = 0;
    boolean blank = true;
    for (int number = span.firstLine(); number <= span.lastLine(); number++) {
      String raw = source.line(number);
      if (raw.isBlank()) {
        empty = raw.isEmpty() ? empty + 1 : empty;
        blank = true;
        continue;
      }
      Gap gap = empty >= PAGE_BREAK ? Gap.PAGE : blank ? Gap.BLANK : Gap.NONE;
      String stripped = raw.strip();
      boolean even = stripped.indexOf("  ") < 0 && stripped.indexOf('\t') < 0;
      Line line = new Line(number, even ? stripped : WHITE_SPACE.matcher(stripped).replaceAll(" "),
          raw.indexOf(stripped.charAt(0)), !even && WIDE_GAP.matcher(stripped).find());
      if (units.isEmpty() || !continues(units.get(units.size() - 1), line, gap)) {
        units.add(new Unit(line, gap));
      } else {
        units.get(units.size() - 1).add(line);
      }
      empty = 0;
      blank = false;
    }
    return units;
  }

  private static boolean continues(Unit unit, Line line, Gap gap) {
    if (gap != Gap.NONE) {
      return heals(unit, line, gap);
    }
    Line last = unit.last();
    if (Marks.isNote(unit.text()) && !Marks.isClosed(unit.text())) {
      return unit.lines.size() < 12;
    }
    boolean ended = unit.endsSentence() || unit.endsClause();
    if (Marks.isFootnote(line.text()) || Marks.isTail(line.text()) || Marks.isTail(unit.text())) {
      return false;
    }
    int word = firstWord(line.text());
    boolean hard = last.text().length() + word < MARGIN && width(last) + 1 + word < MARGIN;
    if (Marks.isItem(line.text()) && (ended || hard)) {
      return false;
    }
    if (line.indent() > 0 && unit.endsSentence()) {
      return false;
    }
    if (hard) {
      return Character.isLowerCase(line.text().charAt(0)) && last.text().length() > 45 && !unit.endsSentence()
          && !last.text().endsWith(";") && !Marks.isAddress(line.text()) && !line.columns()
          && !last.columns();
    }
    return !(last.columns() && unit.numbers() * 2 > unit.words());
  }

  /** Tells whether a line after a gap goes on with the sentence before it. */
  private static boolean heals(Unit unit, Line line, Gap gap) {
    Line last = unit.last();
    String text = line.text();
    if (!unit.isProse() || unit.endsSentence() || last.text().length() < LONG_LINE || last.columns()
        || line.columns() || unit.text().endsWith(":") || Marks.isNote(unit.text()) || Marks.isItem(text)
        || Marks.isFootnote(text) || Marks.isTail(text) || Marks.isAddress(text)) {
      return false;
    }
    if (Character.isLowerCase(text.charAt(0))) {
      return true;
    }
    return gap == Gap.PAGE && unit.words() >= 10 && text.length() >= 20 && !unit.text().endsWith(";")
        && !text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static double width(Line line) {
    String text = line.text();
    double width = line.indent();
    for (int i = 0; i < text.length(); i++) {
      width += Character.isUpperCase(text.charAt(i)) ? 1.3 : 1;
    }
    return width;
  }

  private static int firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text.length() : space;
  }
}
