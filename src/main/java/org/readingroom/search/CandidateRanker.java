package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.embedding.TokenSimilarities;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;

/** Scores every run of sentences in the found passages as an answer to the question. */
final class CandidateRanker {

  /** The most characters of a candidate, a little under what may be quoted. */
  private static final int MAX_LENGTH = SentenceSplitter.MAX_LENGTH;
  private static final int MAX_SENTENCES = 4;
  /** The most sentences where the later ones are items of a list or rows of a table. */
  private static final int MAX_ITEMS = 12;
  private static final int MIN_LENGTH = 15;
  /** A name before what its bearer says: up to four capitalised words and a full stop or colon. */
  private static final Pattern SPEAKER = Pattern
      .compile("(?:\\p{Lu}[\\p{L}'’-]*\\s+){0,3}\\p{Lu}[\\p{L}'’-]*[.:]");

  private final Ranking ranking;
  private final PassageIndex index;
  private final Query query;
  private final LetterThread thread;
  private final QuestionTerms terms;
  private final WantedFinder wanted;
  private final boolean asksForReply;
  private final Map<Integer, Long> headerMasks = new HashMap<>();

  CandidateRanker(Ranking ranking, PassageIndex index, Query query, LetterThread thread) {
    this.thread = thread;
    this.ranking = ranking;
    this.index = index;
    this.query = query;
    this.terms = new QuestionTerms(query, index);
    this.wanted = new WantedFinder(query, index.analyzer());
    this.asksForReply = LetterThread.asksForReply(query.focused());
  }

  /**
   * Is a passage to look for candidates in.
   *
   * @param fused its fused score
   * @param cosine the cosine of its vector with the question's
   * @param late its score by late interaction
   */
  record Reranked(int record, Passage passage, double fused, double cosine, double late,
      TokenSimilarities similarities) {}

  /** Is a sentence with what is known of it once for all candidates that it is part of. */
  private record Row(Reranked home, int place, Sentence sentence, float[] best, double mean, int tokens,
      long mask,
      boolean wanted, boolean dated) {

    boolean precedes(Row next) {
      return next.home == home
          ? next.place == place + 1
          : next.place == 0 && place == home.passage.sentences().size() - 1
              && next.home.passage.ordinal() == home.passage.ordinal() + 1;
    }
  }

  /** Returns all candidates, the best first. */
  List<Candidate> rank(List<Reranked> passages, LateInteraction late) {
    Map<Integer, List<Reranked>> byDocument = passages.stream()
        .collect(Collectors.groupingBy(p -> p.passage().document().number()));
    List<Candidate> candidates = new ArrayList<>();
    byDocument.values().forEach(same -> addCandidates(candidates, rows(same, late), late));
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed()
        .thenComparingInt(c -> c.document().number()).thenComparingInt(c -> c.span().start()));
    return candidates;
  }

  private List<Row> rows(List<Reranked> passages, LateInteraction late) {
    List<Row> rows = new ArrayList<>();
    passages.stream().sorted(Comparator.comparingInt(p -> p.passage().ordinal())).forEach(home -> {
      for (int i = 0; i < home.passage().sentences().size(); i++) {
        Row row = row(home, i, late);
        if (rows.isEmpty() || !rows.getLast().sentence().equals(row.sentence())) {
          rows.add(row);
        }
      }
    });
    return rows;
  }

  private Row row(Reranked home, int place, LateInteraction late) {
    Passage passage = home.passage();
    Sentence sentence = passage.sentences().get(place);
    int start = passage.span().start();
    int from = home.similarities().firstTokenFrom(sentence.span().start() - start);
    int to = home.similarities().firstTokenFrom(sentence.span().end() - start);
    float[] best = new float[late.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = home.similarities().best(i, from, to);
    }
    AnalyzedPassage analyzed = index.analyzed(home.record());
    List<Term> words = analyzed.terms().get(place);
    List<DateExpression> dates = analyzed.dates().get(place);
    String text = sentence.span().of(passage.document().text());
    boolean dated = query.dates().stream()
        .anyMatch(
            asked -> dates.stream().anyMatch(found -> found.isDay() == asked.isDay() && found.meets(asked)));
    boolean holdsWanted = !wanted.find(text, words, sentence.span().start(), dates).isEmpty();
    return new Row(home, place, sentence, best, home.similarities().mean(from, to) * (to - from), to - from,
        terms.mask(words), holdsWanted, dated);
  }

  private void addCandidates(List<Candidate> candidates, List<Row> rows, LateInteraction late) {
    List<Sentence> sentences = rows.stream().map(Row::sentence).toList();
    for (int first = 0; first < rows.size(); first++) {
      for (int last = first; last < Math.min(rows.size(), first + MAX_ITEMS); last++) {
        if (last - first >= MAX_SENTENCES && !isItem(rows.get(last))) {
          break;
        }
        if (last > first && (!rows.get(last - 1).precedes(rows.get(last))
            || rows.get(last).sentence().role() == Role.HEADING
            || rows.get(last - 1).sentence().role() == Role.HEADING)) {
          break;
        }
        int length = rows.get(last).sentence().span().end() - rows.get(first).sentence().span().start();
        if (length > MAX_LENGTH) {
          break;
        }
        if (length >= MIN_LENGTH && !isSpeaker(rows.get(last))) {
          candidates.add(candidate(rows, sentences, first, last, late));
        }
      }
    }
  }

  private Candidate candidate(List<Row> rows, List<Sentence> sentences, int first, int last,
      LateInteraction late) {
    Reranked home = rows.get(first).home();
    Document document = home.passage().document();
    double mean = 0;
    int tokens = 0;
    long mask = 0;
    boolean isWanted = false;
    boolean isDated = false;
    double spanLate = 0;
    int prose = 0;
    int length = rows.get(last).sentence().span().end() - rows.get(first).sentence().span().start();
    for (Row row : rows.subList(first, last + 1)) {
      mean += row.mean();
      tokens += row.tokens();
      mask |= row.mask();
      isWanted |= row.wanted();
      isDated |= row.dated();
      prose += isProse(row.sentence().role()) ? row.sentence().span().length() : 0;
      home = row.home().late() > home.late() ? row.home() : home;
    }
    for (int i = 0; i < late.size(); i++) {
      float best = 0;
      for (int r = first; r <= last; r++) {
        best = Math.max(best, rows.get(r).best()[i]);
      }
      spanLate += late.weight(i) * best;
    }
    long headed = mask | headerMask(home);
    long nearby = headed;
    for (int r = Math.max(0, first - 2); r <= Math.min(rows.size() - 1, last + 1); r++) {
      nearby |= rows.get(r).mask();
    }
    Signals signals = new Signals();
    signals.set(Signal.PASSAGE_LATE, home.late());
    signals.set(Signal.SPAN_LATE, spanLate);
    signals.set(Signal.SPAN_MEAN, tokens == 0 ? 0 : mean / tokens);
    signals.set(Signal.COVERAGE, terms.coverage(mask));
    signals.set(Signal.HEADED_COVERAGE, terms.coverage(headed));
    signals.set(Signal.NEARBY_COVERAGE, terms.coverage(nearby));
    signals.set(Signal.DATE, Math.max(HybridRetriever.dateMatch(query, document.date()), isDated ? 0.7 : 0));
    signals.set(Signal.WANTED, wanted.canTell() ? (isWanted ? 1.0 : 0.0) : 0.5);
    signals.set(Signal.REPLY, asksForReply ? thread.replies().getOrDefault(document.number(), 0.0) : 0);
    signals.set(Signal.PROSE, (double) prose / Math.max(1, length));
    return new Candidate(document, sentences.subList(first, last + 1), signals.weighted(ranking), signals);
  }

  /** Tells whether a sentence is but the name of who speaks next, which must not end a quotation. */
  private static boolean isSpeaker(Row row) {
    String text = row.home().passage().document().text();
    Span span = row.sentence().span();
    return span.end() < text.length() && text.charAt(span.end()) != '\n'
        && SPEAKER.matcher(span.of(text)).matches();
  }

  private static boolean isItem(Row row) {
    return row.sentence().role() == Role.LIST || row.sentence().role() == Role.TABLE;
  }

  private static boolean isProse(Role role) {
    return role == Role.BODY || role == Role.LIST || role == Role.TABLE || role == Role.FOOTNOTE;
  }

  private long headerMask(Reranked home) {
    return headerMasks.computeIfAbsent(home.passage().document().number(),
        number -> terms.mask(index.analyzed(home.record()).header()));
  }
}
