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
  private static final Pattern SPEECH = Pattern.compile("\\p{Lu}\\p{L}+( \\p{L}+){0,5}\\. \\p{Lu}.*");
  private static final Pattern VERB = Pattern.compile(" (I|we|is|are|was|were|has|have|had|will|should) ");
  private static final Pattern AMOUNT = Pattern.compile(".* [-–] [\\d,.]+.*");
  private static final Pattern TABLE_ROW = Pattern.compile(".*\\d[%\\d,. ]*\\.?");

  private final Listing listing;
  private final List<Unit> units;
  private final Set<String> titleWords;
  private boolean started;

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
    int last = 0;
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      int number = Marks.noteNumber(unit.text());
      if (Marks.isFootnote(unit.text())) {
        unit.role = Role.FOOTNOTE;
      } else if (number > 0 && unit.role == null && unit.words() < 30 && !Marks.isDate(unit.text())
          && endsPage(i)
          && (number == last + 1 || marks(before, number))) {
        unit.role = Role.FOOTNOTE;
        last = number;
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
    boolean[] rows = new boolean[units.size()];
    boolean[] cells = new boolean[units.size()];
    for (int i = 0; i < units.size(); i++) {
      boolean tabular = isTabular(units.get(i));
      rows[i] = tabular && isRow(units.get(i));
      cells[i] = tabular && !rows[i] && isCell(units.get(i));
    }
    for (int i = 0; i < units.size(); i++) {
      int count = 0;
      int last = i;
      for (int k = i; k < units.size() && (rows[k] || cells[k]); k++) {
        if (rows[k]) {
          count++;
          last = k;
        }
      }
      if (count >= 3 && count * 10 >= (last - i + 1) * 4) {
        for (; i <= last; i++) {
          units.get(i).role = Role.TABLE;
        }
        i = last;
      }
    }
  }

  private static boolean isTabular(Unit unit) {
    return unit.role == null && unit.lines.size() <= 2 && unit.text().length() <= 110
        && (unit.words() <= 6 || unit.numbers() > 0 || unit.columns()) && !isAside(unit.text());
  }

  private static boolean isRow(Unit unit) {
    String text = unit.text();
    boolean numeric = unit.numbers() * 3 >= unit.words() && unit.numbers() > 0 && !unit.endsSentence();
    boolean amount = unit.columns()
        && (text.contains(" - ") || unit.numbers() > 0 || TABLE_ROW.matcher(text).matches());
    return numeric && unit.words() <= 16 || amount;
  }

  private static boolean isCell(Unit unit) {
    return unit.words() <= 6 && unit.lines.size() == 1 && !unit.endsSentence();
  }

  private static boolean isAside(String text) {
    return Marks.isDate(text) || Marks.isTail(text) || Marks.isAddress(text) || Marks.isNumber(text)
        || Marks.isNote(text) || Marks.isGreeting(text) || Marks.isRegistry(text);
  }

  private void texts() {
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      started |= i > 0 && isRunning(units.get(i - 1));
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
      } else if (started && isListed(i)) {
        unit.role = Role.LIST;
      }
    }
  }

  private boolean isText(int index) {
    Unit unit = units.get(index);
    String text = unit.text();
    int words = unit.words();
    int lower = unit.lowerWords();
    boolean half = lower * 2 >= words - unit.numbers();
    boolean sentence = unit.endsSentence();
    if (unit.isCapitals()) {
      return words > 40;
    }
    if (listing.kind() == Kind.RECORD && sentence && (SPEECH.matcher(text).matches() || words > 5)) {
      return true;
    }
    if (Marks.isAddress(text) && words < 16 && !(sentence && words > 9)) {
      return false;
    }
    if (words >= 25 && lower * 5 >= words * 2 || words >= 8 && sentence && (started || lower * 3 >= words)) {
      return true;
    }
    if (words >= 12 && sentence && VERB.matcher(text).find()) {
      return true;
    }
    if (words >= 6) {
      return half && (sentence || unit.endsClause() || unit.lines.size() > 1 && words > 14);
    }
    return words >= 3 && half && sentence && !Marks.isOffice(text) && !text.startsWith("[")
        && !Marks.isGreeting(text)
        || words >= 4 && started && text.endsWith(":") && !text.startsWith("[");
  }

  /** Tells whether a short line without a mark is an item: an amount, or one of those that a colon announces. */
  private boolean isListed(int index) {
    Unit unit = units.get(index);
    Unit before = units.get(index - 1);
    String text = unit.text();
    if (unit.isCapitals() || isAside(text) || Marks.isKind(text)) {
      return false;
    }
    boolean announced = isRunning(before) && before.text().endsWith(":") && !Marks.isName(text)
        && !Marks.isOffice(text);
    boolean goesOn = before.role == Role.LIST && !Marks.isItem(before.text()) && unit.gap == Gap.NONE;
    return AMOUNT.matcher(text).matches() || text.endsWith(";") || announced || goesOn;
  }

  private boolean isTitle(int index) {
    Unit unit = units.get(index);
    if (index > 12 || unit.words() > 70
        || unit.endsSentence() && !Marks.isKind(unit.text())) {
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
    if (Marks.isAddress(text) || Marks.isItem(text) || Marks.isKind(text)) {
      return false;
    }
    boolean near = signing || index > 0 && isRunning(units.get(index - 1));
    if (Marks.isName(text)) {
      return near && (signing || followedByTail(index));
    }
    return near && (Marks.isDate(text) || Marks.isNumber(text) || Marks.isOffice(text) && unit.words() < 14)
        || signing && Marks.isNote(text);
  }

  /** Tells whether a name is signed rather than a heading: no running text comes next. */
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
