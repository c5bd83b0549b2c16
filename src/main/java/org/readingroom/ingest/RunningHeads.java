package org.readingroom.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the running heads and page numbers of a PDF.
 *
 * <p>
 * A line at the head or foot of a page is one where the file says so, where it is nothing but a page's number, where
 * its number counts with the pages as those of others do, or where other pages have the same words, but for numbers, at
 * the same height. Titles of slides and chapters recur, too: larger lines must do so on many pages.
 */
final class RunningHeads {

  /** How many lines at each end of a page may be running heads. */
  private static final int LINES = 3;
  private static final int LONGEST = 100;
  private static final double MARGIN = 0.14;
  private static final double DEEP_MARGIN = 0.3;
  private static final float LARGER = 1.12f;
  /** On which part of all pages a line stands that looks like a title and is none. */
  private static final double MANY = 0.4;
  private static final int SHORT_FILE = 3;
  /** By how many degrees lines of a level page may lie askew. */
  private static final int SKEW = 10;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}|\\p{IsHan}+|\\p{IsHangul}+");
  /** A part and its number, such as "Chapter 3", which may be its title. */
  private static final Pattern COUNTED = Pattern.compile(
      "(?i)(?:chapter|part|book|section|volume|lecture|lesson|unit|act|scene|appendix|kapitel|teil|band|abschnitt"
          + "|lektion|chapitre|partie|tome|capítulo|capitolo|parte|глава|часть)\\.?\\s+(?:\\d{1,3}|[ivxlc]{1,6})");
  private static final Pattern LINE_NUMBERS = Pattern.compile("\\d{1,4}(?: \\d{1,4}){3,}");
  private static final Pattern NUMBER = Pattern.compile(
      "(?i)[-–—\\[|]?\\s*(?:page|seite|p\\.?|pag\\.?|página|стр\\.)?\\s*([\\divxlcA-Z]?[-.]?\\d{1,4}|[ivxl]{1,7})\\s*(?:(?:of|/|von|de|sur)\\s*\\d{1,4})?\\s*[-–—\\]|]?");

  private final List<PdfPage> pages;
  private final Set<PdfLine> heads = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

  private RunningHeads(List<PdfPage> pages) {
    this.pages = pages;
  }

  /** Returns the lines that are running heads, by identity. */
  static Set<PdfLine> find(List<PdfPage> pages) {
    RunningHeads finder = new RunningHeads(pages);
    Map<String, Set<Integer>> seen = finder.count();
    Set<Integer> offsets = finder.offsets();
    for (PdfPage page : pages) {
      for (PdfLine line : page.lines()) {
        if (line.furniture()) {
          finder.heads.add(line);
        }
      }
      finder.ends(page, seen, offsets);
    }
    return finder.heads;
  }

  private Map<String, Set<Integer>> count() {
    Map<String, Set<Integer>> seen = new HashMap<>();
    Set<String> texts = new HashSet<>();
    for (PdfPage page : pages) {
      // A page that is there twice says nothing of what runs.
      if (texts.add(page.text())) {
        for (PdfLine line : Stream.concat(candidates(page).stream(), slanted(page).stream()).toList()) {
          seen.computeIfAbsent(height(line) + words(line), key -> new HashSet<>()).add(page.number());
          seen.computeIfAbsent(height(line) + exactly(line), key -> new HashSet<>()).add(page.number());
        }
      }
    }
    return seen;
  }

  private void ends(PdfPage page, Map<String, Set<Integer>> seen, Set<Integer> offsets) {
    for (PdfLine line : candidates(page)) {
      boolean number = NUMBER.matcher(line.text()).matches() && isAlone(page, line);
      boolean repeated = isRepeated(page, line, seen) && page.lines().size() > 1
          && !isAttached(page, line, seen);
      boolean tilted = line.frame().upright() && page.isMostlyLevel();
      Integer printed = printed(page, line);
      boolean numbered = printed != null && offsets.contains(printed - page.number())
          && !isPrintedElsewhere(page, line, printed) && !isAttached(page, line, Map.of());
      if (number || repeated || tilted || numbered) {
        heads.add(line);
      }
    }
    for (PdfLine line : slanted(page)) {
      if (isRepeated(page, line, seen)) {
        heads.add(line);
      }
    }
  }

  /** Returns by how much the numbers that enough pages print differ from those of the pages. */
  private Set<Integer> offsets() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (PdfPage page : pages) {
      Set<Integer> offsets = new HashSet<>();
      for (PdfLine line : candidates(page)) {
        Integer printed = printed(page, line);
        if (printed != null) {
          offsets.add(printed - page.number());
        }
      }
      offsets.forEach(offset -> counts.merge(offset, 1, Integer::sum));
    }
    // Of a few pages, a number shows no more than that it is the page's own.
    counts.entrySet().removeIf(entry -> pages.size() <= SHORT_FILE
        ? entry.getKey() != 0
        : entry.getValue() < 3 || 3 * entry.getValue() < pages.size());
    return counts.keySet();
  }

  /** Returns the number of a line that stands where a page's own may, or null. */
  private static @org.jspecify.annotations.Nullable Integer printed(PdfPage page, PdfLine line) {
    Integer number = line.text().length() < LONGEST ? number(line.text()) : null;
    return number != null && number > 1 && isOutermost(page, line) && !line.tabular() && !isLarge(page, line)
        ? number
        : null;
  }

  /** Tells whether a line with words is not where its page prints a number, for that stands by itself. */
  private static boolean isPrintedElsewhere(PdfPage page, PdfLine line, int printed) {
    return !NUMBER.matcher(line.text()).matches() && candidates(page).stream().anyMatch(other -> {
      Integer number = other != line && NUMBER.matcher(other.text()).matches() ? number(other.text()) : null;
      return number != null && number == printed;
    });
  }

  private boolean isRepeated(PdfPage page, PdfLine line, Map<String, Set<Integer>> seen) {
    int alike = pagesWith(words(line), line, seen);
    boolean large = isLarge(page, line);
    if (!large && !COUNTED.matcher(line.text()).matches()) {
      return alike >= Math.max(2, Math.min(5, pages.size() / 6));
    }
    return alike >= Math.max(2, MANY * pages.size())
        || pagesWith(exactly(line), line, seen) >= (large ? 5 : 2);
  }

  /** Returns how many pages have words at about the height of a line. */
  private static int pagesWith(String words, PdfLine line, Map<String, Set<Integer>> seen) {
    Set<Integer> on = new HashSet<>();
    for (int near = height(line) - 1; near <= height(line) + 1; near++) {
      on.addAll(seen.getOrDefault(near + words, Set.of()));
    }
    return on.size();
  }

  private static boolean isLarge(PdfPage page, PdfLine line) {
    List<Float> sizes = page.lines().stream().map(PdfLine::size).sorted().toList();
    return line.size() > LARGER * sizes.get((sizes.size() - 1) / 2);
  }

  /** Tells whether a line of the text follows a repeated one as closely as in a table or paragraph. */
  private boolean isAttached(PdfPage page, PdfLine line, Map<String, Set<Integer>> seen) {
    boolean atTop = line.displayY() < page.height() / 2;
    PdfLine next = page.lines().stream().filter(other -> other.frame().equals(line.frame()) && other != line
        && (atTop
            ? other.top() > line.top() + line.size() / 2
            : other.bottom() < line.bottom() - line.size() / 2))
        .min(Comparator.comparingDouble(other -> Math.abs(other.displayY() - line.displayY()))).orElse(null);
    if (next == null || line.frame().degrees() != 0) {
      return false;
    }
    float gap = atTop ? next.top() - line.bottom() : line.top() - next.bottom();
    return gap < 0.5 * line.size() && (!isRepeated(page, next, seen) || isAttached(page, next, seen));
  }

  /** Tells whether no words of the text stand beside a number, as they do where it is a table's. */
  private static boolean isAlone(PdfPage page, PdfLine line) {
    return line.frame().degrees() == 0 && page.lines().stream()
        .noneMatch(other -> other != line && other.frame().equals(line.frame())
            && Math.min(other.bottom(), line.bottom()) - Math.max(other.top(), line.top()) > 0.5
                * (line.bottom() - line.top())
            && !other.tabular() && Math.abs(other.left() - line.left()) < page.width() / 4)
        && (isOutermost(page, line) || isFarFromText(page, line));
  }

  private static boolean isOutermost(PdfPage page, PdfLine line) {
    long above = page.lines().stream().filter(other -> other.displayY() < line.displayY() - line.size() / 2)
        .count();
    long below = page.lines().stream().filter(other -> other.displayY() > line.displayY() + line.size() / 2)
        .count();
    return above <= 1 || below <= 1;
  }

  private static boolean isFarFromText(PdfPage page, PdfLine line) {
    return page.lines().stream().noneMatch(
        other -> other != line && Math.abs(other.displayY() - line.displayY()) < 1.8 * line.size());
  }

  /** Returns the lines at the head and foot of a page, and those that run up its sides. */
  private static List<PdfLine> candidates(PdfPage page) {
    List<PdfLine> sorted = new ArrayList<>(page.lines());
    sorted.sort(Comparator.comparingDouble(PdfLine::displayY));
    List<PdfLine> candidates = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      PdfLine line = sorted.get(i);
      double margin = i < LINES || i >= sorted.size() - LINES ? DEEP_MARGIN : MARGIN;
      boolean outer = line.displayY() < margin * page.height()
          || line.displayY() > (1 - margin) * page.height();
      boolean aside = line.frame().upright()
          && (line.displayX() < 0.08 * page.width() || line.displayX() > 0.92 * page.width());
      boolean end = i < 2 * LINES || i >= sorted.size() - 2 * LINES;
      if (outer && end || aside) {
        candidates.add(line);
      }
    }
    return candidates;
  }

  /** Returns the lines that run neither along nor up a level page, as watermarks do. */
  private static List<PdfLine> slanted(PdfPage page) {
    return page.isMostlyLevel()
        ? page.lines().stream().filter(line -> Math.abs(line.frame().degrees() % 90 - 45) < 45 - SKEW)
            .toList()
        : List.of();
  }

  private static int height(PdfLine line) {
    return Math.round(line.displayY() / 6);
  }

  /** Returns the words of a line of three letters and more; those before numbers, such as "Sec.", change with them. */
  private static String words(PdfLine line) {
    String lower = line.text().toLowerCase(Locale.ROOT);
    String words = String.join(" ", WORD.matcher(lower).results().map(MatchResult::group).toList());
    return " " + (words.isEmpty() ? lower.replaceAll("\\b[ivxlc]+\\b|\\d+", "#") : words);
  }

  private static String exactly(PdfLine line) {
    return "=" + line.text();
  }

  /** Returns the number that a running head prints, or null where it prints none or several. */
  static @org.jspecify.annotations.Nullable Integer number(String text) {
    Matcher all = Pattern.compile("(?<![\\d.,-])\\d{1,4}(?![\\d.,-]?\\d)").matcher(text);
    Integer found = null;
    if (LINE_NUMBERS.matcher(text).matches()) {
      return null;
    }
    if (text.length() <= 12 || text.matches("\\d{1,4}\\s.*|.*\\s\\d{1,4}")) {
      while (all.find()) {
        boolean atEnd = all.start() == 0 || all.end() == text.length() || text.length() <= 12;
        if (atEnd) {
          found = found == null ? Integer.valueOf(all.group()) : found;
        }
      }
    }
    return found;
  }
}
