package org.readingroom.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.ModelTrace.Check;
import org.readingroom.answer.ModelTrace.Dropped;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.quotation.WordsFinder;
import org.readingroom.search.Copying;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.Support;
import org.readingroom.search.SupportScorer;

/** Chooses for each claim the spans of the evidence that support it, or finds that none does. */
final class ClaimChecker {

  /** The most characters of a claim that is looked at: no more is sure to be read whole. */
  private static final int MAX_LENGTH = 480;
  /** What would read as a citation. */
  private static final Pattern MARKER = Pattern.compile("\\s*\\[\\d+\\]");
  private static final Pattern LAST_STOP = Pattern.compile("[\\s.,;:!?…]+$");

  private final List<RetrievedPassage> evidence;
  private final SupportScorer scorer;
  private final double least;
  private final EmptyWords empty;

  /**
   * Makes a checker.
   *
   * @param question what was asked
   * @param evidence the passages that the model was shown, in the order of their numbers
   * @param least the least estimate of support that suffices
   */
  ClaimChecker(String question, List<RetrievedPassage> evidence, SupportScorer scorer, double least) {
    this.evidence = List.copyOf(evidence);
    this.scorer = scorer;
    this.least = least;
    this.empty = new EmptyWords(question);
  }

  /**
   * Holds a claim after the check.
   *
   * @param text the claim, or the beginning of it that is supported; words in quotation marks are a document's own
   * @param grounds what supports it; none if nothing does
   * @param support how sure it is that they do, from 0 to 1; 1 where it was compared with them word for word
   * @param bare whether it is a quotation and nothing else
   * @param quotations how many quotations the model made in it
   * @param misquoted how many of them are not in the evidence
   * @param left the claim as it was made, where it is not supported whole
   */
  record Checked(String text, List<Grounded> grounds, double support, boolean bare, int quotations,
      int misquoted, @Nullable Dropped left) {

    Checked {
      grounds = List.copyOf(grounds);
    }

    boolean supported() {
      return !grounds.isEmpty();
    }
  }

  /** Holds a quotation with how well it supports, from 0 to 1. */
  record Grounded(Quote quote, double score) {}

  /** Holds what supports a claim and how surely, and why nothing supports the rest of it. */
  private record Judged(String text, List<Grounded> grounds, double support, @Nullable Dropped left) {

    static Judged not(String text, Check check, String reason) {
      return new Judged(text, List.of(), 0, new Dropped(text, check, reason));
    }

    /** Returns the judgement on a claim of which only a beginning holds. */
    Judged butFor(Judged beginning) {
      Dropped whole = Objects.requireNonNull(left, "a claim that holds is not cut");
      return new Judged(beginning.text, beginning.grounds, beginning.support,
          new Dropped(whole.claim(), whole.check(), "only its beginning is shown, for " + whole.reason()));
    }
  }

  Checked check(Claim claim) {
    String text = claim.text();
    List<RetrievedPassage> cited = cited(claim);
    if (text.length() > 2 && text.startsWith("“") && text.endsWith("”")) {
      Optional<Grounded> whole = find(text.substring(1, text.length() - 1), cited);
      if (whole.isPresent()) {
        return new Checked(text, List.of(whole.get()), 1, true, 1, 0, null);
      }
    }
    String fault = text.length() > MAX_LENGTH
        ? "it is too long to be judged"
        : isTitle(LAST_STOP.matcher(text).replaceFirst("")) ? "it is a title" : empty.fault(text);
    if (!fault.isEmpty()) {
      String plain = Wording.unmarked(text);
      return new Checked(plain, List.of(), 0, false, 0, 0, new Dropped(plain, Check.FORM, fault));
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
    Judged judged = misquoted > 0
        ? Judged.not(shown, Check.QUOTATION, "its quotation is not in the evidence")
        : bare
            ? new Judged(shown, List.copyOf(quoted), 1, null)
            : judged(shown, own.toString(), List.copyOf(quoted), cited);
    return new Checked(judged.text(), judged.grounds(), judged.support(),
        bare && quoted.size() == 1 && misquoted == 0, quotations, misquoted, judged.left());
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
   * Judges a claim, and where nothing supports it whole, its clauses. What copies the evidence is supported by it, and
   * what copies nearly all of a sentence with something changed is not, whatever the reader makes of it.
   *
   * @param own the claim without its quotations, which were checked letter for letter
   */
  private Judged judged(String claim, String own, List<Grounded> quoted, List<RetrievedPassage> cited) {
    List<Passage> all = passages(evidence);
    if (scorer.compare(claim, all) == Copying.ALTERED && scorer.compare(own, all) == Copying.ALTERED) {
      return Judged.not(claim, Check.COPY, "it alters what the evidence says");
    }
    List<Passage> pointed = passages(cited);
    List<Passage> copied = pointed.stream()
        .filter(passage -> scorer.compare(claim, List.of(passage)) == Copying.FAITHFUL).toList();
    double needed = copied.isEmpty() ? least : 0;
    List<Passage> passages = copied.isEmpty() ? pointed : copied;
    List<Passage> words = quoted.stream().map(ClaimChecker::passage).toList();
    if (!words.isEmpty()) {
      List<Support> one = scorer.read(claim, words).subList(0, 1);
      List<Support> read = words.size() == 1 || suffice(one, least) ? one : scorer.readTogether(claim, words);
      if (suffice(read, least)) {
        return new Judged(claim, quoted, least(read), null);
      }
    }
    List<Support> alone = scorer.read(claim, passages).subList(0, 1);
    if (suffice(alone, needed)) {
      return supported(claim, quoted, alone, !copied.isEmpty());
    }
    List<Support> together = cited != evidence && passages.size() > 1
        ? scorer.readTogether(claim, passages.subList(0, 2))
        : alone;
    if (suffice(together, needed)) {
      return supported(claim, quoted, together, !copied.isEmpty());
    }
    Judged whole = unsupported(claim, alone.getFirst());
    if (quoted.isEmpty()) {
      for (String clause : Clauses.of(claim, empty)) {
        if (scorer.compare(clause, all) == Copying.ALTERED) {
          continue;
        }
        List<Support> part = scorer.read(clause, passages).subList(0, 1);
        if (suffice(part, least)) {
          Judged beginning = supported(clause, quoted, part, false);
          return beginning.grounds().isEmpty() ? whole : whole.butFor(beginning);
        }
      }
    }
    return whole;
  }

  /** Says why a claim is not supported by what comes nearest to doing so. */
  private Judged unsupported(String claim, Support nearest) {
    return nearest.missing().isEmpty()
        ? Judged.not(claim, Check.ESTIMATE,
            String.format(Locale.ROOT, "the chance that the evidence says so is %.2f, and %.2f is needed",
                nearest.score(), least))
        : Judged.not(claim, Check.ESSENTIALS,
            "the evidence does not have: " + String.join(", ", nearest.missing()));
  }

  /** Returns the words of a quotation as a passage of their own. */
  private static Passage passage(Grounded quoted) {
    Span span = quoted.quote().span();
    return new Passage(quoted.quote().document(), 0, span,
        List.of(new Sentence(span, Paragraph.Role.BODY, 0)));
  }

  private static boolean suffice(List<Support> supports, double least) {
    return supports.stream().allMatch(support -> support.suffices(least));
  }

  /** Returns the least estimate of some that each must suffice: how sure it is that they support together. */
  private static double least(List<Support> supports) {
    return supports.stream().mapToDouble(Support::score).min().orElse(0);
  }

  /** Takes what supports a claim for its grounds, behind its quotations, unless those hold it. */
  private static Judged supported(String claim, List<Grounded> quoted, List<Support> supports,
      boolean copied) {
    Stream<Grounded> more = supports.stream()
        .filter(support -> quoted.stream().map(Grounded::quote).noneMatch(
            quote -> quote.document().equals(support.document()) && quote.span().contains(support.span())))
        .flatMap(support -> grounded(support).stream());
    List<Grounded> grounds = Stream.concat(quoted.stream(), more).toList();
    return grounds.isEmpty()
        ? Judged.not(claim, Check.ROOM, "the sentence that says so is too long to be quoted")
        : new Judged(claim, grounds, copied ? 1 : least(supports), null);
  }

  private static List<Passage> passages(List<RetrievedPassage> found) {
    return found.stream().map(RetrievedPassage::passage).toList();
  }

  private static Optional<Grounded> grounded(Support support) {
    return verified(support.document(), support.span(), support.span().of(support.document().text()))
        .map(quote -> new Grounded(quote, support.score()));
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
