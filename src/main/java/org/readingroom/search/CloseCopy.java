package org.readingroom.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
  /** What stands before a word that the claim puts in, or leaves out. */
  private static final String PUT_IN = "+";
  private static final String LEFT_OUT = "-";

  private static final Pattern PREPOSITION = Pattern.compile(" (?:of|in|on) ");
  /** What begins a clause that tells more of what is before it, or a phrase that belongs to it. */
  private static final Set<String> RELATIVES = Set.of("of", "who", "whom", "whose", "which", "that", "where",
      "when");
  /** What makes of a statement a guess, or a lie. */
  private static final Pattern DOUBT = Pattern
      .compile("few|perhaps|maybe|probably|possibly|alleg.*|doubt.*|false.*|rumou?r.*");
  /** What ties a claim to the one before it, beside connectives. */
  private static final Set<String> OPENINGS = Set.of("additionally", "specifically", "similarly", "overall");
  /** What stands for a name told before. */
  private static final Set<String> STANDING_IN = Set.of("he", "she", "it", "they");
  /** From how many words on what is left out is a phrase, without which a sentence says less but nothing else. */
  private static final int PHRASE = 2;

  /** From which share of a sentence's words a claim takes it over nearly whole; by the packs, see ADR 13. */
  private static final double NEARLY_WHOLE = 0.75;
  /** From how many words of its own a claim that begins as a sentence does goes on otherwise. */
  private static final int OTHER_WORDS = 3;
  private static final int OTHER_ENDING = 2;

  private final ComparedText claim;
  private final ComparedText text;
  private final Heading heading;
  private final int[] tied;
  private final boolean[] taken;
  private final List<String> differences = new ArrayList<>();
  /** Whether it takes reading to know that the claim says the same. */
  private boolean doubtful;

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

  /** Compares a claim, whole or without words before it that only report it, whichever is nearer to the text. */
  static Copying of(ComparedText claim, ComparedText text, Heading heading) {
    CloseCopy whole = new CloseCopy(claim, text, heading);
    CloseCopy nearest = null;
    for (ComparedText reading : new Report(heading).readings(claim)) {
      CloseCopy copy = reading == claim ? whole : new CloseCopy(reading, text, heading);
      if (copy.isCopy() && !whole.isOwn(reading)) {
        copy.compare();
        nearest = nearest == null || copy.distance() < nearest.distance() ? copy : nearest;
      }
    }
    if (nearest == null) {
      return Copying.NONE;
    }
    if (nearest.differences.isEmpty()) {
      return nearest.doubtful ? Copying.REWORDED : Copying.FAITHFUL;
    }
    return nearest.isNearlyWhole() || nearest.hasMoved() || nearest.goesOnOtherwise()
        ? Copying.ALTERED
        : Copying.REWORDED;
  }

  private int distance() {
    return 2 * differences.size() + (doubtful ? 1 : 0);
  }

  /** Tells whether words that a reading leaves out are the sentence's own, and so do not report it. */
  private boolean isOwn(ComparedText reading) {
    if (claim.part(0, reading.size()).equals(reading.words())) {
      return claimsOwn(reading.size());
    }
    int words = claim.size() - reading.size();
    int first = next(words);
    return first < tied.length && IntStream.range(0, words)
        .anyMatch(i -> tied[i] >= sentenceStart(tied[first]) && !LittleWords.isEmpty(claim.get(i)));
  }

  /** Tells whether any of the claim's last words, which say something, is the text's. */
  private boolean claimsOwn(int from) {
    return IntStream.range(from, tied.length).anyMatch(i -> tied[i] >= 0 && !LittleWords.isEmpty(claim.get(i))
        && !LittleWords.isMovable(claim.get(i)));
  }

  /** Tells whether the claim takes over so much of a sentence that it reads as what that says. */
  private boolean isNearlyWhole() {
    int[] places = Arrays.stream(tied).filter(place -> place >= 0).toArray();
    for (int from = sentenceStart(places[0]); from <= places[places.length - 1]; from = sentenceEnd(from)) {
      int start = from;
      int end = sentenceEnd(from);
      long all = text.part(start, end).stream().filter(word -> !LittleWords.isEmpty(word)).count();
      long copied = Arrays.stream(places).filter(place -> start <= place && place < end)
          .filter(place -> !LittleWords.isEmpty(text.get(place))).count();
      if (all >= SAYING && copied >= NEARLY_WHOLE * all) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a word that the claim puts in stands elsewhere in the sentences that it copies, and is left out there. */
  private boolean hasMoved() {
    int[] places = Arrays.stream(tied).filter(place -> place >= 0).toArray();
    List<Word> left = saying(sentenceStart(places[0]), sentenceEnd(places[places.length - 1]));
    return left.stream().anyMatch(word -> differences.contains(PUT_IN + word.lower()));
  }

  /** Tells whether the claim begins as a sentence does and then has words of its own, or ends with some. */
  private boolean goesOnOtherwise() {
    int ending = 0;
    for (int i = tied.length - 1; i >= 0 && tied[i] < 0; i--) {
      ending += LittleWords.isEmpty(claim.get(i)) ? 0 : 1;
    }
    long putIn = differences.stream().filter(word -> word.startsWith(PUT_IN)).count();
    return begins() && (ending >= OTHER_ENDING || putIn >= OTHER_WORDS);
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

  /** Finds what the claim says otherwise than the text; nothing if it says the same. */
  private void compare() {
    int first = next(0);
    int last = tied.length - 1;
    while (last >= 0 && tied[last] < 0) {
      last--;
    }
    boolean[] moved = moved();
    for (int i = 0; i < tied.length; i++) {
      Word word = claim.get(i);
      if (tied[i] < 0 && !moved[i] && !LittleWords.isEmpty(word) && !isExplained(i, first, last)) {
        if (i < first && replacesPronoun(word, tied[first])) {
          doubtful = true;
        } else {
          differences.add(PUT_IN + word.lower());
        }
      }
      if (tied[i] >= 0 && (hasLostPreposition(word, text.get(tied[i]))
          || i < last && hasLostYear(word, text.get(tied[i])))) {
        differences.add(LEFT_OUT + text.get(tied[i]).lower());
      }
    }
    begins(first);
    for (int i = first; i < last; i = next(i + 1)) {
      between(i, next(i + 1));
    }
    ends(tied[last]);
  }

  /** Tells whether a date is without a preposition that it is written with: “the end 1950”. */
  private static boolean hasLostPreposition(Word word, Word original) {
    return word.date() != null && !word.lower().equals(original.lower())
        && PREPOSITION.matcher(original.lower()).replaceAll(" ").equals(word.lower());
  }

  /** Tells whether a date is without the year that the text gives it and that is not the document's. */
  private boolean hasLostYear(Word word, Word original) {
    return word.date() != null && !word.date().yearKnown() && original.date() != null
        && original.date().yearKnown() && !heading.year().test(original);
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
    if (index < first && ties(index)) {
      return true;
    }
    List<Word> left = index < first
        ? text.part(sentenceStart(tied[first]), tied[first])
        : index > last ? List.of() : text.part(tied[before(index)] + 1, tied[next(index)]);
    if (LittleWords.isPronoun(word) && (index == 0 || left.stream().anyMatch(LittleWords::isPronoun))) {
      return true;
    }
    return heading.from().test(word) && left.stream().anyMatch(LittleWords::isOfWriter)
        || heading.to().test(word) && left.stream().anyMatch(LittleWords::isOfReader);
  }

  /** Tells whether a word ties the claim to what is said before it: “However,”. */
  private boolean ties(int index) {
    Word word = claim.get(index);
    return index == 0 && claim.size() > 1 && claim.get(1).before() != Break.NONE
        && (LittleWords.isConnective(word) || OPENINGS.contains(word.lower()));
  }

  /** Tells whether a word stands before a sentence that begins with only a pronoun before a place. */
  private boolean replacesPronoun(Word word, int at) {
    int start = sentenceStart(at);
    return beginsWithPronoun(start, at) && text.part(0, start).stream().anyMatch(word::is);
  }

  private boolean beginsWithPronoun(int start, int at) {
    List<String> left = text.part(start, at).stream().filter(word -> !LittleWords.isEmpty(word))
        .map(Word::lower).toList();
    return left.size() == 1 && STANDING_IN.contains(left.getFirst());
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
        && IntStream.range(0, first).anyMatch(i -> !LittleWords.isEmpty(claim.get(i)) && !ties(i));
    if (replaced || left.stream().anyMatch(LittleWords::isIf)
        || near.stream().anyMatch(LittleWords::isDenial)) {
      differences.add(LEFT_OUT + (left.isEmpty() ? "" : left.getLast().lower()));
    }
    doubtful |= near.stream().anyMatch(word -> unsays(word) || LittleWords.isCondition(word))
        || left.stream().anyMatch(CloseCopy::isDoubt);
  }

  /** Tells whether without a word a sentence may say the contrary. */
  private static boolean unsays(Word word) {
    return LittleWords.isDenial(word) || isDoubt(word)
        || !LittleWords.isMovable(word) && Essentials.isUnwilling(word.lower());
  }

  private static boolean isDoubt(Word word) {
    return DOUBT.matcher(word.lower()).matches();
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
    Break opening = text.get(from).before();
    Break closing = text.get(to).before();
    boolean aside = opening == Break.BRACKET && closing == Break.BRACKET
        || opening != Break.NONE && closing != Break.NONE
            && left.stream().allMatch(LittleWords::isConnective);
    int start = sentenceStart(to);
    // A name told before takes the place of the pronoun that stands for it, or for another.
    if (start >= from && tied[one] - tied[0] == one && one + 1 == two
        && claim.get(two).before() == Break.NONE && beginsWithPronoun(start, to)) {
      doubtful = true;
      return;
    }
    boolean joined = start >= from && (claim.get(two).before() == Break.NONE && one + 1 == two
        || saying(start, to).stream().anyMatch(word -> !LittleWords.isPronoun(word)));
    if (joined || denies || claimed
        || !left.isEmpty() && !aside && left.stream().filter(word -> !word.joined()).count() < PHRASE) {
      differences.add(LEFT_OUT + (left.isEmpty() ? "." : left.getFirst().lower()));
    }
    doubtful |= start >= from
        ? text.part(from, sentenceEnd(tied[one])).stream().anyMatch(CloseCopy::unsays)
        : !left.isEmpty() && !aside && (left.stream().anyMatch(CloseCopy::unsays)
            || (opening == Break.NONE || closing == Break.NONE) && !isPhrase(from, to));
  }

  /** Tells whether what the claim leaves out of a sentence only tells more of what is before it. */
  private boolean isPhrase(int from, int to) {
    List<Word> left = IntStream.range(from, to).filter(i -> !taken[i]).mapToObj(text::get)
        .filter(word -> !LittleWords.isEmpty(word) || RELATIVES.contains(word.lower())).toList();
    return (RELATIVES.contains(left.getFirst().lower()) || LittleWords.isMovable(left.getFirst()))
        && !left.getLast().lower().equals("to");
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
      differences.add(LEFT_OUT + left.getFirst().lower());
    }
    doubtful |= text.part(at + 1, clause).stream().anyMatch(CloseCopy::unsays);
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
