package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readingroom.search.ComparedText.Break;
import org.readingroom.search.ComparedText.Word;

/** Finds what in a claim only says whose words it repeats: "On 30 January 1950 Stalin wrote to Shtykov that". */
final class Report {

  private static final Set<String> VERBS = Set.of("said", "says", "stated", "states", "wrote", "writes",
      "reported", "reports", "told", "tells", "noted", "notes", "informed", "informs", "mentions",
      "mentioned",
      "declared", "declares", "explained", "explains", "according", "adds", "added", "cabled", "telegraphed");
  private static final Set<String> SOURCES = Set.of("document", "telegram", "letter", "cable", "memorandum",
      "message", "report", "evidence", "source", "text", "note", "minutes", "conversation");
  /** What is done by writing, beside saying something. */
  private static final Set<String> WRITTEN = Set.of("written", "sent", "dated", "asked", "requested",
      "proposed",
      "suggested", "replied", "answered", "ordered", "instructed", "thanked", "urged", "warned", "advised",
      "complained");
  private static final Set<String> LINKS = Set.of("in", "to", "his", "her", "their", "from", "of", "by", "on",
      "as", "this", "it", "he", "she", "they", "for");
  private static final int MOST = 25;

  private final Heading heading;

  Report(Heading heading) {
    this.heading = heading;
  }

  /** Tells whether a claim is about a document, or about what somebody says or does by writing one. */
  static boolean isAbout(ComparedText claim) {
    return claim.words().stream().map(Word::lower)
        .anyMatch(word -> VERBS.contains(word) || SOURCES.contains(word) || WRITTEN.contains(word));
  }

  /** Returns a claim, and what is left of it without words before it that only report it. */
  List<ComparedText> readings(ComparedText claim) {
    List<ComparedText> readings = new ArrayList<>(List.of(claim));
    boolean verb = false;
    boolean dated = false;
    for (int i = 0; i < Math.min(MOST, claim.size() - 2); i++) {
      Word word = claim.get(i);
      if (verb && i > 0 && claim.get(i - 1).lower().equals("that")
          || (verb || dated) && word.before() == Break.PAUSE) {
        readings.add(claim.from(i));
      }
      boolean links = LINKS.contains(word.lower()) || LittleWords.isEmpty(word);
      boolean named = verb ? heading.to().test(word) : heading.from().test(word);
      boolean source = SOURCES.contains(word.lower()) || word.date() != null && heading.all().test(word);
      if (!verb && VERBS.contains(word.lower())) {
        verb = true;
      } else if (!links && !named && !source) {
        break;
      }
      dated |= source;
    }
    return readings;
  }
}
