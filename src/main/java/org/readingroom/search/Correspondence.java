package org.readingroom.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/**
 * Knows which letter answers which: the next ones that go back from where a letter went to where it came from.
 *
 * <p>
 * Heads of state write through their envoys and have them answered by ministers, so the seats of the two sides
 * count where the names differ.
 */
final class Correspondence {

  /** How long a reply takes at most. */
  private static final int DAYS = 21;
  private static final int MOST = 2;
  private static final double BY_SEAT = 0.7;

  private final Map<Integer, Map<Integer, Double>> replies = new HashMap<>();

  Correspondence(List<Document> documents, TextAnalyzer analyzer) {
    List<Letter> letters = documents.stream().map(document -> Letter.of(document, analyzer))
        .filter(letter -> !letter.from.isEmpty() && !letter.to.isEmpty() && letter.day != null)
        .sorted(Comparator.comparing(Letter::sortDay)).toList();
    int sameDay = 0;
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      sameDay = letter.sortDay().equals(letters.get(sameDay).sortDay()) ? sameDay : i;
      Map<Integer, Double> found = new HashMap<>();
      for (Letter later : letters.subList(sameDay, letters.size())) {
        if (later.sortDay().isAfter(letter.sortDay().plusDays(DAYS)) || found.size() == MOST) {
          break;
        }
        double fit = later.answers(letter);
        if (fit > 0) {
          found.put(later.number, fit);
        }
      }
      replies.put(letter.number, found);
    }
  }

  /** Returns the documents that may answer a document, each with how well its sender and date fit, up to 1. */
  Map<Integer, Double> repliesTo(int number) {
    return replies.getOrDefault(number, Map.of());
  }

  /** Is a document that has a sender, an addressee and a day. */
  private record Letter(int number, Set<String> from, Set<String> to, Set<String> fromSeats,
      Set<String> toSeats,
      @Nullable LocalDate day) {

    static Letter of(Document document, TextAnalyzer analyzer) {
      return new Letter(document.number(), names(document.from(), analyzer), names(document.to(), analyzer),
          seats(document.from(), analyzer), seats(document.to(), analyzer), document.date().from());
    }

    LocalDate sortDay() {
      return day == null ? LocalDate.MIN : day;
    }

    double answers(Letter earlier) {
      boolean inTime = number != earlier.number && !sortDay().isBefore(earlier.sortDay())
          && !sortDay().isAfter(earlier.sortDay().plusDays(DAYS));
      if (!inTime || (sortDay().equals(earlier.sortDay()) && number < earlier.number)) {
        return 0;
      }
      if (meet(from, earlier.to) && meet(to, earlier.from)) {
        return 1;
      }
      return meet(fromSeats, earlier.toSeats) && meet(toSeats, earlier.fromSeats) ? BY_SEAT : 0;
    }

    private static boolean meet(Set<String> one, Set<String> other) {
      return one.stream().anyMatch(other::contains);
    }

    private static Set<String> names(@Nullable String party, TextAnalyzer analyzer) {
      Set<String> names = new HashSet<>();
      for (Term term : party == null ? new ArrayList<Term>() : analyzer.terms(party)) {
        if (isPerson(term, analyzer)) {
          names.add(term.text());
        }
      }
      return names;
    }

    private static Set<String> seats(@Nullable String party, TextAnalyzer analyzer) {
      Set<String> seats = new HashSet<>();
      for (Term term : party == null ? new ArrayList<Term>() : analyzer.terms(party)) {
        Authority.Entry entry = term.isName() ? analyzer.entry(term.text()) : null;
        if (entry != null && entry.seat() != null) {
          seats.add(entry.seat());
        }
      }
      return seats;
    }

    private static boolean isPerson(Term term, TextAnalyzer analyzer) {
      Authority.Entry entry = term.isName() ? analyzer.entry(term.text()) : null;
      return entry != null && entry.type() == Authority.Type.PERSON;
    }
  }
}
