package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.HybridRetriever.Fused;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;
import org.readingroom.timing.Stage;

/** Finds passages of one collection for a question, and the spans in them that may answer it. */
public class PassageSearch implements EvidenceSearch {

  /** How many candidates are kept for each part of a question. */
  private static final int PER_PART = 30;
  /** How many words are looked for at once, and how many documents that have them are taken. */
  private static final int STRETCH = 20;
  private static final int PER_STRETCH = 20;
  /** Of how many of the best documents the replies are looked at. */
  private static final int LETTERS = 3;
  /** How much a reply counts where what it replies to was guessed and not cited before. */
  private static final double GUESSED = 0.65;
  /** How rare a word is at least that is shown as found: in about a third of the passages. */
  private static final double LEAST_IDF = 1;

  private final LiveIndex live;
  private final Ranking ranking;
  private final AnswerReader reader;
  private final PassageReader model;

  public PassageSearch(LiveIndex live, Ranking ranking, PassageReader reader) {
    this.live = live;
    this.ranking = ranking;
    this.reader = new AnswerReader(reader, ranking);
    this.model = reader;
  }

  /**
   * Returns the index as it is now, for all that one answer wants of it.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public IndexLease acquire() {
    return live.acquire();
  }

  @Override
  public SearchSession open() {
    IndexLease lease = acquire();
    return new SearchSession() {

      @Override
      public Retrieval retrieve(Inquiry inquiry) {
        return PassageSearch.this.retrieve(inquiry, lease);
      }

      @Override
      public List<RetrievedPassage> search(String text, Filters filters, int k) {
        return PassageSearch.this.search(text, filters, k, lease);
      }

      @Override
      public SupportScorer support() {
        return PassageSearch.this.support(lease);
      }

      @Override
      public List<Span> wanted(Query query, Document document, Span span) {
        return PassageSearch.this.wanted(query, document, span);
      }

      @Override
      public List<Span> matches(String query, Passage passage) {
        return PassageSearch.this.matches(query, passage, lease);
      }

      @Override
      public List<String> limits(Retrieval retrieval) {
        return PassageSearch.this.limits(retrieval);
      }

      @Override
      public void close() {
        lease.close();
      }
    };
  }

  @Override
  public boolean has(Document document) {
    return live.isOf(document.collection());
  }

  /**
   * Returns the best passages, the best first.
   *
   * @param text a question or some words
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  @Override
  public List<RetrievedPassage> search(String text, Filters filters, int k) {
    try (IndexLease lease = acquire()) {
      return search(text, filters, k, lease);
    }
  }

  /** Does {@link #search(String, Filters, int)} on a state of the index. */
  public List<RetrievedPassage> search(String text, Filters filters, int k, IndexLease lease) {
    IndexSnapshot index = lease.index();
    Query query = reader(index).read(text, text, filters);
    return found(new HybridRetriever(index, ranking).retrieve(query, vector(query)))
        .stream().limit(k).toList();
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

  /**
   * Returns the documents that have the most of some words, all of them together and each stretch of them alone: a
   * quotation may be put together from several places. Those that were found the most often come first.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<Document> documentsWith(String words) {
    List<String> stretches = new ArrayList<>(List.of(words));
    List<String> all = List.of(words.split("\\s+"));
    for (int from = 0; all.size() > STRETCH && from < all.size(); from += STRETCH) {
      stretches.add(String.join(" ", all.subList(from, Math.min(from + STRETCH, all.size()))));
    }
    if (live.state() instanceof IndexState.Closed) {
      live.openIfCurrent();
    }
    try (IndexLease lease = acquire()) {
      HybridRetriever retriever = new HybridRetriever(lease.index(), ranking);
      QueryReader reader = new QueryReader(live.analyzer(), UnaryOperator.identity());
      Map<Document, Integer> found = new LinkedHashMap<>();
      for (String stretch : stretches) {
        Query query = reader.read(stretch, stretch, Filters.NONE);
        Stream.concat(retriever.withAll(query).stream(), retriever.lexical(query).stream())
            .map(Passage::document).distinct().limit(PER_STRETCH)
            .forEach(document -> found.merge(document, 1, Integer::sum));
      }
      return found.keySet().stream().sorted(Comparator.comparing(found::get, Comparator.reverseOrder()))
          .toList();
    }
  }

  /** Returns the best passages and the spans in them that may answer, the best first. */
  public Retrieval retrieve(Inquiry inquiry, IndexLease lease) {
    Sought sought = seek(inquiry, lease, spelling(lease.index())::mend);
    List<Fused> found = Stage.SEARCH
        .time(() -> new HybridRetriever(sought.index(), ranking).retrieve(sought.query(),
            vector(sought.query())));
    ReadPassages read = Stage.READ
        .time(() -> reader.weighing(rarity(lease)).read(sought.query().text(), found));
    return answers(sought, found, read);
  }

  /**
   * Is a question as it is searched in one index.
   *
   * @param context the numbers of the documents that were cited before, where the question leans on that
   */
  record Sought(IndexSnapshot index, Query query, Set<Integer> context) {}

  /**
   * Reads a question for what it names in one index.
   *
   * @param mend mends misspelt words
   */
  Sought seek(Inquiry inquiry, IndexLease lease, UnaryOperator<String> mend) {
    IndexSnapshot index = lease.index();
    Query query = Stage.QUERY.time(() -> new QueryReader(live.analyzer(), mend, index.names())
        .read(inquiry.text(), inquiry.asked(), inquiry.filters()));
    Set<Integer> context = inquiry.leans()
        ? inquiry.cited().stream().filter(this::has).map(Document::number).collect(Collectors.toSet())
        : Set.of();
    return new Sought(index, query, context);
  }

  /** Returns the vector by which a question is searched: the reader's where it was trained to search, or the encoder's. */
  float[] vector(Query query) {
    return Stage.EMBED.time(() -> model.vector(query.text(), live.model().modelName())
        .orElseGet(() -> live.model().embedQuery(query.text())));
  }

  /** Returns the reader of passages. */
  AnswerReader reader() {
    return reader;
  }

  /** Returns how passages are ranked. */
  Ranking ranking() {
    return ranking;
  }

  /** Returns the spelling of several collections. */
  Spelling spelling(List<IndexSnapshot> indexes) {
    return new Spelling(indexes, live.model()::isWord);
  }

  /**
   * Returns what may answer, the best first.
   *
   * @param found the passages found, the best first
   * @param read what was read of them
   */
  Retrieval answers(Sought sought, List<Fused> found, ReadPassages read) {
    IndexSnapshot index = sought.index();
    Query query = sought.query();
    PassagePool pool = new PassagePool(index, ranking, query, found);
    List<Candidate> candidates = Stage.RERANK
        .time(() -> candidates(query, index, read, pool, LetterThread.NONE));
    LetterThread thread = new LetterThread(replies(query, sought.context(), candidates, index));
    if (!thread.replies().isEmpty()) {
      pool.add(new PassageFilters(index).passages(query.filters(), thread.replies().keySet()));
      candidates = Stage.RERANK.time(() -> candidates(query, index, read, pool, thread));
    }
    List<Span> asked = ranking.parts() ? query.parts() : List.of();
    List<List<Candidate>> parts = Stage.RERANK
        .time(() -> asked.stream().map(part -> candidates(query.on(part), index, read, pool, thread).stream()
            .limit(PER_PART).toList()).toList());
    return new Retrieval(query, looked(pool, read), candidates, parts, read.grounds());
  }

  private List<Candidate> candidates(Query query, IndexSnapshot index, ReadPassages read, PassagePool pool,
      LetterThread thread) {
    return new CandidateRanker(ranking, index, query, read, thread).rank(pool.passages());
  }

  private QueryReader reader(IndexSnapshot index) {
    return new QueryReader(live.analyzer(), spelling(index)::mend, index.names());
  }

  private Spelling spelling(IndexSnapshot index) {
    return spelling(List.of(index));
  }

  /** Returns the replies to what the answer before cited, or else to what the best candidates are from. */
  private static Map<Integer, Double> replies(Query query, Set<Integer> context, List<Candidate> candidates,
      IndexSnapshot index) {
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

  /** Returns the passages that were looked at, the best first: by what the reader and the search think of them. */
  private List<RetrievedPassage> looked(PassagePool pool, ReadPassages read) {
    double both = ranking.weight(Signal.READ) + ranking.weight(Signal.FOUND);
    return pool.passages().stream()
        .map(p -> new RetrievedPassage(p.passage(),
            (ranking.weight(Signal.READ) * read.score(p.passage()) + ranking.weight(Signal.FOUND) * p.score())
                / both))
        .sorted(Comparator.comparingDouble(RetrievedPassage::score).reversed()).toList();
  }

  private static List<RetrievedPassage> found(List<Fused> passages) {
    return passages.stream().map(p -> new RetrievedPassage(p.passage(), p.score())).toList();
  }

  /**
   * Returns where a passage has the words and names of a query, in any form of them; common words do not count.
   */
  public List<Span> matches(String query, Passage passage, IndexLease lease) {
    IndexSnapshot index = lease.index();
    Set<String> wanted = index.analyzer().terms(spelling(index).mend(query)).stream().map(Term::text)
        .filter(term -> index.idf(term) >= LEAST_IDF).collect(Collectors.toSet());
    WholeWords whole = passage.wholeWords();
    return index.analyzer().terms(whole.text()).stream().filter(term -> wanted.contains(term.text()))
        .map(term -> new Span(whole.place(term.start()), whole.place(term.end() - 1) + 1)).toList();
  }

  /**
   * Returns the documents with a sentence that has all of some words, in any ending, and of a name in any form.
   *
   * @param beside what the sentence shown had better have, too; may be empty
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<Mention> mentions(String words, String beside, Filters filters) {
    try (IndexLease lease = acquire()) {
      IndexSnapshot index = lease.index();
      return new MentionFinder(index, LEAST_IDF).find(spelling(index).mend(words), beside, filters);
    }
  }

  /**
   * Returns the scorer that tells whether passages support claims, by the index's own words and names; it works as
   * long as the lease is open.
   */
  public SupportScorer support(IndexLease lease) {
    return new SupportScorer(live.analyzer(), rarity(lease), model);
  }

  /** Returns what tells how rare a term is in the index, from 0 to 1. */
  ToDoubleFunction<String> rarity(IndexLease lease) {
    IndexSnapshot index = lease.index();
    return term -> Math.max(0, index.idf(term)) / index.idf("");
  }

  /** Returns the names that the collection's own list has. */
  Authority authority() {
    return live.authority();
  }

  /** Returns a scorer that knows the names of several collections. */
  SupportScorer support(TextAnalyzer names, ToDoubleFunction<String> rarity) {
    return new SupportScorer(names, rarity, model);
  }

  /** Returns what could not be done for a question in its language; what an encoder of one's own knows is not known. */
  public List<String> limits(Retrieval retrieval) {
    List<String> said = EnglishOnly.said(retrieval);
    return said.isEmpty() || live.model().isBundled() ? said : List.of();
  }

  /** Returns the places in a span of a document of what the query asks for, where rules can tell. */
  public List<Span> wanted(Query query, Document document, Span span) {
    String words = span.of(document.text());
    return new WantedFinder(query, live.analyzer()).find(words, live.analyzer().terms(words), 0).stream()
        .map(found -> new Span(span.start() + found.start(), span.start() + found.end())).toList();
  }
}
