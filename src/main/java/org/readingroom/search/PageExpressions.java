package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.readingroom.collection.Origin.Page;
import org.readingroom.passage.Span;

/** Finds the pages that a question names: "page 12", "p. xii", "pages 12-14", "pp. 3 and 5". */
final class PageExpressions {

  private static final String LABEL = "(?:\\d{1,5}|[ivxlc]{1,8}|\\p{Lu}[-.]?\\d{1,4})(?![\\p{L}\\d]|[.,]\\d)";
  private static final Pattern PAGES = Pattern
      .compile(
          "\\b(?:[Pp]ages?(?:\\s+(?:no\\.?|number))?\\s+|[Pp]gs?\\b\\.?\\s*|[Pp]{1,2}\\.?\\s?(?=[\\d]|(?<=\\.\\s?)[ivxlc]))"
              + "(?<labels>" + LABEL
              + "(?:(?:\\s*(?:[-–—]|\\bto\\b|\\bthrough\\b|,\\s*and\\b|,|\\band\\b|&)\\s*)" + LABEL + ")*)");
  private static final Pattern NEXT = Pattern
      .compile("(?<label>" + LABEL + ")(?<range>\\s*(?:[-–—]|\\bto\\b|\\bthrough\\b)"
          + "\\s*(?<last>" + LABEL + "))?");

  private PageExpressions() {}

  /**
   * Names pages.
   *
   * @param first what is printed on the first, or its number in the file
   * @param last the same for the last
   */
  record PageRange(String first, String last) {

    /** Returns where they stand among the pages of a document: those of these labels or else of these numbers. */
    Optional<Span> in(List<Page> pages) {
      int from = labelled(pages, first);
      int to = labelled(pages, last);
      if (from < 0 || to < from) {
        from = numbered(pages, first);
        to = numbered(pages, last);
      }
      return from < 0 || to < from || pages.get(from).start() >= pages.get(to).end()
          ? Optional.empty()
          : Optional.of(new Span(pages.get(from).start(), pages.get(to).end()));
    }

    private static int labelled(List<Page> pages, String label) {
      return IntStream.range(0, pages.size()).filter(i -> label.equalsIgnoreCase(pages.get(i).label()))
          .findFirst()
          .orElse(-1);
    }

    private static int numbered(List<Page> pages, String number) {
      return IntStream.range(0, pages.size())
          .filter(i -> number.equals(Integer.toString(pages.get(i).number())))
          .findFirst().orElse(-1);
    }
  }

  /** Returns the pages named, in order. */
  static List<PageRange> find(String text) {
    List<PageRange> found = new ArrayList<>();
    Matcher pages = PAGES.matcher(text);
    while (pages.find()) {
      Matcher next = NEXT.matcher(pages.group("labels"));
      while (next.find()) {
        String first = next.group("label");
        found.add(new PageRange(first, next.group("last") == null ? first : next.group("last")));
      }
    }
    return found;
  }
}
