package org.readingroom.solr;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexKey;
import org.readingroom.index.IndexUpdate;
import org.readingroom.index.IndexedPassage;
import org.readingroom.index.PassageFilter;
import org.readingroom.text.TextAnalyzer;

/**
 * Changes a collection on the servers under a lock. What is written is seen after the commit; where it breaks off, the
 * collection has no mark, and the next update writes everything again, embedding nothing that is there.
 */
final class SolrUpdate implements IndexUpdate {

  /** How many keys are sent at once. */
  private static final int SENT = 500;
  /** Up to how many passages all are merged, so that terms are counted without those that were deleted. */
  private static final int MAX_IN_ONE = 50_000;

  private final SolrServers servers;
  private final String collection;
  private final SolrLock lock;
  private final IndexKey key;
  private final boolean kept;
  private final List<String> sources;
  private final SolrRecords records;
  /** The keys of the documents that are there and have neither been deleted nor written again. */
  private final Set<String> old;

  private SolrUpdate(SolrServers servers, String collection, SolrLock lock, IndexKey key, boolean kept,
      List<String> sources, TextAnalyzer analyzer) {
    this.servers = servers;
    this.collection = collection;
    this.lock = lock;
    this.key = key;
    this.kept = kept;
    this.sources = sources;
    this.records = new SolrRecords(analyzer);
    this.old = keys();
  }

  /**
   * Begins an update, with which the collection loses its mark.
   *
   * @param reuse whether what is there is used
   * @param sources the collections whose vectors are used
   */
  static SolrUpdate begin(SolrServers servers, String collection, SolrLock lock, IndexKey key, boolean reuse,
      List<String> sources, TextAnalyzer analyzer) {
    boolean whole = SolrMark.of(servers, collection).isPresent();
    SolrMark.remove(servers, collection);
    return new SolrUpdate(servers, collection, lock, key, whole && reuse, reuse ? sources : List.of(),
        analyzer);
  }

  private Set<String> keys() {
    return SolrIndex
        .values(servers, collection, SolrQueries.passages(PassageFilter.NONE), Fields.DOCUMENT)
        .stream().map(String::valueOf)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public Set<String> documents() {
    return kept ? Set.copyOf(old) : Set.of();
  }

  @Override
  public Set<String> known(Collection<String> embedded) {
    Set<String> known = new HashSet<>();
    for (String source : sources) {
      records(source, embedded, Fields.EMBEDDED).forEach(record -> known.add(digest(record)));
    }
    return known;
  }

  @Override
  public Map<String, byte[]> vectors(Collection<String> embedded) {
    Map<String, byte[]> vectors = new HashMap<>();
    for (String source : sources) {
      records(source, embedded, Fields.EMBEDDED, Fields.VECTOR)
          .forEach(record -> vectors.putIfAbsent(digest(record), SolrRecords.vector(record)));
    }
    return vectors;
  }

  private static String digest(SolrDocument record) {
    return String.valueOf(record.getFieldValue(Fields.EMBEDDED));
  }

  /** Returns records of some digests; several passages may have one, of which one of each shard suffices. */
  private SolrDocumentList records(String source, Collection<String> embedded, String... fields) {
    return servers.search(SolrQueries.having(Fields.EMBEDDED, embedded)
        .setLimit(embedded.size() * servers.settings().shards())
        .withFilter("{!collapse field=" + Fields.EMBEDDED + "}").returnFields(fields), source)
        .getResults();
  }

  @Override
  public void delete(Collection<String> documents) {
    List<String> all = List.copyOf(documents);
    for (int from = 0; from < all.size(); from += SENT) {
      send(new UpdateRequest().deleteByQuery(
          SolrQueries.oneOf(Fields.DOCUMENT, all.subList(from, Math.min(all.size(), from + SENT)))));
    }
    old.removeAll(all);
  }

  @Override
  public void add(List<IndexedPassage> passages) {
    send(new UpdateRequest().add(passages.stream().map(records::of).toList()));
    passages.forEach(passage -> old.remove(passage.document()));
  }

  private void send(UpdateRequest request) {
    lock.ensureHeld();
    servers.change(request, collection);
  }

  @Override
  public void commit() {
    if (!kept) {
      delete(Set.copyOf(old));
    }
    UpdateRequest commit = new UpdateRequest();
    commit.setAction(UpdateRequest.ACTION.COMMIT, true, true);
    send(commit);
    long passages = servers
        .search(SolrQueries.passages(PassageFilter.NONE).setLimit(0), collection).getResults().getNumFound();
    if (passages <= MAX_IN_ONE) {
      UpdateRequest merge = new UpdateRequest();
      merge.setAction(UpdateRequest.ACTION.OPTIMIZE, true, true, 1);
      send(merge);
    }
    lock.ensureHeld();
    new SolrMark(key, Math.toIntExact(passages)).set(servers, collection);
  }

  @Override
  public void close() {
    // What was not committed is written again by the next update.
  }
}
