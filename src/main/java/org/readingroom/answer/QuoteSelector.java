package org.readingroom.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.readingroom.answer.Explanation.Considered;
import org.readingroom.answer.Explanation.Weighed;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;
import org.readingroom.search.Signal;
import org.readingroom.text.WrittenWords;

/** Chooses among the candidates those to quote, or none. */
final class QuoteSelector {

  private static final Pattern QUESTION = Pattern.compile("[?？؟]\\s*$");
  /** The share of words from which two quotations say the same. */
  private static final double NEAR_DUPLICATE = 0.8;

  /** The odds, beside the best candidate's of 1, below which another cannot tip the balance. */
  private static final double NEGLIGIBLE = 1e-5;
  /** How many of the best candidates an explanation shows. */
  private static final int EXPLAINED = 10;

  private final Selection selection;
  private final Confidence confidence;

  QuoteSelector(Selection selection, Confidence confidence) {
    this.selection = selection;
    this.confidence = confidence;
  }

  /**
   * Returns the candidates to quote, the best first, or in order of date where the question asks for a course
   * of events; none where nothing answers well enough.
   */
  List<Candidate> select(Retrieval retrieval, int most) {
    if (!confidence.suffices(retrieval)) {
      return List.of();
    }
    List<Candidate> candidates = telling(retrieval.candidates());
    double best = retrieval.candidates().getFirst().score();
    Choice choice = new Choice(isUnsure(retrieval) ? Math.min(most, selection.unsure()) : most);
    // What answers each part comes first, and for a course of events the best of each document.
    retrieval.parts().forEach(
        part -> likeliest(telling(part).stream().filter(choice::takes).toList()).ifPresent(choice::take));
    boolean course = retrieval.query().wanted() == AnswerType.COURSE;
    if (choice.chosen.isEmpty()) {
      likeliest(candidates).ifPresent(choice::take);
    }
    if (retrieval.query().wanted() == AnswerType.LIST) {
      takeWhatFollows(choice, candidates);
    }
    for (Candidate candidate : candidates) {
      boolean other = choice.chosen.stream()
          .noneMatch(c -> c.document().equals(candidate.document()));
      double margin = (other && !course ? selection.otherMargin() : selection.margin())
          * (candidate.signals().get(Signal.WANTED) > 0 ? 1 : selection.lacking());
      if (candidate.score() >= best - margin && candidate.signals().get(Signal.READ) >= selection.read()
          && (other || !course) && choice.takes(candidate)) {
        choice.take(candidate);
      }
    }
    // What a list was continued from is needed whole.
    List<Candidate> chosen = retrieval.query().wanted() == AnswerType.LIST
        ? choice.chosen
        : cut(choice.chosen, retrieval.candidates());
    if (course) {
      chosen.sort(Comparator.comparing((Candidate c) -> c.document().date().sortDay())
          .thenComparingInt(c -> c.document().number()).thenComparingInt(c -> c.span().start()));
    }
    return chosen;
  }

  /**
   * Returns the candidate that most likely holds the answer.
   *
   * <p>
   * The answer is taken to be one of the candidates, with odds that grow exponentially with their scores; a
   * candidate holds it with the chance of all those that lie within it. So a run of sentences that all fit is
   * preferred to a single one that fits a little better (minimum Bayes risk).
   */
  private Optional<Candidate> likeliest(List<Candidate> candidates) {
    ToDoubleFunction<Candidate> chances = chances(candidates);
    Candidate likeliest = null;
    double most = -1;
    for (Candidate candidate : candidates) {
      double chance = chances.applyAsDouble(candidate);
      if (chance > most) {
        likeliest = candidate;
        most = chance;
      }
    }
    return Optional.ofNullable(likeliest);
  }

  /** Cuts what was chosen, and leaves out what then says the same as something before it. */
  private List<Candidate> cut(List<Candidate> chosen, List<Candidate> candidates) {
    List<Candidate> cut = new ArrayList<>();
    for (Candidate whole : chosen) {
      Candidate own = cut(whole, candidates);
      if (cut.stream().noneMatch(before -> repeats(before, own))) {
        cut.add(own);
      }
    }
    return cut;
  }

  /**
   * Cuts from both ends of a candidate the sentences that do not read as an answer beside its best one. A sentence that
   * the next one leans on stays. Of lists and tables, whose items read as little, only whole items are cut, and only
   * before the first that has an answer.
   */
  private Candidate cut(Candidate whole, List<Candidate> candidates) {
    List<Double> read = whole.read();
    double least = selection.ends() * Collections.max(read);
    int first = 0;
    while (read.get(first) < least) {
      first++;
    }
    int last = read.size() - 1;
    boolean listed = whole.sentences().stream()
        .anyMatch(s -> s.role() == Role.LIST || s.role() == Role.TABLE);
    while (!listed && read.get(last) < least) {
      last--;
    }
    List<String> sentences = whole.sentences().stream().map(s -> s.span().of(whole.document().text()))
        .toList();
    while (first > 0 && (sentences.get(first - 1).endsWith(":")
        || Leaning.on(sentences.get(first - 1), sentences.get(first)))) {
      first--;
    }
    int item = whole.sentences().get(first).paragraph();
    while (listed && first > 0 && whole.sentences().get(first - 1).paragraph() == item) {
      first--;
    }
    List<Sentence> left = whole.sentences().subList(first, last + 1);
    return left.size() == sentences.size() || isQuestion(sentences.get(last))
        ? whole
        : candidates.stream().filter(c -> c.document().equals(whole.document()) && c.sentences().equals(left))
            .findFirst()
            .orElse(whole);
  }

  /** Is a candidate that may tip the balance, with its odds against the best one's of 1. */
  private record Likely(Span span, double odds) {}

  /** Returns what tells the chance that a candidate holds the answer, all candidates together having 1. */
  private ToDoubleFunction<Candidate> chances(List<Candidate> candidates) {
    double top = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
    Map<Document, List<Likely>> likely = new LinkedHashMap<>();
    double all = 0;
    for (Candidate part : candidates) {
      double odds = Math.exp(selection.sharpness() * (part.score() - top));
      if (odds > NEGLIGIBLE) {
        all += odds;
        likely.computeIfAbsent(part.document(), document -> new ArrayList<>())
            .add(new Likely(part.span(), odds));
      }
    }
    double total = all;
    return whole -> {
      Span span = whole.span();
      return likely.getOrDefault(whole.document(), List.of()).stream()
          .filter(part -> span.contains(part.span())).mapToDouble(Likely::odds).sum() / total;
    };
  }

  /** Tells whether there is something to select. */
  boolean isAnswerable(Retrieval retrieval) {
    return confidence.suffices(retrieval);
  }

  /** Tells whether what is selected may be no answer. */
  boolean isUnsure(Retrieval retrieval) {
    return confidence.isUnsure(retrieval);
  }

  /** Says what is considered, and which of it became the citations of an answer. */
  Explanation explain(Retrieval retrieval, Answer answer, List<ModelTrace.Dropped> dropped, Ranking ranking) {
    ToDoubleFunction<Candidate> chance = chances(telling(retrieval.candidates()));
    List<Citation> citations = answer instanceof Answer.Answered answered ? answered.citations() : List.of();
    List<Considered> considered = new ArrayList<>();
    for (Candidate candidate : retrieval.candidates()) {
      Integer place = citations.stream()
          .filter(citation -> citation.quote().document().equals(candidate.document())
              && citation.quote().span().equals(candidate.span()))
          .map(Citation::marker).findFirst().orElse(null);
      if (considered.size() < EXPLAINED || place != null) {
        List<Weighed> signals = Arrays.stream(Signal.values())
            .map(signal -> Weighed.of(signal, candidate.signals().get(signal), ranking.weight(signal)))
            .toList();
        considered.add(new Considered(candidate, chance.applyAsDouble(candidate), place, signals));
      }
    }
    return new Explanation(retrieval.query(), retrieval.passages(), !citations.isEmpty(),
        confidence.of(retrieval), confidence.least(), confidence.bias(), confidence.weighed(retrieval),
        considered, dropped);
  }

  /** Returns the candidates that do not end with a question, before its answer; all if all do. */
  private static List<Candidate> telling(List<Candidate> candidates) {
    List<Candidate> telling = candidates.stream().filter(c -> !isQuestion(c.text())).toList();
    return telling.isEmpty() ? candidates : telling;
  }

  private static boolean isQuestion(String words) {
    return QUESTION.matcher(words).find();
  }

  /** Goes on with a list whose beginning was chosen: its next items, as many as a quotation holds. */
  private static void takeWhatFollows(Choice choice, List<Candidate> candidates) {
    boolean more = true;
    while (more) {
      Candidate last = choice.chosen.getLast();
      Optional<Candidate> next = candidates.stream().filter(c -> continues(last, c)).filter(choice::takes)
          .max(Comparator.comparingInt(c -> c.span().length()));
      next.ifPresent(choice::take);
      more = next.isPresent();
    }
  }

  private static boolean continues(Candidate last, Candidate next) {
    String text = last.document().text();
    int end = last.span().end();
    return next.document().equals(last.document()) && next.span().start() > end
        && text.substring(end, next.span().start()).isBlank()
        && next.sentences().stream().allMatch(s -> s.role() == Role.LIST || s.role() == Role.TABLE);
  }

  /** Collects candidates as long as they fit and say something new. */
  private final class Choice {

    private final List<Candidate> chosen = new ArrayList<>();
    private final int most;
    private int length;

    Choice(int most) {
      this.most = most;
    }

    boolean takes(Candidate candidate) {
      int more = candidate.span().length();
      return chosen.size() < most && length + more <= selection.totalLength()
          && (chosen.isEmpty() || more <= selection.laterLength())
          && chosen.stream().noneMatch(taken -> repeats(taken, candidate));
    }

    void take(Candidate candidate) {
      chosen.add(candidate);
      length += candidate.span().length();
    }
  }

  private static boolean repeats(Candidate taken, Candidate candidate) {
    if (taken.document().equals(candidate.document())
        && taken.span().overlaps(candidate.span())) {
      return true;
    }
    Set<String> known = WrittenWords.compared(taken.text());
    Set<String> words = WrittenWords.compared(candidate.text());
    int all = words.size();
    words.retainAll(known);
    return !words.isEmpty() && words.size() >= NEAR_DUPLICATE * Math.min(all, known.size());
  }
}
