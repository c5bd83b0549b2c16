package org.readingroom.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param written the form in the text
   */
  record Naming(String name, String written, @Nullable LocalDate since, @Nullable LocalDate until) {

    boolean holdsOn(LocalDate day) {
      return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }
  }

  private static final Pattern GENRE = Pattern.compile(
      "(?i)^(a |an )?(personal |draft )*(telegram|cable|letter|report|memorandum|note|decree|directive|statement)\\b");
  private static final Pattern PARTY_END = Pattern.compile(
      "(?i) about | with (?!the DPRK)|,? transmitting | concerning | reprimanding | on (?=the |condition)|, [“\"]");

  private final List<Naming> namings;
  private final Map<String, List<Pattern>> patterns = new HashMap<>();
  private final Map<Naming, Pattern> byNaming = new HashMap<>();

  Correspondents(List<Naming> namings) {
    List<Naming> longestFirst = new ArrayList<>(namings);
    longestFirst.sort(Comparator.comparingInt((Naming naming) -> naming.written().length()).reversed());
    this.namings = List.copyOf(longestFirst);
    for (Naming naming : this.namings) {
      Pattern pattern = Pattern.compile("(?<!\\p{L})" + Pattern.quote(naming.written()) + "(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      byNaming.put(naming, pattern);
      if (naming.since() == null && naming.until() == null) {
        patterns.computeIfAbsent(naming.name(), name -> new ArrayList<>()).add(pattern);
      }
    }
  }

  /** Tells whether a text names a correspondent, in any form that always holds. */
  boolean mentions(String text, String name) {
    return patterns.getOrDefault(name, List.of()).stream().anyMatch(pattern -> pattern.matcher(text).find());
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
    List<Found> found = new ArrayList<>();
    for (Naming naming : namings) {
      if (!naming.holdsOn(day)) {
        continue;
      }
      Matcher matcher = Optional.ofNullable(byNaming.get(naming)).orElseThrow().matcher(phrase);
      if (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        if (found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
          found.add(new Found(start, end, naming.name()));
        }
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found.stream().map(Found::name).distinct().toList();
  }

  /** Finds the "to" between the parties: the first that leaves someone known on both sides and splits no name. */
  private int split(String parties, LocalDate day) {
    boolean[] named = new boolean[parties.length()];
    for (Naming naming : namings) {
      Matcher matcher = Optional.ofNullable(byNaming.get(naming)).orElseThrow().matcher(parties);
      while (naming.holdsOn(day) && matcher.find()) {
        java.util.Arrays.fill(named, matcher.start(), matcher.end(), true);
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
