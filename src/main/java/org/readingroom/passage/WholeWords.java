package org.readingroom.passage;

import java.util.Collections;
import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;

/**
 * Holds a stretch of a document with the words whole that lines broke, for all that is to understand it; what is
 * quoted is the document's own text.
 *
 * @param text the stretch without the hyphens at which lines broke words
 * @param span where the stretch stands in the document's text
 * @param hyphens the offsets in the document's text of the hyphens left out, in order
 */
public record WholeWords(String text, Span span, List<Integer> hyphens) {

  public WholeWords {
    hyphens = List.copyOf(hyphens);
  }

  /** Returns a stretch of a document. */
  public static WholeWords of(Document document, Span span) {
    DocumentBody body = document.body();
    List<Integer> all = body.hyphens();
    List<Integer> within = all.subList(from(all, span.start()), from(all, span.end()));
    StringBuilder text = new StringBuilder(span.of(body.text()));
    for (int hyphen : within.reversed()) {
      text.deleteCharAt(hyphen - span.start());
    }
    return new WholeWords(text.toString(), span, within);
  }

  /** Returns how many of the hyphens stand before an offset. */
  private static int from(List<Integer> hyphens, int offset) {
    int found = Collections.binarySearch(hyphens, offset);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns where in the stretch a character of the document stands. */
  public int offset(int place) {
    return place - span.start() - from(hyphens, place);
  }

  /** Returns where in the document's text a character of the stretch stands. */
  public int place(int offset) {
    int place = span.start() + offset;
    for (int hyphen : hyphens) {
      if (hyphen > place) {
        break;
      }
      place++;
    }
    return place;
  }
}
