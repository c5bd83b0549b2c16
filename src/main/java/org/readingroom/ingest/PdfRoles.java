package org.readingroom.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings, notes, captions and lists of a PDF from its running text, by size, weight and first words. */
final class PdfRoles {

  private static final int LONGEST_HEADING = 200;
  private static final float LARGER = 1.12f;
  private static final float SMALLER = 0.93f;
  private static final int MOST_LEVELS = 6;
  private static final Pattern CAPTION = Pattern.compile(
      "(?i)(figure|fig\\.|table|tab\\.|abbildung|abb\\.|tabelle|tableau|figura|tabla|рис\\.|таблица)\\s*[\\dIVX]+.{0,3}[.:|–-]?\\s.*"
          + "|(图|圖|表|그림|표)\\s*\\d+.*",
      Pattern.DOTALL);
  /** Running text that opens with the name of a figure or table: no mark parts the two. */
  private static final Pattern MENTION = Pattern.compile(
      "\\p{L}+\\.?\\s*[\\dIVX]+\\S{0,3}(?<![.:|–-])\\s\\p{Ll}.*", Pattern.DOTALL);
  private static final Pattern NOTE = Pattern.compile(
      "(\\d{1,3}|\\[\\d{1,3}\\]|[*†‡§¶∗]{1,3}|[¹²³⁰-⁹]{1,3})(?:\\.\\s|\\s)?[^\\s\\d.,].*",
      Pattern.DOTALL);
  /** The marks of notes that items of lists have, too. */
  private static final Pattern REFERENCES = Pattern.compile(
      "(?i)[\\d.\\s]*(?:references|bibliography|works cited|literatur\\p{L}*|bibliogra[fp]h?\\p{L}*|referencias)\\W*");
  private static final Pattern ITEM = Pattern.compile("(?:\\d{1,3}\\.\\s|\\[).*", Pattern.DOTALL);
  private static final Pattern NUMBERED = Pattern.compile(
      "(?:\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.?|[IVX]{1,5}\\.|[A-Z]\\.(?:\\d+\\.?)*)\\s+\\p{Lu}.{2,}",
      Pattern.DOTALL);
  private static final Pattern LETTERS = Pattern.compile(".*\\p{L}.*\\p{L}.*", Pattern.DOTALL);

  private final float bodySize;
  private final boolean bodyBold;
  private final List<Float> headingSizes;
  /** Notes to which text of their page refers, and what goes on below them. */
  private final Set<PdfParagraph> called = new HashSet<>();

  private PdfRoles(float bodySize, boolean bodyBold, List<Float> headingSizes) {
    this.bodySize = bodySize;
    this.bodyBold = bodyBold;
    this.headingSizes = headingSizes;
  }

  /** Gives each paragraph of a document its role, and each entry of a table of contents a paragraph. */
  static void assign(List<List<PdfParagraph>> pages, List<PdfPage> geometry) {
    pages.forEach(page -> PdfContents.setAside(page, pages.size()));
    PdfRoles roles = of(pages);
    for (int i = 0; i < pages.size(); i++) {
      List<PdfParagraph> page = pages.get(i);
      for (int j = 0; j < page.size(); j++) {
        roles.assign(page, j, geometry.get(i).height());
      }
    }
  }

  private static PdfRoles of(List<List<PdfParagraph>> pages) {
    Map<Float, Integer> sizes = new HashMap<>();
    int bold = 0;
    int all = 0;
    for (List<PdfParagraph> page : pages) {
      for (PdfParagraph paragraph : page) {
        for (PdfLine line : paragraph.lines()) {
          sizes.merge(line.size(),
              line.tabular() || paragraph.role() == Role.RUNNING_HEAD ? 1 : 10 * line.text().length(),
              Integer::sum);
          bold += line.bold() ? line.text().length() : 0;
          all += line.text().length();
        }
      }
    }
    float body = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
        .orElse(10f);
    TreeSet<Float> larger = new TreeSet<>(Comparator.reverseOrder());
    sizes.keySet().stream().filter(size -> size > LARGER * body).forEach(larger::add);
    return new PdfRoles(body, 2 * bold > all, larger.stream().limit(MOST_LEVELS).toList());
  }

  private void assign(List<PdfParagraph> page, int at, float height) {
    PdfParagraph paragraph = page.get(at);
    PdfParagraph next = at + 1 < page.size() ? page.get(at + 1) : null;
    String text = paragraph.text();
    PdfLine first = paragraph.first();
    if (paragraph.role() == Role.RUNNING_HEAD) {
      return;
    }
    if (first.tabular()) {
      paragraph.is(Role.TABLE);
    } else if (CAPTION.matcher(text).matches() && !isMention(first, text)) {
      paragraph.is(Role.CAPTION);
    } else if (isHeading(paragraph, text, next)) {
      paragraph.heads(level(first, text));
    } else if (isSmall(paragraph) && isNote(page, at, height)) {
      paragraph.is(Role.NOTE);
    } else if (ListMarks.isItem(text)) {
      paragraph.is(Role.LIST);
    }
  }

  private boolean isSmall(PdfParagraph paragraph) {
    return paragraph.first().size() < SMALLER * bodySize;
  }

  /** Tells whether a sentence opens with the name of a figure or table, as in "Figure 3 shows …". */
  private boolean isMention(PdfLine first, String text) {
    return !first.bold() && first.size() >= SMALLER * bodySize && first.size() <= LARGER * bodySize
        && MENTION.matcher(text).matches();
  }

  /** Tells whether a small paragraph is a note at the foot of its column, or goes on with one. */
  private boolean isNote(List<PdfParagraph> page, int at, float height) {
    PdfParagraph paragraph = page.get(at);
    if (page.stream().anyMatch(other -> isTextBelow(paragraph.first(), other))) {
      return false;
    }
    PdfParagraph before = at == 0 ? null : page.get(at - 1);
    if (before != null && called.contains(before) && before.first().column() == paragraph.first().column()) {
      called.add(paragraph);
      return true;
    }
    Matcher note = NOTE.matcher(paragraph.text());
    if (paragraph.first().displayY() <= height / 2 || !note.matches()) {
      return false;
    }
    boolean refersTo = page.stream().anyMatch(other -> isTextWith(note.group(1), other));
    if (ITEM.matcher(paragraph.text()).matches()
        && (!refersTo || before != null && opensList(before))) {
      return false;
    }
    if (refersTo) {
      called.add(paragraph);
    }
    return true;
  }

  /** Tells whether what follows a paragraph goes on with a list, such as that of the references. */
  private boolean opensList(PdfParagraph before) {
    return before.role() == Role.HEADING || REFERENCES.matcher(before.text()).matches()
        || ListMarks.isItem(before.text()) && !called.contains(before);
  }

  private boolean isTextBelow(PdfLine line, PdfParagraph other) {
    return !isSmall(other) && other.role() != Role.RUNNING_HEAD && !other.first().hidden()
        && other.first().column() == line.column() && other.last().bottom() > line.bottom();
  }

  /** Tells whether text of the usual size has the mark of a note, after a word where that is a number. */
  private boolean isTextWith(String mark, PdfParagraph other) {
    String after = Character.isDigit(mark.charAt(0)) ? "[^\\s\\d][^\\s\\d(\\[$#/–-]" : "";
    return !isSmall(other) && other.role() != Role.RUNNING_HEAD
        && Pattern.compile(after + Pattern.quote(mark) + "(?!\\d)").matcher(other.text()).find();
  }

  private boolean isHeading(PdfParagraph paragraph, String text,
      @org.jspecify.annotations.Nullable PdfParagraph next) {
    PdfLine first = paragraph.first();
    if (text.length() > LONGEST_HEADING || !LETTERS.matcher(text).matches() || first.frame().degrees() != 0
        || first.hidden()) {
      return false;
    }
    boolean larger = first.size() > LARGER * bodySize && paragraph.lines().size() <= 4
        && !ListMarks.isBullet(text)
        && (text.length() < 120 && !text.endsWith(".") || first.size() > 1.5 * bodySize);
    boolean bold = first.bold() && !bodyBold && first.size() > SMALLER * bodySize
        && paragraph.lines().size() <= 2
        && !text.matches("(?s).*[.,;:]") && next != null && !next.first().bold();
    boolean numbered = NUMBERED.matcher(text).matches() && paragraph.lines().size() == 1 && text.length() < 90
        && (first.bold() && !bodyBold || first.size() > 1.04 * bodySize || isUpper(text))
        && !text.endsWith(".");
    return larger && !text.matches("(?s).*[,;]") || bold || numbered;
  }

  private static boolean isUpper(String text) {
    return text.equals(text.toUpperCase(java.util.Locale.ROOT));
  }

  private int level(PdfLine first, String text) {
    Matcher number = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s.*", Pattern.DOTALL)
        .matcher(text);
    if (number.matches()) {
      return 1 + (int) number.group(1).chars().filter(character -> character == '.').count();
    }
    int rank = 0;
    while (rank < headingSizes.size() && headingSizes.get(rank) > first.size() + 0.1) {
      rank++;
    }
    return 1 + Math.min(rank, MOST_LEVELS);
  }
}
