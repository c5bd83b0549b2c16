package org.readingroom.reference;

import java.util.Optional;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin.Page;
import org.readingroom.passage.Span;

/** Says on which pages words stand, as a reference has it. */
final class Pages {

  private Pages() {}

  /** Returns the page or the range of pages of some words, such as {@code 4} or {@code 4–5}; empty if unknown. */
  static Optional<String> of(Document document, Span words) {
    Optional<String> first = document.page(words.start()).map(Pages::label);
    Optional<String> last = document.page(words.end() - 1).map(Pages::label);
    return first.map(from -> last.filter(to -> !to.equals(from)).map(to -> from + "–" + to).orElse(from));
  }

  /** The printed number of a page is what readers look for; its place in the file where none is declared. */
  private static String label(Page page) {
    return page.label() == null || page.label().isBlank() ? String.valueOf(page.number()) : page.label();
  }
}
