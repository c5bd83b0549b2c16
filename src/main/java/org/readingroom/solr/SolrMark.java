package org.readingroom.solr;

import java.util.List;
import java.util.Optional;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexKey;

/**
 * Says that a collection on the servers is whole, and what it holds; it is missing while the collection is changed.
 *
 * @param passages how many passages it holds
 */
record SolrMark(IndexKey key, int passages) {

  private static final String ID = "§mark";
  private static final String KEY = "key";
  private static final String FORM = "form";
  private static final String VECTORS = "vectors";
  private static final String PASSAGES = "passages";

  /** Returns the mark of a collection. */
  static Optional<SolrMark> of(SolrServers servers, String collection) {
    return servers
        .search(SolrQueries.having(Fields.ID, List.of(ID)).returnFields(KEY, FORM, VECTORS, PASSAGES),
            collection)
        .getResults().stream()
        .filter(record -> record.getFieldValue(PASSAGES) != null).map(SolrMark::of).findFirst();
  }

  private static SolrMark of(SolrDocument record) {
    return new SolrMark(new IndexKey(String.valueOf(record.getFieldValue(KEY)),
        String.valueOf(record.getFieldValue(FORM)), String.valueOf(record.getFieldValue(VECTORS))),
        ((Number) record.getFieldValue(PASSAGES)).intValue());
  }

  /** Marks a collection once all that has been written to it is seen. */
  void set(SolrServers servers, String collection) {
    SolrInputDocument record = new SolrInputDocument();
    record.setField(Fields.ID, ID);
    record.setField(KEY, key.key());
    record.setField(FORM, key.form());
    record.setField(VECTORS, key.vectors());
    record.setField(PASSAGES, passages);
    servers.change(committed(new UpdateRequest().add(record)), collection);
  }

  /** Takes the mark off a collection, and makes all that has been written to it seen. */
  static void remove(SolrServers servers, String collection) {
    servers.change(committed(new UpdateRequest().deleteById(ID)), collection);
  }

  private static UpdateRequest committed(UpdateRequest request) {
    request.setAction(UpdateRequest.ACTION.COMMIT, true, true);
    return request;
  }
}
