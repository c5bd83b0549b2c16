package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.search.CountedWords;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexLease;
import org.readingroom.search.Inquiry;
import org.readingroom.search.Leases;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Query;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SupportScorer;

/** Finds the same passages whatever is searched, and remembers what was. */
public final class FakeSearch extends PassageSearch {

  public final List<Inquiry> inquiries = new CopyOnWriteArrayList<>();
  public final List<String> queries = new CopyOnWriteArrayList<>();
  public final List<Filters> filters = new CopyOnWriteArrayList<>();
  /** The states of the index that were asked for, and on which was searched or checked. */
  final List<IndexLease> acquired = new CopyOnWriteArrayList<>();
  final List<IndexLease> used = new CopyOnWriteArrayList<>();
  private final List<Passage> passages;
  private final String wanted;
  private final List<org.readingroom.search.Candidate> candidates;

  /** Finds each document as one passage. */
  public FakeSearch(Document... documents) {
    this(List.of(documents).stream().map(Samples::passage).toList(), "");
  }

  /**
   * Finds the passages.
   *
   * @param wanted the words that are found to answer wherever they stand; none if empty
   */
  FakeSearch(List<Passage> passages, String wanted) {
    super(null, null, null);
    this.passages = passages;
    this.wanted = wanted;
    this.candidates = List.of();
  }

  /** Finds candidates, which the extractive model answers with. */
  FakeSearch(List<org.readingroom.search.Candidate> candidates) {
    super(null, null, null);
    this.passages = List.of();
    this.wanted = "";
    this.candidates = candidates;
  }

  @Override
  public List<String> limits(Retrieval retrieval) {
    return List.of();
  }

  /** Has the documents of the collections that tests are about, and none of one called {@code other}. */
  @Override
  public boolean has(Document document) {
    return !document.collection().equals("other");
  }

  @Override
  public List<RetrievedPassage> search(String text, Filters restricted, int k) {
    return retrieve(text, restricted).passages().stream().limit(k).toList();
  }

  @Override
  public IndexLease acquire() {
    IndexLease lease = Leases.ofNothing();
    acquired.add(lease);
    return lease;
  }

  @Override
  public Retrieval retrieve(Inquiry inquiry, IndexLease lease) {
    use(lease);
    inquiries.add(inquiry);
    queries.add(inquiry.text());
    filters.add(inquiry.filters());
    return candidates.isEmpty()
        ? Samples.retrieval(inquiry.text(), passages)
        : Samples.retrieval(org.readingroom.search.AnswerType.OTHER, candidates);
  }

  private void use(IndexLease lease) {
    assertThat(Leases.isOpen(lease)).isTrue();
    used.add(lease);
  }

  @Override
  public SupportScorer support(IndexLease lease) {
    use(lease);
    return CountedWords.scorer(new Authority(List.of(
        new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov")),
        new Authority.Entry(Authority.Type.PERSON, "Mao Zedong", List.of("Mao")),
        new Authority.Entry(Authority.Type.PERSON, "Kim Il Sung", List.of("Kim")),
        new Authority.Entry(Authority.Type.PERSON, "Zhou Enlai", List.of("Zhou")),
        new Authority.Entry(Authority.Type.PLACE, "Korea", List.of()))));
  }

  @Override
  public List<Span> wanted(Query query, Document document, Span span) {
    int at = wanted.isEmpty() ? -1 : document.text().indexOf(wanted, span.start());
    return at < 0 || at + wanted.length() > span.end()
        ? List.of()
        : List.of(new Span(at, at + wanted.length()));
  }
}
