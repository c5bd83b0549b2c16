package org.readingroom.answer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.quotation.WordsFinder;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;

/** Chooses for each claim the spans of the evidence that support it, or finds that none does. */
final class ClaimChecker {

  /** The most characters of a claim that is looked at. */
  private static final int MAX_LENGTH = 1_200;
  /** What would read as a citation. */
  private static final Pattern MARKER = Pattern.compile("\\s*\\[\\d+\\]");
  private static final Pattern LAST_STOP = Pattern.compile("[\\s.,;:!?…]+$");

  private final List<RetrievedPassage> evidence;
  private final SupportScorer scorer;
  private final double least;

  /**
   * Makes a checker.
   *
   * @param shown how many of the passages found the model has seen, the best first
   * @param least the least support score that suffices
   */
  ClaimChecker(Retrieval retrieval, int shown, SupportScorer scorer, double least) {
    this.evidence = retrieval.passages().subList(0, Math.min(shown, retrieval.passages().size()));
    this.scorer = scorer;
    this.least = least;
  }

  /**
   * Is a claim after the check.
   *
   * @param text the claim, in which words in quotation marks are a document's own
   * @param grounds what supports it; none if nothing does
   * @param bare whether it is a quotation and nothing else
   * @param quotations how many quotations the model made in it
   * @param misquoted how many of them are not in the evidence
   */
  record Checked(String text, List<Grounded> grounds, boolean bare, int quotations, int misquoted) {

    Checked {
      grounds = List.copyOf(grounds);
    }

    boolean supported() {
      return !grounds.isEmpty();
    }
  }

  /** Is a quotation with how well it supports, from 0 to 1. */
  record Grounded(Quote quote, double score) {}

  Checked check(Claim claim) {
    String text = claim.text();
    List<RetrievedPassage> cited = cited(claim);
    if (text.length() > 2 && text.startsWith("“") && text.endsWith("”")) {
      Optional<Grounded> whole = find(text.substring(1, text.length() - 1), cited);
      if (whole.isPresent()) {
        return new Checked(text, List.of(whole.get()), true, 1, 0);
      }
    }
    // A title says nothing of what is in the document.
    if (text.length() > MAX_LENGTH || isTitle(LAST_STOP.matcher(text).replaceFirst(""))) {
      return new Checked(Wording.unmarked(text), List.of(), false, 0, 0);
    }
    StringBuilder written = new StringBuilder();
    StringBuilder own = new StringBuilder();
    Set<Grounded> quoted = new LinkedHashSet<>();
    int quotations = 0;
    int misquoted = 0;
    boolean bare = true;
    for (Wording.Piece piece : Wording.pieces(text)) {
      if (!piece.quoted() || piece.words().codePoints().noneMatch(Character::isLetterOrDigit)) {
        String words = MARKER.matcher(Wording.unmarked(piece.words())).replaceAll("");
        written.append(words);
        own.append(words);
        bare &= piece.words().codePoints().noneMatch(Character::isLetterOrDigit);
        continue;
      }
      quotations++;
      Matcher stop = LAST_STOP.matcher(piece.words());
      String core = stop.replaceFirst("");
      Optional<Grounded> found = find(piece.words(), cited).or(() -> find(core, cited))
          .or(() -> find(Wording.unmarked(core).replaceAll("(?<!\\p{L})[‘’']|[‘’'](?!\\p{L})", ""), cited));
      if (found.isPresent()) {
        quoted.add(found.get());
        written.append('“').append(found.get().quote().text()).append('”');
      } else if (isTitle(core)) {
        // It is shown in the document's heading, which is no place for a quotation to be cited from.
        quotations--;
        bare = false;
        written.append(Wording.unmarked(piece.words()));
      } else {
        misquoted++;
        written.append(Wording.unmarked(piece.words()));
      }
    }
    String shown = written.toString().strip();
    List<Grounded> grounds = misquoted > 0 || !bare && isAltered(shown, own.toString())
        ? List.of()
        : bare ? List.copyOf(quoted) : grounds(shown, List.copyOf(quoted), cited);
    return new Checked(shown, grounds, bare && quoted.size() == 1 && misquoted == 0, quotations, misquoted);
  }

  private boolean isTitle(String words) {
    return words.length() > 3 && evidence.stream().map(found -> found.passage().document().title())
        .anyMatch(title -> WordsFinder.find(words, title, new Span(0, title.length())).isPresent());
  }

  /** Returns the passages that a claim points at; all where it points at none that there is. */
  private List<RetrievedPassage> cited(Claim claim) {
    List<RetrievedPassage> cited = claim.evidence().stream()
        .filter(number -> number >= 1 && number <= evidence.size()).map(number -> evidence.get(number - 1))
        .toList();
    return cited.isEmpty() ? evidence : cited;
  }

  /**
   * Tells whether a claim copies the evidence with something changed. Its quotations were checked letter for letter, so
   * it is altered only where its own words are without them, too.
   */
  private boolean isAltered(String claim, String own) {
    List<Passage> passages = passages(evidence);
    return scorer.compare(claim, passages) == SupportScorer.Likeness.ALTERED
        && scorer.compare(own, passages) == SupportScorer.Likeness.ALTERED;
  }

  private List<Grounded> grounds(String claim, List<Grounded> quoted, List<RetrievedPassage> cited) {
    List<Supported> said = quoted.stream().collect(Collectors.groupingBy(q -> q.quote().document(),
        LinkedHashMap::new, Collectors.mapping(q -> q.quote().span(), Collectors.toList()))).entrySet()
        .stream()
        .map(spans -> new Supported(spans.getKey(), scorer.score(claim, spans.getKey(), spans.getValue())))
        .sorted(BEST_FIRST).toList();
    if (said.stream().anyMatch(s -> s.support().suffices(least)) || supportTogether(said)) {
      return quoted;
    }
    List<Supported> best = passages(cited).stream()
        .flatMap(
            passage -> scorer.best(claim, passage).map(s -> new Supported(passage.document(), s)).stream())
        .sorted(BEST_FIRST).toList();
    List<Supported> enough = best.stream().filter(s -> s.support().suffices(least)).toList();
    boolean pointed = cited != evidence;
    List<Supported> chosen = !enough.isEmpty()
        ? enough.subList(0, 1)
        : pointed && supportTogether(best) ? best : List.of();
    List<Grounded> found = chosen.stream().flatMap(s -> grounded(s).stream()).toList();
    return found.isEmpty()
        ? List.of()
        : List.copyOf(Stream.concat(quoted.stream(), found.stream())
            .collect(Collectors.toMap(Grounded::quote, ground -> ground, (first, again) -> first,
                LinkedHashMap::new))
            .values());
  }

  private static List<Passage> passages(List<RetrievedPassage> found) {
    return found.stream().map(RetrievedPassage::passage).toList();
  }

  private record Supported(Document document, Support support) {}

  private static final Comparator<Supported> BEST_FIRST = Comparator
      .comparingDouble((Supported supported) -> supported.support().score()).reversed();

  /** Tells whether what each span lacks is in another. */
  private boolean supportTogether(List<Supported> spans) {
    if (spans.size() < 2 || spans.getFirst().support().score() < least) {
      return false;
    }
    Set<String> missing = new HashSet<>(spans.getFirst().support().missing());
    spans.forEach(span -> missing.retainAll(span.support().missing()));
    return missing.isEmpty();
  }

  private static Optional<Grounded> grounded(Supported supported) {
    Span span = supported.support().span();
    return verified(supported.document(), span, span.of(supported.document().text()))
        .map(quote -> new Grounded(quote, supported.support().score()));
  }

  /** Finds quoted words in the passages pointed at, then in the others. */
  private Optional<Grounded> find(String words, List<RetrievedPassage> cited) {
    return Stream.concat(cited.stream(), evidence.stream()).flatMap(passage -> find(words, passage).stream())
        .findFirst();
  }

  /** Finds words in a passage or from it on; letter for letter before anything else. */
  private static Optional<Grounded> find(String words, RetrievedPassage found) {
    Passage passage = found.passage();
    Document document = passage.document();
    String text = document.text();
    Span near = new Span(passage.span().start(),
        Math.min(text.length(), passage.span().end() + Quote.MAX_LENGTH));
    return Wording.exact(words, text, near).flatMap(place -> verified(document, place, words))
        .or(() -> WordsFinder.find(words, text, near)
            .flatMap(place -> verified(document, place, place.of(text))))
        .map(quote -> new Grounded(quote, Math.clamp(found.score(), 0, 1)));
  }

  private static Optional<Quote> verified(Document document, Span span, String words) {
    try {
      return Optional.of(Quote.verified(document, span, words));
    } catch (UnverifiedQuoteException e) {
      return Optional.empty();
    }
  }
}
