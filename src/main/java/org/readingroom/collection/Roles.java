package org.readingroom.collection;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.collection.Unit.Gap;

/**
 * Gives every unit of a document its role.
 *
 * <p>
 * What is certain comes first: source, footnotes, tables, items and running text. The short lines left over are
 * a letterhead before the first running text, a signature after the last; between two texts they are a signature
 * as long as they look like one and headings from there on.
 */
final class Roles {

  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}]+");
  private static final Pattern TABLE_ROW = Pattern.compile(".*\\d[%\\d,. ]*\\.?");

  private final Listing listing;
  private final List<Unit> units;
  private final Set<String> titleWords;

  private Roles(Listing listing, List<Unit> units) {
    this.listing = listing;
    this.units = units;
    this.titleWords = words(listing.title());
  }

  static void assign(Listing listing, List<Unit> units) {
    Roles roles = new Roles(listing, units);
    roles.sources();
    roles.footnotes();
    roles.tables();
    roles.texts();
    roles.leftOver();
  }

  private void sources() {
    for (Unit unit : units) {
      String text = unit.text();
      if (text.startsWith("[Source") || Marks.isCitation(text) && !unit.endsClause()
          || text.length() < 60 && text.replace("(", "").startsWith("Translated by")) {
        unit.role = Role.SOURCE;
      }
    }
  }

  private void footnotes() {
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      int number = Marks.noteNumber(unit.text());
      if (Marks.isFootnote(unit.text())) {
        unit.role = Role.FOOTNOTE;
      } else if (number > 0 && unit.role == null && endsPage(i) && marks(before, number)) {
        unit.role = Role.FOOTNOTE;
      }
      before.append(unit.text()).append(' ');
    }
  }

  private boolean endsPage(int index) {
    for (int i = index + 1; i < units.size(); i++) {
      if (units.get(i).gap == Gap.PAGE) {
        return true;
      }
      if (Marks.noteNumber(units.get(i).text()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean marks(StringBuilder before, int number) {
    String mark = String.valueOf(number);
    for (int at = before.lastIndexOf(mark); at > 0; at = before.lastIndexOf(mark, at - 1)) {
      int end = at + mark.length();
      char c = before.charAt(at - 1);
      boolean sticks = Character.isLetter(c) || ".,;:\"”’)]".indexOf(c) >= 0;
      if (sticks && (end == before.length() || !Character.isLetterOrDigit(before.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Marks runs of rows and cells: short units of which a good part are numbers. */
  private void tables() {
    for (int i = 0; i < units.size(); i++) {
      int rows = 0;
      int end = i;
      int lastRow = i;
      while (end < units.size() && (isRow(units.get(end)) || isCell(units.get(end)))) {
        if (isRow(units.get(end))) {
          rows++;
          lastRow = end;
        }
        end++;
      }
      int length = lastRow - i + 1;
      if (rows >= 3 && rows * 10 >= length * 4) {
        for (int k = i; k <= lastRow; k++) {
          units.get(k).role = Role.TABLE;
        }
        i = lastRow;
      } else if (end > i) {
        continue;
      }
    }
  }

  private static boolean isRow(Unit unit) {
    String text = unit.text();
    if (unit.role != null || unit.lines.size() > 2 || text.length() > 110 || isAside(text)) {
      return false;
    }
    boolean numeric = unit.numbers() * 3 >= unit.words() && unit.numbers() > 0 && !unit.endsSentence();
    boolean column = unit.columns() && TABLE_ROW.matcher(text).matches();
    boolean amount = unit.columns() && (text.contains(" - ") || unit.numbers() > 0);
    return numeric && unit.words() <= 16 || column || amount;
  }

  private static boolean isCell(Unit unit) {
    return unit.role == null && unit.words() <= 6 && unit.lines.size() == 1 && !unit.endsSentence()
        && !isAside(unit.text());
  }

  private static boolean isAside(String text) {
    return Marks.isDate(text) || Marks.isTail(text) || Marks.isAddress(text) || Marks.isNumber(text)
        || Marks.isNote(text) || Marks.isGreeting(text);
  }

  private void texts() {
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit.role != null) {
        continue;
      }
      String text = unit.text();
      if (isTitle(i) || Marks.isNote(text) || Marks.isTail(text) && !unit.isProse() || Marks.isDate(text)
          || Marks.isNumber(text)) {
        continue;
      }
      if (Marks.isItem(text)) {
        if (!isSectionHeading(i)) {
          unit.role = Role.LIST;
        }
      } else if (isText(i)) {
        unit.role = Role.BODY;
      }
    }
  }

  private boolean isText(int index) {
    Unit unit = units.get(index);
    String text = unit.text();
    boolean half = unit.lowerWords() * 2 >= unit.words() - unit.numbers();
    if (unit.isCapitals()) {
      return unit.words() > 40;
    }
    if (Marks.isAddress(text) && unit.words() < 16 && !(unit.endsSentence() && unit.words() > 9)) {
      return false;
    }
    if (Marks.isTail(text) && unit.words() < 14) {
      return false;
    }
    if (unit.words() >= 25 && unit.lowerWords() * 5 >= unit.words() * 2) {
      return true;
    }
    boolean ends = unit.endsSentence() || unit.endsClause();
    if (unit.words() >= 6) {
      return half && (ends || unit.lines.size() > 1 && unit.words() > 14);
    }
    return unit.words() >= 3 && half && ends && unit.endsSentence() && !Marks.isOffice(text)
        && !text.startsWith("[") && !Marks.isGreeting(text);
  }

  private boolean isTitle(int index) {
    Unit unit = units.get(index);
    if (index > 12 || unit.words() > 70) {
      return false;
    }
    Set<String> words = words(unit.text());
    int size = words.size();
    if (size < 4) {
      return false;
    }
    words.retainAll(titleWords);
    return words.size() * 10 >= Math.min(size, titleWords.size()) * 6 && words.size() * 10 >= size * 4
        && !unit.text().contains(". ");
  }

  /** Tells whether an item is the heading of a section: short, not a sentence, and alone among longer text. */
  private boolean isSectionHeading(int index) {
    Unit unit = units.get(index);
    String text = unit.text();
    if (unit.isCapitals() && unit.words() > 1) {
      return true;
    }
    if (unit.words() > 14 || unit.endsClause() || unit.columns() || unit.lines.size() > 2) {
      return false;
    }
    if (Marks.isRoman(text)) {
      return true;
    }
    @Nullable
    Unit before = index > 0 ? units.get(index - 1) : null;
    @Nullable
    Unit after = index + 1 < units.size() ? units.get(index + 1) : null;
    boolean alone = (before == null || !Marks.isItem(before.text()) || Marks.isRoman(before.text()))
        && after != null && !Marks.isItem(after.text()) && after.isProse();
    return Character.isDigit(text.charAt(0)) && alone && (!unit.endsSentence() || unit.words() <= 8)
        || !Character.isDigit(text.charAt(0)) && Character.isLetter(text.charAt(0)) && alone
            && !unit.endsSentence();
  }

  private void leftOver() {
    int first = 0;
    while (first < units.size() && !isRunning(units.get(first))) {
      first++;
    }
    int last = units.size() - 1;
    while (last >= first && !isRunning(units.get(last))) {
      last--;
    }
    boolean signing = false;
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit.role != null) {
        signing = signing && !isRunning(unit);
        continue;
      }
      if (i < first) {
        unit.role = Role.HEADING;
      } else if (i > last) {
        unit.role = Role.SIGNATURE;
      } else {
        signing = signs(unit, signing, i);
        unit.role = signing ? Role.SIGNATURE : Role.HEADING;
      }
    }
  }

  private boolean signs(Unit unit, boolean signing, int index) {
    String text = unit.text();
    if (Marks.isTail(text) || Marks.isGreeting(text)) {
      return true;
    }
    if (Marks.isAddress(text) || Marks.isRoman(text) || Marks.isItem(text)) {
      return false;
    }
    boolean afterText = index > 0 && isRunning(units.get(index - 1));
    boolean named = Marks.isName(text) && (unit.isCapitals() || signing || afterText);
    if (named || Marks.isDate(text) && (signing || afterText)
        || Marks.isNumber(text) && (signing || afterText)) {
      return signing || !unit.isCapitals() || followedByTail(index);
    }
    if (Marks.isOffice(text) && (signing || afterText) && unit.words() < 14) {
      return true;
    }
    return signing && Marks.isNote(text);
  }

  /** Tells whether a name in capitals is signed rather than a heading: no running text comes next. */
  private boolean followedByTail(int index) {
    return index + 1 >= units.size() || !isRunning(units.get(index + 1))
        || listing.kind() == Kind.TELEGRAM;
  }

  private static boolean isRunning(Unit unit) {
    return unit.role == Role.BODY || unit.role == Role.LIST || unit.role == Role.TABLE;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : WORD_BREAK.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }
}
