package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.readingroom.collection.Document;
import org.readingroom.embedding.QuantizedTokenVectors;
import org.readingroom.embedding.TokenEmbeddings;
import org.readingroom.passage.Span;
import org.readingroom.search.CandidateRanker.Reranked;
import org.readingroom.search.HybridRetriever.Fused;

/** Finds passages for a question, and the spans in them that may answer it. */
public class PassageSearch {

  private final LiveIndex live;
  private final Ranking ranking;

  public PassageSearch(LiveIndex live, Ranking ranking) {
    this.live = live;
    this.ranking = ranking;
  }

  /**
   * Returns the best passages, the best first.
   *
   * @param text a question or some words
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<RetrievedPassage> search(String text, Filters filters, int k) {
    PassageIndex index = live.get();
    Query query = new QueryReader(live.analyzer()).read(text, filters);
    return rerank(index, query).passages().stream().limit(k)
        .map(p -> new RetrievedPassage(p.passage(), score(p))).toList();
  }

  /**
   * Returns the best passages and the spans in them that may answer, the best first.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public Retrieval retrieve(String text, Filters filters) {
    PassageIndex index = live.get();
    Query query = new QueryReader(live.analyzer()).read(text, filters);
    Ranked ranked = rerank(index, query);
    List<Candidate> candidates = new CandidateRanker(ranking, index, query).rank(ranked.passages(),
        ranked.late());
    List<RetrievedPassage> passages = ranked.passages().stream()
        .map(p -> new RetrievedPassage(p.passage(), score(p))).toList();
    return new Retrieval(query, passages, candidates,
        Grounds.of(query, index, ranked.passages(), candidates));
  }

  /** Returns the places in a span of a document of what the query asks for, where rules can tell. */
  public List<Span> wanted(Query query, Document document, Span span) {
    String words = span.of(document.text());
    return new WantedFinder(query, live.analyzer()).find(words, live.analyzer().terms(words), 0).stream()
        .map(found -> new Span(span.start() + found.start(), span.start() + found.end())).toList();
  }

  private record Ranked(List<Reranked> passages, LateInteraction late) {}

  private Ranked rerank(PassageIndex index, Query query) {
    TokenEmbeddings tokens = live.model().encodeQuery(query.text());
    LateInteraction late = new LateInteraction(query, tokens, index);
    List<Reranked> passages = new ArrayList<>();
    for (Fused fused : new HybridRetriever(index, ranking).retrieve(query, tokens.vector()).stream()
        .limit(ranking.reranked()).toList()) {
      BytesRef bytes = index.tokens(fused.record());
      LateInteraction.Similarities similarities = late
          .with(QuantizedTokenVectors.from(bytes.bytes, bytes.offset, bytes.length));
      passages.add(new Reranked(fused.record(), fused.passage(), fused.score(), fused.cosine(),
          late.score(similarities, 0, similarities.size()), similarities));
    }
    passages.sort(Comparator.comparingDouble(this::score).reversed());
    return new Ranked(passages, late);
  }

  private double score(Reranked passage) {
    return (1 - ranking.late()) * passage.fused() + ranking.late() * passage.late();
  }
}
