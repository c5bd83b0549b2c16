package org.readingroom.text;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts Thai, Lao, Khmer and Burmese writing, which comes as whole stretches between spaces, into overlapping pairs of
 * characters with their marks, as {@link org.apache.lucene.analysis.cjk.CJKBigramFilter} does with Chinese.
 */
final class SyllablePairs extends TokenFilter {

  private static final String STRETCH = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final Deque<Pair> pairs = new ArrayDeque<>();
  /** The attributes of the stretch that is being cut. */
  private State stretch;

  private record Pair(String text, int start) {}

  SyllablePairs(TokenStream input) {
    super(input);
    this.stretch = captureState();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (pairs.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      if (!type.type().equals(STRETCH) || !cut(term.toString())) {
        return true;
      }
      stretch = captureState();
    }
    Pair pair = pairs.remove();
    restoreState(stretch);
    int start = offset.startOffset() + pair.start();
    term.setEmpty().append(pair.text());
    offset.setOffset(start, start + pair.text().length());
    return true;
  }

  /** Cuts a stretch into pairs; a single character is none. */
  private boolean cut(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int before = characters.first();
    int start = characters.next();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      pairs.add(new Pair(text.substring(before, end), before));
      before = start;
      start = end;
    }
    return !pairs.isEmpty();
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pairs.clear();
  }
}
