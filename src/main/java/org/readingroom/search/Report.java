package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.readingroom.search.ComparedText.Break;
import org.readingroom.search.ComparedText.Word;

/** Finds what in a claim only says whose words it repeats: "On 30 January 1950 Stalin wrote to Shtykov that". */
final class Report {

  private static final Set<String> VERBS = Set.of("said", "says", "stated", "states", "wrote", "writes",
      "reported", "reports", "told", "tells", "noted", "notes", "informed", "informs", "mentions",
      "mentioned",
      "declared", "declares", "explained", "explains", "according", "adds", "added", "cabled", "telegraphed");
  private static final Set<String> SOURCES = Set.of("document", "telegram", "letter", "cable", "memorandum",
      "message", "report", "note", "minutes", "conversation", "email", "memo", "documents", "telegrams",
      "letters", "cables", "messages", "emails", "memos");
  /** What a claim may call the text that it repeats, without speaking of the document. */
  private static final Set<String> EVIDENCE = Set.of("evidence", "source", "text");
  /** What is directly followed by whom it is said to. */
  private static final Set<String> ADDRESSING = Set.of("told", "informed", "cabled");
  /** What is done by writing, or decided, beside saying something. */
  private static final Set<String> WRITTEN = Set.of("written", "sent", "dated", "asked", "requested",
      "proposed",
      "suggested", "replied", "answered", "ordered", "instructed", "thanked", "urged", "warned", "advised",
      "complained", "agreed", "approved", "refused", "promised", "recommended", "demanded", "expressed",
      "offered", "insisted");
  private static final Set<String> LINKS = Set.of("in", "to", "his", "her", "their", "from", "of", "by", "on",
      "as", "this", "it", "he", "she", "they", "for");
  private static final int MOST = 25;
  /** How many telling words from who writes to what is done by that at most: "was told yesterday by Stalin". */
  private static final int NEAR = 2;

  private final Heading heading;

  Report(Heading heading) {
    this.heading = heading;
  }

  /**
   * Tells whether a claim is about a document, or about what its writer says or decides by writing it.
   *
   * @param writer tells the words of the writer's name
   */
  static boolean isAbout(ComparedText claim, Predicate<Word> writer) {
    List<Word> words = claim.words().stream().filter(word -> !LittleWords.isEmpty(word)).toList();
    return IntStream.range(0, words.size()).anyMatch(i -> SOURCES.contains(words.get(i).lower())
        || isDone(words.get(i).lower())
            && words.subList(Math.max(0, i - NEAR), Math.min(words.size(), i + NEAR + 1)).stream()
                .anyMatch(writer));
  }

  private static boolean isDone(String word) {
    return VERBS.contains(word) || WRITTEN.contains(word);
  }

  /** Returns a claim, and what is left of it without words before or behind it that only report it. */
  List<ComparedText> readings(ComparedText claim) {
    List<ComparedText> readings = new ArrayList<>(List.of(claim));
    for (int i = claim.size() - 2; i > 0; i--) {
      if (claim.get(i).before() == Break.PAUSE && reports(claim.from(i))) {
        readings.add(new ComparedText(claim.part(0, i), claim.terms()));
        break;
      }
    }
    boolean verb = false;
    boolean dated = false;
    boolean addressed = false;
    for (int i = 0; i < Math.min(MOST, claim.size() - 2); i++) {
      Word word = claim.get(i);
      if (verb && i > 0 && claim.get(i - 1).lower().equals("that")
          || (verb || dated) && word.before() == Break.PAUSE) {
        readings.add(claim.from(i));
      }
      boolean links = LINKS.contains(word.lower()) || LittleWords.isEmpty(word);
      addressed = isAddressed(addressed, claim, i);
      boolean named = isNamed(addressed, word);
      boolean source = isSource(word);
      if (!verb && VERBS.contains(word.lower())) {
        verb = true;
      } else if (!links && !named && !source) {
        break;
      }
      dated |= source;
    }
    return readings;
  }

  /** Tells whether words only say whose the words before them are: "according to Stalin". */
  private boolean reports(ComparedText words) {
    boolean verb = false;
    boolean told = false;
    boolean addressed = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      addressed = isAddressed(addressed, words, i);
      boolean known = isNamed(addressed, word) || isSource(word);
      if (!verb && VERBS.contains(word.lower())) {
        verb = true;
      } else if (!known && !LINKS.contains(word.lower()) && !LittleWords.isEmpty(word)) {
        return false;
      }
      told |= known;
    }
    return verb && told;
  }

  /** Tells whether a word, if it is a name, is that of whom something is said to. */
  private boolean isAddressed(boolean addressed, ComparedText words, int index) {
    if (index == 0 || words.get(index).before() == Break.PAUSE) {
      return false;
    }
    Word last = words.get(index - 1);
    return last.lower().equals("to")
        ? index < 2 || !words.get(index - 2).lower().equals("according")
        : ADDRESSING.contains(last.lower())
            || addressed && (LittleWords.isEmpty(last) || heading.to().test(last));
  }

  private boolean isNamed(boolean addressed, Word word) {
    return addressed ? heading.to().test(word) : heading.from().test(word);
  }

  private boolean isSource(Word word) {
    return SOURCES.contains(word.lower()) || EVIDENCE.contains(word.lower())
        || word.date() != null && heading.all().test(word);
  }
}
