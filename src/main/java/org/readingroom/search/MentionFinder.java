package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Paragraph;
import org.readingroom.index.Hit;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/**
 * Finds the documents with a sentence that has all of some words, in any ending, and of a name in any form: every one
 * where no more than {@value #LOOKED} passages have the words, else those of the best.
 *
 * <p>
 * Unlike a search it leaves out what only comes near. Common words are not looked for.
 */
final class MentionFinder {

  /** How many characters more than the words themselves they may take up to stand side by side. */
  private static final int SLACK = 8;

  /** How many passages at most are looked at, the best by their words. */
  private static final int LOOKED = 2_000;

  /** How a sentence ends, as a title, a date line or a signature does not. */
  private static final Pattern PROSE = Pattern.compile("[.!?;:][\"”’')\\]]*\\s*$");

  private final IndexSnapshot snapshot;
  private final double leastIdf;

  /**
   * Makes a finder.
   *
   * @param leastIdf how rare a word is at least that is looked for
   */
  MentionFinder(IndexSnapshot snapshot, double leastIdf) {
    this.snapshot = snapshot;
    this.leastIdf = leastIdf;
  }

  /** What a sentence that has the words is worth. */
  private record Found(Passage passage, Span sentence, List<Span> words, boolean together, boolean prose,
      long beside) {

    static final Comparator<Found> BEST_FIRST = Comparator.comparing((Found found) -> !found.together())
        .thenComparing(found -> !found.prose())
        .thenComparing(Comparator.comparingLong(Found::beside).reversed());
  }

  /**
   * Returns the documents, those first that have the words side by side, in prose, and the most often.
   *
   * @param words what has to be in one sentence; nothing is found for none
   * @param beside what a sentence had better have, too
   */
  List<Mention> find(String words, String beside, Filters filters) {
    Collection<Set<String>> wanted = wanted(words);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<String> better = snapshot.analyzer().terms(beside).stream().map(Term::text)
        .filter(term -> snapshot.idf(term) >= leastIdf).collect(Collectors.toSet());
    Map<Integer, List<Found>> byDocument = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Hit hit : hits(wanted, filters)) {
      Passage passage = hit.passage();
      List<List<Term>> terms = snapshot.analyzed(passage).terms();
      for (int i = 0; i < terms.size(); i++) {
        Sentence sentence = passage.sentences().get(i);
        if (sentence.span().length() <= SentenceSplitter.MAX_LENGTH
            && seen.add(passage.document().number() + " " + sentence.span())) {
          Found found = found(passage, sentence, terms.get(i), wanted, better, words.length() + SLACK);
          if (found != null) {
            byDocument.computeIfAbsent(passage.document().number(), number -> new ArrayList<>()).add(found);
          }
        }
      }
    }
    return byDocument.values().stream().sorted(bestFirst()).map(MentionFinder::mention).toList();
  }

  private static Comparator<List<Found>> bestFirst() {
    return Comparator.comparing((List<Found> found) -> best(found), Found.BEST_FIRST)
        .thenComparing(Comparator.comparingInt((List<Found> found) -> found.size()).reversed())
        .thenComparingInt(found -> found.getFirst().passage().document().number());
  }

  private static Found best(List<Found> found) {
    return found.stream().min(Found.BEST_FIRST).orElseThrow();
  }

  private static Mention mention(List<Found> found) {
    Found best = best(found);
    return new Mention(best.passage().document(), best.sentence(), best.words(), found.size());
  }

  /** Returns for each word, or name of several words, the terms of which one suffices. */
  private Collection<Set<String>> wanted(String words) {
    Query query = new QueryReader(snapshot.analyzer(), UnaryOperator.identity()).read(words, words,
        Filters.NONE);
    Map<Span, Set<String>> byPlace = new LinkedHashMap<>();
    query.terms().stream().filter(term -> !HybridRetriever.isPartOfName(query, term)).forEach(term -> byPlace
        .computeIfAbsent(new Span(term.start(), term.end()), place -> new HashSet<>()).add(term.text()));
    List<Set<String>> rare = byPlace.values().stream()
        .filter(terms -> terms.stream().anyMatch(term -> isLookedFor(term))).toList();
    return rare.isEmpty() ? byPlace.values() : rare;
  }

  private boolean isLookedFor(String term) {
    return term.charAt(0) == TextAnalyzer.NAME_MARK || snapshot.idf(term) >= leastIdf;
  }

  private List<Hit> hits(Collection<Set<String>> wanted, Filters filters) {
    return snapshot.index().byAllWords(wanted, new PassageFilters(snapshot).within(filters), LOOKED);
  }

  private @Nullable Found found(Passage passage, Sentence read, List<Term> terms,
      Collection<Set<String>> wanted, Set<String> better, int together) {
    Span sentence = read.span();
    List<List<Term>> matches = wanted.stream()
        .map(any -> terms.stream().filter(term -> any.contains(term.text())).toList()).toList();
    if (matches.stream().anyMatch(List::isEmpty)) {
      return null;
    }
    List<Span> words = matches.stream().flatMap(List::stream)
        .map(term -> new Span(term.start(), term.end())).distinct()
        .sorted(Comparator.comparingInt(Span::start)).toList();
    boolean side = matches.getFirst().stream().anyMatch(first -> matches.stream().allMatch(
        others -> others.stream().anyMatch(other -> Math.max(first.end(), other.end())
            - Math.min(first.start(), other.start()) <= together)));
    long beside = terms.stream().map(Term::text).filter(better::contains).distinct().count();
    boolean prose = read.role() == Paragraph.Role.BODY
        && PROSE.matcher(sentence.of(passage.document().text())).find();
    return new Found(passage, sentence, words, side, prose, beside);
  }
}
