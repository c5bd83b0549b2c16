package org.readingroom.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
  private static final Pattern NOTE = Pattern.compile("(?:\\d{1,3}|[*†‡§¶∗]{1,3})\\s?[^\\s\\d.,].*",
      Pattern.DOTALL);
  private static final Pattern NUMBERED = Pattern.compile(
      "(?:\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.?|[IVX]{1,5}\\.|[A-Z]\\.(?:\\d+\\.?)*)\\s+\\p{Lu}.{2,}",
      Pattern.DOTALL);
  private static final Pattern LETTERS = Pattern.compile(".*\\p{L}.*\\p{L}.*", Pattern.DOTALL);

  private final float bodySize;
  private final boolean bodyBold;
  private final List<Float> headingSizes;

  private PdfRoles(float bodySize, boolean bodyBold, List<Float> headingSizes) {
    this.bodySize = bodySize;
    this.bodyBold = bodyBold;
    this.headingSizes = headingSizes;
  }

  /** Gives each paragraph of a document its role. */
  static void assign(List<List<PdfParagraph>> pages, List<PdfPage> geometry) {
    PdfRoles roles = of(pages);
    for (int i = 0; i < pages.size(); i++) {
      List<PdfParagraph> page = pages.get(i);
      for (int j = 0; j < page.size(); j++) {
        PdfParagraph next = j + 1 < page.size() ? page.get(j + 1) : null;
        roles.assign(page.get(j), next, geometry.get(i));
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

  private void assign(PdfParagraph paragraph, @org.jspecify.annotations.Nullable PdfParagraph next,
      PdfPage page) {
    String text = paragraph.text();
    PdfLine first = paragraph.first();
    if (paragraph.role() == Role.RUNNING_HEAD) {
      return;
    }
    if (first.tabular()) {
      paragraph.is(Role.TABLE);
    } else if (CAPTION.matcher(text).matches()) {
      paragraph.is(Role.CAPTION);
    } else if (isHeading(paragraph, text, next)) {
      paragraph.heads(level(first, text));
    } else if (first.size() < SMALLER * bodySize && NOTE.matcher(text).matches()
        && first.displayY() > page.height() / 2) {
      paragraph.is(Role.NOTE);
    } else if (ListMarks.isItem(text)) {
      paragraph.is(Role.LIST);
    }
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
    java.util.regex.Matcher number = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s.*", Pattern.DOTALL)
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
