package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.ComparedText.Break;
import org.readingroom.search.ComparedText.Word;

/**
 * Compares a claim that copies a text with what it copies: what it puts in, leaves out or sets in another place
 * makes it say something else, unless it is one of the changes that certainly do not.
 *
 * <p>
 * Those are little words, endings, a title before a name, what reports the words, a phrase or clause that is left
 * out, moved or cut off where it begins, and the writer's name for the writer's "we".
 */
final class CloseCopy {

  /** From how many words that say something a claim may be a copy. */
  private static final int SAYING = 4;
  /** From which share of them in the text's order it is one; less where the text has all of its words. */
  private static final double IN_ORDER = 0.75;
  private static final double IN_ORDER_OF_ALL = 0.5;
  /** From which share of them in a row it is one. */
  private static final double IN_A_ROW = 0.66;
  /** From how many words in a row it is one if both begin so, and how many of them say something. */
  private static final int FIRST_RUN = 4;
  private static final int FIRST_SAYING = 2;

  private final ComparedText claim;
  private final ComparedText text;
  private final Heading heading;
  private final int[] tied;
  private final boolean[] taken;
  private final List<String> differences = new ArrayList<>();

  private CloseCopy(ComparedText claim, ComparedText text, Heading heading) {
    this.claim = claim;
    this.text = text;
    this.heading = heading;
    this.tied = CopiedWords.align(claim, text);
    this.taken = new boolean[text.size()];
    for (int index : tied) {
      if (index >= 0) {
        taken[index] = true;
      }
    }
  }

  /**
   * Compares a claim, whole or without words before it that only report it, whichever is nearer to the text.
   *
   * @return what it says otherwise; empty where it says the same; null where it copies nothing
   */
  static @Nullable List<String> differences(ComparedText claim, ComparedText text, Heading heading) {
    List<String> fewest = null;
    for (ComparedText reading : new Report(heading).readings(claim)) {
      CloseCopy copy = new CloseCopy(reading, text, heading);
      if (copy.isCopy()) {
        List<String> found = copy.differences();
        fewest = fewest == null || found.size() < fewest.size() ? found : fewest;
      }
    }
    return fewest;
  }

  /** Tells whether the claim copies the text, or begins as a sentence of it does. */
  private boolean isCopy() {
    int saying = 0;
    int copied = 0;
    int row = 0;
    int longest = 0;
    for (int i = 0; i < tied.length; i++) {
      int says = LittleWords.isEmpty(claim.get(i)) ? 0 : 1;
      boolean goesOn = i > 0 && tied[i] == tied[i - 1] + 1;
      row = tied[i] < 0 ? 0 : goesOn ? row + says : says;
      longest = Math.max(longest, row);
      saying += says;
      copied += tied[i] >= 0 ? says : 0;
    }
    double least = text.hasAll(claim) ? IN_ORDER_OF_ALL : IN_ORDER;
    return begins() || copied >= SAYING && (copied >= least * saying || longest >= IN_A_ROW * saying);
  }

  /** Tells whether the claim begins as a sentence of the text does, for a few words at least. */
  private boolean begins() {
    int run = 0;
    int saying = 0;
    while (run < tied.length && tied[run] >= 0 && tied[run] == tied[0] + run) {
      saying += LittleWords.isEmpty(claim.get(run)) ? 0 : 1;
      run++;
    }
    return run > 0 && text.get(tied[0]).before() == Break.SENTENCE
        && (saying > FIRST_SAYING || saying == FIRST_SAYING && run >= FIRST_RUN);
  }

  /** Returns what the claim says otherwise than the text; nothing if it says the same. */
  private List<String> differences() {
    int first = next(0);
    int last = tied.length - 1;
    while (last >= 0 && tied[last] < 0) {
      last--;
    }
    boolean[] moved = moved();
    for (int i = 0; i < tied.length; i++) {
      Word word = claim.get(i);
      if (tied[i] < 0 && !moved[i] && !LittleWords.isEmpty(word) && !isExplained(i, first, last)) {
        differences.add("+" + word.lower());
      }
    }
    begins(first);
    for (int i = first; i < last; i = next(i + 1)) {
      between(i, next(i + 1));
    }
    ends(tied[last]);
    return differences;
  }

  private int next(int from) {
    int index = from;
    while (index < tied.length && tied[index] < 0) {
      index++;
    }
    return index;
  }

  /** Tells whether a word that the text does not have there reports, or names who is meant. */
  private boolean isExplained(int index, int first, int last) {
    Word word = claim.get(index);
    List<Word> left = index < first
        ? text.part(sentenceStart(tied[first]), tied[first])
        : index > last ? List.of() : text.part(tied[before(index)] + 1, tied[next(index)]);
    if (LittleWords.isPronoun(word) && (index == 0 || left.stream().anyMatch(LittleWords::isPronoun))) {
      return true;
    }
    return heading.from().test(word) && left.stream().anyMatch(LittleWords::isOfWriter)
        || heading.to().test(word) && left.stream().anyMatch(LittleWords::isOfReader);
  }

  private int before(int index) {
    int before = index;
    while (tied[before] < 0) {
      before--;
    }
    return before;
  }

  /** Finds phrases that begin with a little word of place and stand whole elsewhere in the text. */
  private boolean[] moved() {
    boolean[] moved = new boolean[tied.length];
    for (int i = 0; i < tied.length; i++) {
      if (tied[i] >= 0 || !LittleWords.isMovable(claim.get(i))) {
        continue;
      }
      int end = i;
      while (end < tied.length && tied[end] < 0) {
        end++;
      }
      for (int at = 0; at + (end - i) <= text.size() && end - i >= 2; at++) {
        if (isFree(i, end, at)) {
          for (int k = 0; k < end - i; k++) {
            moved[i + k] = true;
            taken[at + k] = true;
          }
          break;
        }
      }
    }
    return moved;
  }

  private boolean isFree(int from, int to, int at) {
    for (int k = 0; k < to - from; k++) {
      if (taken[at + k] || !claim.get(from + k).is(text.get(at + k))) {
        return false;
      }
    }
    return true;
  }

  private int sentenceStart(int index) {
    int start = index;
    while (start > 0 && text.get(start).before() != Break.SENTENCE) {
      start--;
    }
    return start;
  }

  private int sentenceEnd(int index) {
    int end = index + 1;
    while (end < text.size() && text.get(end).before() != Break.SENTENCE) {
      end++;
    }
    return end;
  }

  /** Looks at what the claim leaves out at the beginning of the sentence that it copies. */
  private void begins(int first) {
    int at = tied[first];
    int start = sentenceStart(at);
    List<Word> left = saying(start, at);
    int clause = at;
    while (clause > start && text.get(clause).before() == Break.NONE) {
      clause--;
    }
    List<Word> near = text.part(clause, at);
    // The subject of the sentence is not to be another one.
    boolean replaced = first > 0 && !LittleWords.isPronoun(claim.get(0)) && clause < at
        && near.stream().anyMatch(word -> !LittleWords.isEmpty(word) && !LittleWords.isPronoun(word))
        && claim.part(0, first).stream().anyMatch(word -> !LittleWords.isEmpty(word));
    if (replaced || left.stream().anyMatch(LittleWords::isIf)
        || near.stream().anyMatch(LittleWords::isDenial)) {
      differences.add("-" + (left.isEmpty() ? "" : left.getLast().lower()));
    }
  }

  /** Looks at what the claim leaves out between two words that it copies. */
  private void between(int one, int two) {
    int from = tied[one] + 1;
    int to = tied[two];
    List<Word> left = saying(from, to);
    boolean claimed = claim.part(one + 1, two).stream().anyMatch(word -> !LittleWords.isEmpty(word));
    // From one sentence the claim may go on to the beginning of another.
    if (left.isEmpty() && sentenceStart(to) < from
        || claimed && left.stream().allMatch(LittleWords::isPronoun)) {
      return;
    }
    boolean denies = left.stream()
        .anyMatch(word -> LittleWords.isDenial(word) || LittleWords.isCondition(word));
    boolean apart = text.get(from).before() != Break.NONE && text.get(to).before() != Break.NONE;
    int start = sentenceStart(to);
    boolean joined = start >= from && (claim.get(two).before() == Break.NONE && one + 1 == two
        || saying(start, to).stream().anyMatch(word -> !LittleWords.isPronoun(word)));
    if (joined || denies || claimed
        || !left.isEmpty() && !apart && left.stream().filter(word -> !word.hyphenated()).count() < 2) {
      differences.add("-" + (left.isEmpty() ? "." : left.getFirst().lower()));
    }
  }

  /** Looks at what the claim leaves out at the end of the sentence. */
  private void ends(int at) {
    int end = sentenceEnd(at);
    List<Word> left = saying(at + 1, end);
    if (left.isEmpty()) {
      return;
    }
    int clause = at + 2;
    while (clause < end && text.get(clause).before() == Break.NONE) {
      clause++;
    }
    if (LittleWords.isCondition(left.getFirst())
        || text.part(at + 1, clause).stream().anyMatch(LittleWords::isIf)) {
      differences.add("-" + left.getFirst().lower());
    }
  }

  /** Returns the words of a part of the text that say something and are not elsewhere in the claim. */
  private List<Word> saying(int from, int to) {
    List<Word> saying = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!taken[i] && !LittleWords.isEmpty(text.get(i))) {
        saying.add(text.get(i));
      }
    }
    return saying;
  }
}
