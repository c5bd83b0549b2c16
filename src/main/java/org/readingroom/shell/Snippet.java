package org.readingroom.shell;

import java.util.List;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;

/** Cuts the part out of a passage that has the most of what was looked for. */
final class Snippet {

  private Snippet() {}

  /**
   * Returns a part of a passage, with an ellipsis where it is cut.
   *
   * @param matches what was looked for, as spans of the document's text
   * @param length how many characters at most
   * @return the words, marked for {@link Highlight#paint}
   */
  static String of(Passage passage, List<Span> matches, int length) {
    String text = passage.text();
    if (text.length() <= length) {
      return Highlight.mark(text, passage.span().start(), matches);
    }
    int offset = passage.span().start();
    int best = 0;
    int most = -1;
    for (Span match : matches) {
      int start = Math.clamp(match.start() - offset - length / 5, 0, text.length() - length);
      int count = (int) matches.stream()
          .filter(each -> each.start() - offset >= start && each.end() - offset <= start + length).count();
      if (count > most) {
        most = count;
        best = start;
      }
    }
    int from = best == 0 ? 0 : text.indexOf(' ', best) + 1;
    int to = best + length >= text.length() ? text.length() : text.lastIndexOf(' ', best + length);
    if (from <= 0 && best > 0 || to <= from) {
      from = best;
      to = best + length;
    }
    return (from > 0 ? "… " : "") + Highlight.mark(text.substring(from, to), offset + from, matches)
        + (to < text.length() ? " …" : "");
  }
}
