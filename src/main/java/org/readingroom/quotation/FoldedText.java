package org.readingroom.quotation;

import java.util.Arrays;
import java.util.Set;

/**
 * Is a text without its typography: only letters, digits and punctuation, in one form each, with what stands
 * between them and where they come from.
 */
final class FoldedText {

  private final String source;
  private final String key;
  private final int[] starts;
  private final int[] ends;
  private final Gap[] gaps;

  private FoldedText(String source, String key, int[] starts, int[] ends, Gap[] gaps) {
    this.source = source;
    this.key = key;
    this.starts = starts;
    this.ends = ends;
    this.gaps = gaps;
  }

  static FoldedText of(String text) {
    return of(text, Set.of());
  }

  /**
   * Folds a text.
   *
   * @param broken the offsets of hyphens at which a line may have broken a word
   */
  static FoldedText of(String text, Set<Integer> broken) {
    Folder folder = new Folder(text, broken);
    folder.run();
    int length = folder.key.length();
    return new FoldedText(text, folder.key.toString(), Arrays.copyOf(folder.starts, length),
        Arrays.copyOf(folder.ends, length), Arrays.copyOf(folder.gaps, length));
  }

  /** Returns the same in lower case, character by character, so that every one keeps its index. */
  FoldedText inLowerCase() {
    StringBuilder lower = new StringBuilder(key.length());
    key.chars().forEach(character -> lower.append(Character.toLowerCase((char) character)));
    return new FoldedText(source, lower.toString(), starts, ends, gaps);
  }

  /** Returns the characters that are left, to be searched in. */
  String key() {
    return key;
  }

  int length() {
    return key.length();
  }

  /** Returns where the character at an index of the key starts in the source. */
  int start(int index) {
    return starts[index];
  }

  /** Returns where it ends in the source, exclusive. */
  int end(int index) {
    return ends[index];
  }

  /** Returns what stands before the character at an index of the key. */
  Gap gap(int index) {
    return gaps[index];
  }

  private static boolean isDash(Gap gap) {
    return gap == Gap.DASH || gap == Gap.BROKEN;
  }

  private boolean isWord(int index) {
    return index >= 0 && index < key.length() && Folding.isWord(key.codePointAt(index));
  }

  private boolean isLetter(int index) {
    return index >= 0 && index < key.length() && Character.isLetter(key.charAt(index));
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < key.length() && Character.isDigit(key.charAt(index));
  }

  /** Tells whether a stretch of the key begins and ends where words do. */
  boolean isWhole(int from, int to) {
    return !continues(from) && !continues(to);
  }

  /**
   * Tells whether the word before an index goes on at it: a compound with a hyphen, a number with a separator
   * and a negation with an apostrophe go on too, because half of them says something else.
   */
  private boolean continues(int index) {
    if (index > 0 && index < key.length() && starts[index] == starts[index - 1]) {
      return true;
    }
    if (isWord(index - 1) && isWord(index)) {
      return gaps[index] != Gap.SPACE && !(gaps[index] == Gap.DASH && isPause(index));
    }
    return continues(index, index - 1) || continues(index + 1, index);
  }

  /** Tells whether a mark stands within a word or number that goes on after it. */
  private boolean continues(int after, int mark) {
    if (!isWord(mark - 1) || !isWord(after) || gaps[mark] != Gap.NONE || gaps[after] != Gap.NONE) {
      return false;
    }
    char character = key.charAt(mark);
    return isDigit(after)
        ? isDigit(mark - 1)
            && (character == ',' || character == '.' || character == '/' || character == '\u2044')
        : character == Folding.QUOTE && !isPossessive(after);
  }

  private boolean isPossessive(int index) {
    return key.charAt(index) == 's' && !(isWord(index + 1) && gaps[index + 1] == Gap.NONE);
  }

  /** Tells whether the dash before an index sets clauses apart rather than binding a compound. */
  private boolean isPause(int index) {
    String between = source.substring(ends[index - 1], starts[index]);
    return between.indexOf('—') >= 0 || between.codePoints().filter(Folding::isDash).count() > 1
        || between.codePoints().anyMatch(Folding::isSpace);
  }

  /** Tells whether a stretch of another text's key, of the same characters, is set as one of this. */
  boolean isSetAs(int start, int end, FoldedText other, int from) {
    // A mark that opens a quotation is not one that closed another just before it, and the other way round.
    if (end - start > 1 && (key.charAt(start) == Folding.QUOTE && !agreesOnRoom(start + 1, other, from + 1)
        || key.charAt(end - 1) == Folding.QUOTE && !agreesOnRoom(end - 1, other, from + end - 1 - start))) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (!agrees(i, other, from + i - start)) {
        return false;
      }
    }
    return true;
  }

  private boolean agreesOnRoom(int here, FoldedText other, int there) {
    return (gaps[here] == Gap.NONE) == (other.gaps[there] == Gap.NONE);
  }

  private boolean agrees(int here, FoldedText other, int there) {
    Gap gap = gaps[here];
    Gap theirs = other.gaps[there];
    if (gap == theirs) {
      return true;
    }
    if (isLetter(here - 1) && isLetter(here)) {
      return gap.agreesWith(theirs);
    }
    if (isWord(here - 1) && isWord(here)) {
      // A number is not to be made by closing a gap: 1950- 1951 is no 19501951.
      return gap != Gap.NONE && theirs != Gap.NONE && gap.agreesWith(theirs);
    }
    // Around punctuation typesetters are free with spaces, but 3. 5 is not 3.5.
    boolean inNumber = isDigit(here) && here > 1 && isDigit(here - 2) && key.charAt(here - 1) == '.';
    return !inNumber && isDash(gap) == isDash(theirs);
  }

  /** Reads a text once, character by character. */
  private static final class Folder {

    private final String text;
    private final Set<Integer> broken;
    private final StringBuilder key = new StringBuilder();
    private int[] starts;
    private int[] ends;
    private Gap[] gaps;
    private Gap gap = Gap.NONE;
    private int at;

    Folder(String text, Set<Integer> broken) {
      this.text = text;
      this.broken = broken;
      int room = Math.max(16, text.length() + text.length() / 8);
      starts = new int[room];
      ends = new int[room];
      gaps = new Gap[room];
    }

    void run() {
      while (at < text.length()) {
        int character = text.codePointAt(at);
        int next = at + Character.charCount(character);
        if (Folding.isSpace(character)) {
          gap = gap == Gap.NONE ? Gap.SPACE : gap == Gap.DASH && !spaceBeforeDash() ? Gap.BROKEN : gap;
          at = next;
        } else if (character == '\u00ad') {
          at = softHyphen(next);
        } else if (Folding.isNothing(character)) {
          at = next;
        } else if (Folding.isDash(character)) {
          // A second dash makes a dash of what was a hyphen; so does a space before it.
          gap = broken.contains(at) ? Gap.BROKEN : Gap.DASH;
          at = next;
        } else if (Folding.isQuote(character)) {
          at = quote(next);
        } else if (character == '.' || character == Folding.ELLIPSIS) {
          at = dots();
        } else {
          at = cluster(next);
        }
      }
    }

    /** Passes over a soft hyphen and the line break it made. */
    private int softHyphen(int next) {
      int after = next;
      while (after < text.length() && Folding.isSpace(text.charAt(after))) {
        after++;
      }
      return after;
    }

    private boolean spaceBeforeDash() {
      int before = at - 1;
      int dashes = 0;
      while (before >= 0 && (Folding.isDash(text.charAt(before)) || Folding.isNothing(text.charAt(before)))) {
        dashes += Folding.isDash(text.charAt(before)) ? 1 : 0;
        before--;
      }
      return dashes != 1 || before < 0 || Folding.isSpace(text.charAt(before))
          || text.charAt(at - 1) == '—';
    }

    /** Takes several marks in a row, such as two single ones for a double one, for one. */
    private int quote(int next) {
      int end = next;
      while (end < text.length() && Folding.isQuote(text.charAt(end))) {
        end++;
      }
      put(Folding.QUOTE, at, end);
      return end;
    }

    /** Takes an ellipsis of any number of dots, set apart or not, for one character. */
    private int dots() {
      int end = at;
      int dots = 0;
      for (int i = at; i < text.length(); i++) {
        char character = text.charAt(i);
        if (character == '.' || character == Folding.ELLIPSIS) {
          dots += character == '.' ? 1 : 3;
          end = i + 1;
        } else if (!(character == ' ' || character == '\u00a0' || character == '\u202f')
            || i + 1 < text.length() && Folding.isSpace(text.charAt(i + 1))) {
          break;
        }
      }
      if (dots < 2) {
        put('.', at, at + 1);
        return at + 1;
      }
      put(Folding.ELLIPSIS, at, end);
      return end;
    }

    private int cluster(int next) {
      int end = next;
      while (end < text.length() && isMark(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      for (char character : Folding.canonical(text.substring(at, end)).toCharArray()) {
        put(character, at, end);
      }
      return end;
    }

    private static boolean isMark(int character) {
      return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private void put(char character, int start, int end) {
      if (key.length() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, starts.length);
        gaps = Arrays.copyOf(gaps, starts.length);
      }
      starts[key.length()] = start;
      ends[key.length()] = end;
      gaps[key.length()] = gap;
      key.append(character);
      gap = Gap.NONE;
    }
  }
}
