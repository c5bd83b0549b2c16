package org.readingroom.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.readingroom.collection.LostHeadings.Clues;
import org.readingroom.collection.LostHeadings.Seam;

/**
 * Finds where each listed document stands in the source.
 *
 * <p>
 * Headings are certain. Between two of them, the documents that have lost theirs are placed by
 * {@link LostHeadings}: every candidate line is scored against every listing, and the best rising assignment
 * of listings to candidates is chosen by dynamic programming.
 */
final class Boundaries {

  /** Below this score a place is no better than a guess, and a missing document must not be guessed. */
  private static final double LEAST_SCORE = 4;

  private final SourceText source;
  private final List<Listing> listings;
  private final LostHeadings lost;

  Boundaries(SourceText source, List<Listing> listings, Correspondents correspondents) {
    this.source = source;
    this.listings = listings;
    this.lost = new LostHeadings(source, correspondents);
  }

  /** Returns one span a listing, in order. */
  List<Span> find(NavigableMap<Integer, Integer> headings) {
    int[] starts = new int[listings.size()];
    int[] headingLines = new int[listings.size()];
    for (Map.Entry<Integer, Integer> heading : headings.entrySet()) {
      if (heading.getKey() > listings.size()) {
        throw new CollectionException("Line " + heading.getValue() + " opens document " + heading.getKey()
            + ", but the List of Documents has " + listings.size() + ".");
      }
      starts[heading.getKey() - 1] = heading.getValue() + 1;
      headingLines[heading.getKey() - 1] = heading.getValue();
    }
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] == 0) {
        int last = i;
        while (last + 1 < starts.length && starts[last + 1] == 0) {
          last++;
        }
        int from = i == 0 ? 1 : starts[i - 1];
        int to = last + 1 < starts.length ? headingLines[last + 1] : source.lines().size() + 1;
        place(i, last, from, to, starts);
        i = last;
      }
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      int next = i + 1 == starts.length
          ? source.lines().size() + 1
          : headingLines[i + 1] > 0 ? headingLines[i + 1] : starts[i + 1];
      spans.add(trimmed(listings.get(i), starts[i], next - 1));
    }
    return spans;
  }

  private void place(int first, int last, int from, int to, int[] starts) {
    List<Seam> candidates = new ArrayList<>();
    for (int line : lost.candidates(from, to)) {
      candidates.add(lost.seam(line, from, to));
    }
    int count = last - first + 1;
    if (candidates.size() < count) {
      throw missing(first, last, to);
    }
    Seam end = lost.seam(Math.min(to, source.lines().size()), from, to);
    double[][] best = new double[count][candidates.size()];
    int[][] next = new int[count][candidates.size()];
    for (int k = count - 1; k >= 0; k--) {
      Clues clues = lost.clues(listings.get(first + k));
      double rest = k == count - 1 ? lost.closing(clues, end) : Double.NEGATIVE_INFINITY;
      int restAt = 0;
      for (int c = candidates.size() - 1; c >= 0; c--) {
        best[k][c] = lost.opening(clues, candidates.get(c)) + rest;
        next[k][c] = restAt;
        if (k < count - 1) {
          double closing = lost.closing(clues, candidates.get(c)) + best[k + 1][c];
          if (closing > rest) {
            rest = closing;
            restAt = c;
          }
        }
      }
    }
    int chosen = 0;
    for (int c = 1; c < candidates.size(); c++) {
      if (best[0][c] > best[0][chosen]) {
        chosen = c;
      }
    }
    for (int k = 0; k < count; k++) {
      double after = k + 1 < count ? best[k + 1][next[k][chosen]] : 0;
      if (best[k][chosen] - after < LEAST_SCORE) {
        throw missing(first + k, first + k, to);
      }
      starts[first + k] = candidates.get(chosen).line();
      chosen = next[k][chosen];
    }
  }

  private CollectionException missing(int first, int last, int to) {
    String which = first == last
        ? "Document " + (first + 1) + " is"
        : "Documents " + (first + 1) + " to " + (last + 1) + " are";
    return new CollectionException(which + " not found before line " + to
        + "; the text may be cut short or may not belong to its List of Documents.");
  }

  private Span trimmed(Listing listing, int firstLine, int lastLine) {
    int first = firstLine;
    int last = lastLine;
    while (first <= last && isNoText(first)) {
      first++;
    }
    while (last >= first && isNoText(last)) {
      last--;
    }
    if (first > last) {
      throw new CollectionException(
          "Document " + listing.number() + " has no text at line " + firstLine + ".");
    }
    return new Span(listing, first, last);
  }

  private boolean isNoText(int line) {
    return source.line(line).isBlank() || Headings.isSeparator(source.line(line));
  }
}
