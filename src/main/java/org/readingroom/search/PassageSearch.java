package org.readingroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;
import org.readingroom.search.HybridRetriever.Found;
import org.readingroom.timing.Stage;

/** Finds passages for a question and has them read. */
public class PassageSearch {

  /** How rare a word is at least that is shown as found: in about a third of the passages. */
  private static final double LEAST_IDF = 1;

  private final LiveIndex live;
  private final Ranking ranking;
  private final PassageReader reader;

  public PassageSearch(LiveIndex live, Ranking ranking, PassageReader reader) {
    this.live = live;
    this.ranking = ranking;
    this.reader = reader;
  }

  /**
   * Returns the best passages, the best first; those that were not read come last.
   *
   * @param text a question or some words
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<RetrievedPassage> search(String text, Filters filters, int k) {
    PassageIndex index = live.get();
    Query query = queries(index).read(text, filters);
    HybridRetriever.Hits hits = retrieve(index, query);
    List<RetrievedPassage> found = new ArrayList<>(
        passages(read(query, hits.toRead(Math.min(k, ranking.read())))));
    Set<Passage> seen = found.stream().map(RetrievedPassage::passage)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    double least = found.isEmpty() ? 0 : found.getLast().score();
    hits.fused().stream().filter(hit -> !seen.contains(hit.passage())).forEach(
        hit -> found.add(new RetrievedPassage(hit.passage(), least * Math.clamp(hit.score(), 0, 1))));
    return found.stream().limit(k).toList();
  }

  /**
   * Returns the best passages and what reading them gave, the best first.
   *
   * @param text the question, references to earlier turns resolved
   * @throws IndexNotReadyException while the index is not ready
   */
  public Retrieval retrieve(String text, Filters filters) {
    PassageIndex index = live.get();
    Query query = Stage.QUERY.time(() -> queries(index).read(text, filters));
    HybridRetriever.Hits hits = retrieve(index, query);
    List<ReadPassage> read = read(query, hits.toRead(ranking.read()));
    return new Retrieval(query, passages(read), read);
  }

  /**
   * Returns the passages that would be read for a question, in the order in which they would be taken.
   *
   * @param k how many passages at most
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<Passage> candidates(String text, Filters filters, int k) {
    PassageIndex index = live.get();
    return retrieve(index, queries(index).read(text, filters)).toRead(k).stream().map(Found::passage).toList();
  }

  private HybridRetriever.Hits retrieve(PassageIndex index, Query query) {
    float[] vector = Stage.EMBED.time(() -> live.model().embedQuery(query.text()));
    return Stage.SEARCH.time(() -> new HybridRetriever(index, ranking).retrieve(query, vector));
  }

  private List<ReadPassage> read(Query query, List<Found> hits) {
    List<Reading> readings = Stage.READ.time(() -> reader.read(query.text(),
        hits.stream().map(hit -> readable(hit.passage())).toList()));
    List<ReadPassage> read = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Found hit = hits.get(i);
      Reading reading = readings.get(i);
      double common = ranking.passage() * reading.answers() + ranking.found() * hit.score();
      read.add(new ReadPassage(hit.passage(), hit.score(), reading.answers(),
          reading.sentences().stream().map(score -> score + common).toList()));
    }
    read.sort(Comparator.comparingDouble(ReadPassage::best).reversed());
    return read;
  }

  private static ReadablePassage readable(Passage passage) {
    String text = passage.document().text();
    return new ReadablePassage(header(passage.document()),
        passage.sentences().stream().map(sentence -> sentence.span().of(text)).toList());
  }

  /** Returns a document's number, title, date, sender and addressee as the reader was trained to see them. */
  private static String header(Document document) {
    StringBuilder header = new StringBuilder("no. ").append(document.number()).append(", ")
        .append(document.title());
    if (document.date().isKnown()) {
      header.append(", ").append(document.date().iso());
    }
    if (document.from() != null || document.to() != null) {
      String from = document.from() == null ? "" : document.from();
      String to = document.to() == null ? "" : " to " + document.to();
      header.append(" (").append((from + to).strip()).append(')');
    }
    return header.toString();
  }

  /** Returns the passages with the chance that each answers, by the reader's own scale. */
  private static List<RetrievedPassage> passages(List<ReadPassage> read) {
    return read.stream()
        .map(passage -> new RetrievedPassage(passage.passage(), 1 / (1 + Math.exp(-passage.best()))))
        .toList();
  }

  private QueryReader queries(PassageIndex index) {
    return new QueryReader(live.analyzer(), spelling(index)::mend);
  }

  private Spelling spelling(PassageIndex index) {
    return new Spelling(index, live.model()::isWord);
  }

  /**
   * Returns where a passage has the words and names of a query, in any form of them; common words do not count.
   *
   * @throws IndexNotReadyException while the index is not ready
   */
  public List<Span> matches(String query, Passage passage) {
    PassageIndex index = live.get();
    Set<String> wanted = index.analyzer().terms(spelling(index).mend(query)).stream().map(Term::text)
        .filter(term -> index.idf(term) >= LEAST_IDF).collect(Collectors.toSet());
    int offset = passage.span().start();
    return index.analyzer().terms(passage.text()).stream().filter(term -> wanted.contains(term.text()))
        .map(term -> new Span(offset + term.start(), offset + term.end())).toList();
  }

  /** Returns the scorer that tells whether passages support claims, by the index's own words and names. */
  public SupportScorer support() {
    PassageIndex index = live.get();
    double rarest = index.idf("");
    return new SupportScorer(live.analyzer(), term -> Math.max(0, index.idf(term)) / rarest);
  }
}
