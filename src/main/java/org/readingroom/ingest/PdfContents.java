package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the entries of a printed table of contents aside: they are words of other pages, as running heads are. */
final class PdfContents {

  private static final int FEWEST = 5;
  private static final int FEWEST_NUMBERS = 3;
  private static final int LONGEST = 200;
  private static final Pattern DOTTED = Pattern.compile(".*(?:\\.\\s?){4,}\\s*([\\divxlc]{1,6})");
  private static final Pattern PLAIN = Pattern.compile(".*\\s(\\d{1,4})");

  private PdfContents() {}

  /** Makes each entry on a page a running head of its own. */
  static void setAside(List<PdfParagraph> page, int pages) {
    Set<PdfLine> entries = entries(page.stream().filter(paragraph -> paragraph.role() != Role.RUNNING_HEAD)
        .flatMap(paragraph -> paragraph.lines().stream()).toList(), pages);
    if (entries.isEmpty()) {
      return;
    }
    List<PdfParagraph> parts = new ArrayList<>();
    for (PdfParagraph paragraph : page) {
      PdfParagraph part = null;
      for (int i = 0; i < paragraph.lines().size(); i++) {
        PdfLine line = paragraph.lines().get(i);
        boolean entry = entries.contains(line);
        if (part == null || entry) {
          part = new PdfParagraph(line);
          part.is(entry ? Role.RUNNING_HEAD : paragraph.role());
          parts.add(part);
        } else {
          part.add(line, paragraph.breaksBefore(i));
        }
        part = entry ? null : part;
      }
    }
    page.clear();
    page.addAll(parts);
  }

  /**
   * Returns the lines that end in the number of a page: those with leaders, if there are enough and their numbers
   * never fall, and those between and right beside them whose numbers fit.
   */
  private static Set<PdfLine> entries(List<PdfLine> lines, int pages) {
    Set<Integer> numbers = new HashSet<>();
    int dotted = 0;
    int before = 0;
    for (PdfLine line : lines) {
      int number = number(DOTTED, line);
      dotted += number >= 0 ? 1 : 0;
      if (number > 0) {
        if (number < before || number > pages) {
          return Set.of();
        }
        before = number;
        numbers.add(number);
      }
    }
    return dotted < FEWEST || numbers.size() < FEWEST_NUMBERS ? Set.of() : entries(lines, pages, dotted);
  }

  private static Set<PdfLine> entries(List<PdfLine> lines, int pages, int dotted) {
    Set<PdfLine> entries = new HashSet<>();
    List<PdfLine> plain = new ArrayList<>();
    int seen = 0;
    int before = 0;
    for (PdfLine line : lines) {
      int number = number(DOTTED, line);
      int without = number(PLAIN, line);
      if (number >= 0) {
        seen++;
        entries.add(line);
        if (number > 0) {
          plain.stream().filter(entry -> number(PLAIN, entry) <= number).forEach(entries::add);
          plain.clear();
          before = number;
        }
      } else if (without > 0 && without >= before && without <= pages) {
        plain.add(line);
      } else if (seen == 0) {
        plain.clear();
      } else if (seen == dotted) {
        break;
      }
    }
    entries.addAll(plain);
    return entries;
  }

  /** Returns the number that a line ends in, 0 for a Roman one and -1 where the line has another form. */
  private static int number(Pattern form, PdfLine line) {
    Matcher matcher = form.matcher(line.text());
    if (line.text().length() > LONGEST || !matcher.matches()) {
      return -1;
    }
    String number = matcher.group(1);
    return number.chars().allMatch(Character::isDigit) ? Integer.parseInt(number) : 0;
  }
}
