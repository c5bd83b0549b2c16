package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.embedding.QuantizedTokenVectors;
import org.readingroom.embedding.TokenEmbeddings;
import org.readingroom.embedding.TokenSimilarities;
import org.readingroom.search.CandidateRanker.Reranked;
import org.readingroom.search.HybridRetriever.Fused;

/** Orders the passages found for one question by late interaction, for the whole question or a part of it. */
final class Reranker {

  private final PassageIndex index;
  private final Ranking ranking;
  private final Query query;
  private final LateInteraction late;
  private final List<Fused> found;
  private final List<Fused> others;
  private List<Reranked> passages;

  Reranker(PassageIndex index, Ranking ranking, Query query, TokenEmbeddings tokens) {
    this.index = index;
    this.ranking = ranking;
    this.query = query;
    this.late = LateInteraction.of(query, tokens, index, ranking.shares());
    this.found = new HybridRetriever(index, ranking).retrieve(query, tokens.vector());
    int reranked = Math.min(ranking.reranked(), found.size());
    this.others = found.subList(reranked, found.size());
    this.passages = reranked(found.subList(0, reranked)).stream().sorted(best()).toList();
  }

  /** Returns all passages that were found, the best fused first. */
  List<Fused> found() {
    return found;
  }

  /** Returns the passages that were found but not looked at closely, the best first. */
  List<Fused> others() {
    return others;
  }

  /** Returns the passages, the best first. */
  List<Reranked> passages() {
    return passages;
  }

  /** Adds all passages of some documents that the asker's filters let through. */
  void include(Set<Integer> documents) {
    include(new FilterQueries(index).records(query.filters(), documents));
  }

  /** Adds the passages before and after the best: an answer may begin or go on there. */
  Reranker readOn() {
    include(passages.stream().limit(ranking.around()).flatMap(best -> index
        .records(best.passage().document().number()).stream()
        .filter(other -> Math.abs(index.passage(other).ordinal() - best.passage().ordinal()) == 1)).toList());
    return this;
  }

  private void include(List<Integer> records) {
    Set<Integer> known = passages.stream().map(Reranked::record).collect(Collectors.toSet());
    List<Reranked> more = new ArrayList<>(passages);
    more.addAll(reranked(records.stream().filter(known::add)
        .map(record -> new Fused(record, index.passage(record), 0, 0)).toList()));
    more.sort(best());
    passages = List.copyOf(more);
  }

  /** Returns the candidates in the passages for the question or a part of it, the best first. */
  List<Candidate> candidates(Query query, LetterThread thread) {
    LateInteraction focused = late.on(query);
    List<Reranked> again = passages.stream()
        .map(p -> new Reranked(p.record(), p.passage(), p.fused(), p.cosine(),
            focused.score(p.similarities(), 0, p.similarities().tokens()), p.similarities()))
        .toList();
    return new CandidateRanker(ranking, index, query, thread).rank(again, focused);
  }

  /** Compares passages with the question, in the order they are given. */
  private List<Reranked> reranked(List<Fused> found) {
    Map<Integer, TokenSimilarities> compared = new HashMap<>();
    index.readTokens(found.stream().map(Fused::record).toList(), (bytes, record) -> compared.put(record,
        late.with(QuantizedTokenVectors.from(bytes.bytes, bytes.offset, bytes.length))));
    List<Reranked> reranked = new ArrayList<>();
    for (Fused fused : found) {
      TokenSimilarities similarities = Objects.requireNonNull(compared.get(fused.record()));
      reranked.add(new Reranked(fused.record(), fused.passage(), fused.score(), fused.cosine(),
          late.score(similarities, 0, similarities.tokens()), similarities));
    }
    return reranked;
  }

  private Comparator<Reranked> best() {
    return Comparator.comparingDouble((Reranked p) -> ranking.score(p.fused(), p.late())).reversed();
  }
}
