package org.readingroom.answer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.ReadPassage;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.SupportScorer;

/** Finds the same passages whatever is searched, and remembers what was. */
public final class FakeSearch extends PassageSearch {

  public final List<String> queries = new CopyOnWriteArrayList<>();
  public final List<Filters> filters = new CopyOnWriteArrayList<>();
  private final List<Passage> passages;
  private final List<ReadPassage> read;

  /** Finds each document as one passage. */
  public FakeSearch(Document... documents) {
    this(List.of(documents).stream().map(Samples::passage).toList());
  }

  /** Finds the passages and reads none of them. */
  FakeSearch(List<Passage> passages) {
    super(null, null, null);
    this.passages = passages;
    this.read = List.of();
  }

  /** Finds what was read, with which the extractive model answers. */
  FakeSearch(ReadPassage... read) {
    super(null, null, null);
    this.passages = List.of();
    this.read = List.of(read);
  }

  @Override
  public List<RetrievedPassage> search(String text, Filters restricted, int k) {
    return retrieve(text, restricted).passages().stream().limit(k).toList();
  }

  @Override
  public Retrieval retrieve(String text, Filters restricted) {
    queries.add(text);
    filters.add(restricted);
    return read.isEmpty()
        ? Samples.retrieval(text, passages)
        : Samples.retrieval(text, read.toArray(ReadPassage[]::new));
  }

  @Override
  public SupportScorer support() {
    return SupportScorer.of(new Authority(List.of(
        new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", List.of("Stalin", "Filippov")),
        new Authority.Entry(Authority.Type.PERSON, "Mao Zedong", List.of("Mao")),
        new Authority.Entry(Authority.Type.PERSON, "Kim Il Sung", List.of("Kim")),
        new Authority.Entry(Authority.Type.PERSON, "Zhou Enlai", List.of("Zhou")),
        new Authority.Entry(Authority.Type.PLACE, "Korea", List.of()))));
  }
}
