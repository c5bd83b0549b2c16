package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.collection.Document;
import org.readingroom.embedding.TokenEmbeddings;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.CandidateRanker.Reranked;
import org.readingroom.timing.Stage;

/** Finds passages for a question, and the spans in them that may answer it. */
public class PassageSearch {

  /** How many candidates are kept for each part of a question. */
  private static final int PER_PART = 30;
  /** Of how many of the best documents the replies are looked at. */
  private static final int LETTERS = 3;
  /** How much a reply counts where what it replies to was guessed and not cited before. */
  private static final double GUESSED = 0.65;
  /** How rare a word is at least that is shown as found: in about a third of the passages. */
  private static final double LEAST_IDF = 1;

  private final LiveIndex live;
  private final Ranking ranking;
  private final AnswerReader reader;

  public PassageSearch(LiveIndex live, Ranking ranking, AnswerReader reader) {
    this.live = live;
    this.ranking = ranking;
    this.reader = reader;
  }

  /**
   * Returns the index as it is now, for all that one answer wants of it.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public IndexLease acquire() {
    return live.acquire();
  }

  /**
   * Returns the best passages, the best first; those that were not looked at closely come last.
   *
   * @param text a question or some words
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<RetrievedPassage> search(String text, Filters filters, int k) {
    try (IndexLease lease = acquire()) {
      return search(text, filters, k, lease);
    }
  }

  /** Does {@link #search(String, Filters, int)} on a state of the index. */
  public List<RetrievedPassage> search(String text, Filters filters, int k, IndexLease lease) {
    PassageIndex index = lease.index();
    Query query = reader(index).read(text, text, filters);
    Reranker reranker = new Reranker(index, ranking, query, live.model().encodeQuery(query.text()));
    List<RetrievedPassage> found = new ArrayList<>(found(reranker.passages()));
    double least = found.isEmpty() ? 0 : found.getLast().score();
    reranker.others().forEach(
        p -> found.add(new RetrievedPassage(p.passage(), Math.min(least, ranking.score(p.score(), 0)))));
    return found.stream().limit(k).toList();
  }

  /**
   * Does {@link #retrieve(Inquiry, IndexLease)} for a question that stands alone, on the index as it is now.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public Retrieval retrieve(String text, Filters filters) {
    return retrieve(Inquiry.of(text, filters));
  }

  /**
   * Does {@link #retrieve(Inquiry, IndexLease)} on the index as it is now.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public Retrieval retrieve(Inquiry inquiry) {
    try (IndexLease lease = acquire()) {
      return retrieve(inquiry, lease);
    }
  }

  /** Returns the best passages and the spans in them that may answer, the best first. */
  public Retrieval retrieve(Inquiry inquiry, IndexLease lease) {
    PassageIndex index = lease.index();
    Query query = Stage.QUERY
        .time(() -> reader(index).read(inquiry.text(), inquiry.asked(), inquiry.filters()));
    TokenEmbeddings tokens = Stage.EMBED.time(() -> live.model().encodeQuery(query.text()));
    Reranker reranker = Stage.SEARCH.time(() -> new Reranker(index, ranking, query, tokens).readOn());
    Set<Integer> context = inquiry.leans() ? inquiry.cited() : Set.of();
    List<Candidate> candidates = Stage.RERANK.time(() -> reranker.candidates(query, LetterThread.NONE));
    LetterThread thread = new LetterThread(replies(query, context, candidates, index));
    if (!thread.replies().isEmpty()) {
      reranker.include(thread.replies().keySet());
      candidates = Stage.RERANK.time(() -> reranker.candidates(query, thread));
    }
    List<Span> asked = ranking.parts() ? query.parts() : List.of();
    List<List<Candidate>> parts = Stage.RERANK.time(() -> asked.stream()
        .map(part -> reranker.candidates(query.on(part), thread).stream().limit(PER_PART).toList()).toList());
    double read = Stage.READ.time(() -> reader.best(query.text(), inquiry.asked(), reranker.found()));
    return new Retrieval(query, found(reranker.passages()), candidates, parts,
        Grounds.of(query, index, reranker.passages(), candidates, read));
  }

  private QueryReader reader(PassageIndex index) {
    return new QueryReader(live.analyzer(), spelling(index)::mend);
  }

  private Spelling spelling(PassageIndex index) {
    return new Spelling(index, live.model()::isWord);
  }

  /** Returns the replies to what the answer before cited, or else to what the best candidates are from. */
  private static Map<Integer, Double> replies(Query query, Set<Integer> context, List<Candidate> candidates,
      PassageIndex index) {
    if (!LetterThread.asksForReply(query.focused())) {
      return Map.of();
    }
    Set<Integer> letters = !context.isEmpty()
        ? context
        : candidates.stream().map(c -> c.document().number()).distinct().limit(LETTERS)
            .collect(Collectors.toSet());
    double sure = context.isEmpty() ? GUESSED : 1;
    Map<Integer, Double> replies = new HashMap<>();
    for (int letter : letters) {
      index.correspondence().repliesTo(letter)
          .forEach((reply, fit) -> replies.merge(reply, sure * fit, Math::max));
    }
    return replies;
  }

  private List<RetrievedPassage> found(List<Reranked> passages) {
    return passages.stream().map(p -> new RetrievedPassage(p.passage(), ranking.score(p.fused(), p.late())))
        .toList();
  }

  /**
   * Returns where a passage has the words and names of a query, in any form of them; common words do not count.
   */
  public List<Span> matches(String query, Passage passage, IndexLease lease) {
    PassageIndex index = lease.index();
    Set<String> wanted = index.analyzer().terms(spelling(index).mend(query)).stream().map(Term::text)
        .filter(term -> index.idf(term) >= LEAST_IDF).collect(Collectors.toSet());
    int offset = passage.span().start();
    return index.analyzer().terms(passage.text()).stream().filter(term -> wanted.contains(term.text()))
        .map(term -> new Span(offset + term.start(), offset + term.end())).toList();
  }

  /**
   * Returns the documents with a sentence that has all of some words, in any ending, and of a name in any form.
   *
   * @param beside what the sentence shown had better have, too; may be empty
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<Mention> mentions(String words, String beside, Filters filters) {
    try (IndexLease lease = acquire()) {
      PassageIndex index = lease.index();
      return new MentionFinder(index, LEAST_IDF).find(spelling(index).mend(words), beside, filters);
    }
  }

  /**
   * Returns the scorer that tells whether passages support claims, by the index's own words and names; it works as
   * long as the lease is open.
   */
  public SupportScorer support(IndexLease lease) {
    PassageIndex index = lease.index();
    double rarest = index.idf("");
    return new SupportScorer(live.analyzer(), term -> Math.max(0, index.idf(term)) / rarest);
  }

  /** Returns the places in a span of a document of what the query asks for, where rules can tell. */
  public List<Span> wanted(Query query, Document document, Span span) {
    String words = span.of(document.text());
    return new WantedFinder(query, live.analyzer()).find(words, live.analyzer().terms(words), 0).stream()
        .map(found -> new Span(span.start() + found.start(), span.start() + found.end())).toList();
  }
}
