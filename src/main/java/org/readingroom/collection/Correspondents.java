package org.readingroom.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the senders and addressees of a collection by every name and office the texts give them.
 *
 * <p>
 * An office belongs to whoever held it on the day of the document.
 */
final class Correspondents {

  /**
   * Names a correspondent in one way, which may hold only for a time.
   *
   * @param name the preferred form
   * @param written the form in the text, in lower case
   */
  record Naming(String name, String written, @Nullable LocalDate since, @Nullable LocalDate until) {

    Naming {
      written = written.toLowerCase(Locale.ROOT);
    }

    /** Finds the form as whole words in a text in lower case; -1 if it is not there. */
    int find(String folded, int from) {
      for (int at = folded.indexOf(written, from); at >= 0; at = folded.indexOf(written, at + 1)) {
        int end = at + written.length();
        if ((at == 0 || !Character.isLetter(folded.charAt(at - 1)))
            && (end == folded.length() || !Character.isLetter(folded.charAt(end)))) {
          return at;
        }
      }
      return -1;
    }

    boolean holdsOn(LocalDate day) {
      return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }
  }

  private static final Pattern GENRE = Pattern.compile(
      "(?i)^(a |an )?(personal |draft )*(telegram|cable|letter|report|memorandum|note|decree|directive|statement)\\b");
  private static final Pattern PARTY_END = Pattern.compile(
      "(?i) about | with (?!the DPRK)|,? transmitting | concerning | reprimanding | on (?=the |condition)|, [“\"]");

  private final List<Naming> namings;
  private final Map<String, List<Naming>> lasting = new HashMap<>();

  Correspondents(List<Naming> namings) {
    List<Naming> longestFirst = new ArrayList<>(namings);
    longestFirst.sort(Comparator.comparingInt((Naming naming) -> naming.written().length()).reversed());
    this.namings = List.copyOf(longestFirst);
    for (Naming naming : this.namings) {
      if (naming.since() == null && naming.until() == null) {
        lasting.computeIfAbsent(naming.name(), name -> new ArrayList<>()).add(naming);
      }
    }
  }

  /** Tells whether a text names a correspondent, in any form that always holds. */
  boolean mentions(String text, String name) {
    String folded = text.toLowerCase(Locale.ROOT);
    return lasting.getOrDefault(name, List.of()).stream().anyMatch(naming -> naming.find(folded, 0) >= 0);
  }

  /** Reads sender and addressee from a listing's title. */
  Parties inTitle(Listing listing) {
    Matcher genre = GENRE.matcher(listing.title());
    if (!genre.find()) {
      return new Parties(null, null);
    }
    String parties = listing.title().substring(genre.end());
    Matcher end = PARTY_END.matcher(parties);
    Parties before = parties(end.find() ? parties.substring(0, end.start()) : parties, listing.day());
    return before.from() == null && before.to() == null
        ? parties(afterLastComma(parties), listing.day())
        : before;
  }

  private Parties parties(String phrase, LocalDate day) {
    int to = split(phrase, day);
    return to < 0
        ? apart(named(phrase, day), phrase)
        : new Parties(names(phrase.substring(0, to), day), names(phrase.substring(to), day));
  }

  /** Takes two names side by side as sender and addressee, but not when "and" joins them. */
  private static Parties apart(List<String> names, String phrase) {
    return names.size() == 2 && !phrase.contains(" and ")
        ? new Parties(names.get(0), names.get(1))
        : new Parties(join(names), null);
  }

  private static String afterLastComma(String phrase) {
    return phrase.substring(phrase.lastIndexOf(',') + 1);
  }

  /** Finds everyone named in a phrase, in order, joined by "and"; null for no one known. */
  @Nullable
  String names(String phrase, LocalDate day) {
    return join(named(phrase, day));
  }

  private static @Nullable String join(List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    int last = names.size() - 1;
    return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private List<String> named(String phrase, LocalDate day) {
    record Found(int start, int end, String name) {}
    String folded = phrase.toLowerCase(Locale.ROOT);
    List<Found> found = new ArrayList<>();
    for (Naming naming : namings) {
      int start = naming.find(folded, 0);
      int end = start + naming.written().length();
      if (start >= 0 && naming.holdsOn(day)
          && found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
        found.add(new Found(start, end, naming.name()));
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found.stream().map(Found::name).distinct().toList();
  }

  /** Finds the "to" between the parties: the first that splits no name; -1 if there is none. */
  private int split(String parties, LocalDate day) {
    String folded = parties.toLowerCase(Locale.ROOT);
    boolean[] named = new boolean[parties.length()];
    for (Naming naming : namings) {
      for (int at = naming.find(folded, 0); at >= 0
          && naming.holdsOn(day); at = naming.find(folded, at + 1)) {
        Arrays.fill(named, at, at + naming.written().length(), true);
      }
    }
    for (int at = parties.indexOf(" to "); at >= 0; at = parties.indexOf(" to ", at + 1)) {
      if (!named[at + 1]) {
        return at;
      }
    }
    return -1;
  }
}
