package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;
import org.readingroom.search.HybridRetriever.Fused;
import org.readingroom.text.Term;

/** Scores every run of sentences in the found passages as an answer to the question. */
final class CandidateRanker {

  /** The most characters of a candidate, a little under what may be quoted. */
  private static final int MAX_LENGTH = SentenceSplitter.MAX_LENGTH;
  private static final int MAX_SENTENCES = 4;
  /** The most sentences where the later ones are items of a list or rows of a table. */
  private static final int MAX_ITEMS = 12;
  private static final int MIN_LENGTH = 15;
  private final Ranking ranking;
  private final IndexSnapshot index;
  private final Query query;
  private final LetterThread thread;
  private final QuestionTerms terms;
  private final WantedFinder wanted;
  private final ReadPassages read;
  private final boolean asksForReply;
  private final Map<Integer, Long> headerMasks = new HashMap<>();

  CandidateRanker(Ranking ranking, IndexSnapshot index, Query query, ReadPassages read, LetterThread thread) {
    this.read = read;
    this.thread = thread;
    this.ranking = ranking;
    this.index = index;
    this.query = query;
    this.terms = new QuestionTerms(query, index);
    this.wanted = new WantedFinder(query, index.analyzer());
    this.asksForReply = LetterThread.asksForReply(query.focused());
  }

  /**
   * A sentence with what is known of it once for all candidates that it is part of.
   *
   * @param read how well it answers, as the reader scores it
   * @param mask which of the question's terms it has
   */
  private record Row(Fused home, int place, Sentence sentence, double read, long mask, boolean wanted,
      boolean dated) {

    boolean precedes(Row next) {
      return next.home == home
          ? next.place == place + 1
          : next.place == 0 && place == home.passage().sentences().size() - 1
              && next.home.passage().ordinal() == home.passage().ordinal() + 1;
    }
  }

  /** Returns all candidates, the best first. */
  List<Candidate> rank(List<Fused> passages) {
    Map<Integer, List<Fused>> byDocument = passages.stream()
        .collect(Collectors.groupingBy(p -> p.passage().document().number()));
    List<Candidate> candidates = new ArrayList<>();
    byDocument.values().forEach(same -> addCandidates(candidates, rows(same)));
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed()
        .thenComparingInt(c -> c.document().number()).thenComparingInt(c -> c.span().start()));
    return candidates;
  }

  private List<Row> rows(List<Fused> passages) {
    List<Row> rows = new ArrayList<>();
    passages.stream().sorted(Comparator.comparingInt(p -> p.passage().ordinal())).forEach(home -> {
      for (int i = 0; i < home.passage().sentences().size(); i++) {
        // A passage may go on over the end of the only page that is wanted.
        if (!query.named().allows(home.passage().document(), home.passage().sentences().get(i).span())) {
          continue;
        }
        Row row = row(home, i);
        if (rows.isEmpty() || !rows.getLast().sentence().equals(row.sentence())) {
          rows.add(row);
        }
      }
    });
    return rows;
  }

  private Row row(Fused home, int place) {
    Passage passage = home.passage();
    Sentence sentence = passage.sentences().get(place);
    AnalyzedPassage analyzed = index.analyzed(home.passage());
    List<Term> words = analyzed.terms().get(place);
    List<DateExpression> dates = analyzed.dates().get(place);
    String text = sentence.span().of(passage.document().text());
    boolean dated = query.dates().stream()
        .anyMatch(
            asked -> dates.stream().anyMatch(found -> found.isDay() == asked.isDay() && found.meets(asked)));
    boolean holdsWanted = !wanted.find(text, words, sentence.span().start(), dates).isEmpty();
    return new Row(home, place, sentence, read.score(home.passage(), place), terms.mask(words), holdsWanted,
        dated);
  }

  private void addCandidates(List<Candidate> candidates, List<Row> rows) {
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
          candidates.add(candidate(rows, sentences, first, last));
        }
      }
    }
  }

  private Candidate candidate(List<Row> rows, List<Sentence> sentences, int first, int last) {
    Document document = rows.get(first).home().passage().document();
    double answers = 0;
    double found = 0;
    int characters = 0;
    long mask = headerMask(rows.get(first).home());
    boolean isWanted = false;
    boolean isDated = false;
    for (Row row : rows.subList(first, last + 1)) {
      int own = row.sentence().span().length();
      answers += row.read() * own;
      characters += own;
      found = Math.max(found, row.home().score());
      mask |= row.mask();
      isWanted |= row.wanted();
      isDated |= row.dated();
    }
    Signals signals = new Signals();
    signals.set(Signal.READ, answers / characters);
    signals.set(Signal.FOUND, found);
    signals.set(Signal.COVERAGE, terms.coverage(mask));
    signals.set(Signal.DATE, Math.max(HybridRetriever.dateMatch(query, document.date()), isDated ? 0.7 : 0));
    Span span = new Span(sentences.get(first).span().start(), sentences.get(last).span().end());
    signals.set(Signal.NAMED, query.named().holds(document, span) ? 1 : 0);
    signals.set(Signal.WANTED, wanted.canTell() ? (isWanted ? 1.0 : 0.0) : 0.5);
    signals.set(Signal.REPLY, asksForReply ? thread.replies().getOrDefault(document.number(), 0.0) : 0);
    return new Candidate(document, sentences.subList(first, last + 1), signals.weighted(ranking), signals,
        rows.subList(first, last + 1).stream().map(Row::read).toList());
  }

  /** Tells whether a sentence is but the name of who speaks next, which must not end a quotation. */
  private static boolean isSpeaker(Row row) {
    String text = row.home().passage().document().text();
    Span span = row.sentence().span();
    return span.end() < text.length() && text.charAt(span.end()) != '\n'
        && Sentence.isSpeaker(span.of(text));
  }

  private static boolean isItem(Row row) {
    return row.sentence().role() == Role.LIST || row.sentence().role() == Role.TABLE;
  }

  private long headerMask(Fused home) {
    return headerMasks.computeIfAbsent(home.passage().document().number(),
        number -> terms.mask(index.analyzed(home.passage()).header()));
  }
}
