package org.readingroom.solr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.json.JsonQueryRequest;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.TermsResponse;
import org.apache.solr.client.solrj.response.json.BucketBasedJsonFacet;
import org.apache.solr.client.solrj.response.json.BucketJsonFacet;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.CursorMarkParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.readingroom.collection.Document;
import org.readingroom.index.Contents;
import org.readingroom.index.Fields;
import org.readingroom.index.Hit;
import org.readingroom.index.IndexException;
import org.readingroom.index.IndexField;
import org.readingroom.index.IndexKey;
import org.readingroom.index.PackedPassage;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.Vectors;
import org.readingroom.index.WeightedTerm;
import org.readingroom.passage.Passage;

/**
 * The passages of a collection on the search servers, of those documents that were known when it was opened.
 *
 * <p>
 * The servers keep no old states. Where a collection changes meanwhile, what is found of documents that have changed is
 * left out, so that no passage is taken for one of another text.
 */
final class SolrIndex implements PassageIndex {

  /** How many records are asked for at once where all are wanted. */
  private static final int PAGE = 1_000;
  private static final String[] HELD = {Fields.NUMBER, Fields.DOCUMENT, Fields.PASSAGE, "score"};

  private final SolrServers servers;
  private final String collection;
  private final int size;
  private final Map<Integer, Document> documents = new HashMap<>();
  private final Map<Integer, String> keys = new ConcurrentHashMap<>();
  private final AtomicInteger users = new AtomicInteger(1);
  private volatile boolean gone;

  /**
   * Takes a collection of the servers.
   *
   * @param size how many passages it has
   */
  SolrIndex(SolrServers servers, String collection, int size, Contents contents) {
    this.servers = servers;
    this.collection = collection;
    this.size = size;
    contents.documents().forEach(document -> documents.put(document.number(), document));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int counted() {
    return size;
  }

  @Override
  public List<Hit> byWords(List<WeightedTerm> anyOf, PassageFilter filter, int limit) {
    return anyOf.isEmpty() || filter.isEmpty()
        ? List.of()
        : hits(SolrQueries.anyOf(anyOf, filter), limit, SolrIndex::score);
  }

  @Override
  public List<Hit> byAllWords(Collection<Set<String>> allOf, PassageFilter filter, int limit) {
    return allOf.isEmpty() || filter.isEmpty()
        ? List.of()
        : hits(SolrQueries.allOf(allOf, filter), limit, SolrIndex::score);
  }

  @Override
  public List<Hit> byVector(float[] vector, PassageFilter filter, int limit) {
    return filter.isEmpty()
        ? List.of()
        : hits(SolrQueries.nearest(Vectors.bytes(vector), filter, limit), limit,
            record -> Vectors.cosine((float) score(record), vector.length));
  }

  private List<Hit> hits(JsonQueryRequest request, int limit, ToDoubleFunction<SolrDocument> score) {
    request.setLimit(limit)
        .setSort("score desc, " + Fields.NUMBER + " asc, " + SolrFields.ORDINAL + " asc");
    return ask(() -> servers.search(request.returnFields(HELD), collection)).getResults().stream()
        .flatMap(record -> passage(record).map(passage -> new Hit(passage, score.applyAsDouble(record)))
            .stream())
        .toList();
  }

  /** Asks the servers; where they refuse, it is found out whether they still have the collection. */
  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (SolrRefusal e) {
      try {
        if (!gone && !servers.collections().contains(collection)) {
          gone = true;
        }
      } catch (IndexException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private static double score(SolrDocument record) {
    return ((Number) record.getFieldValue("score")).doubleValue();
  }

  /** Returns the passage of a record, none where its document is not the one that is known. */
  private Optional<Passage> passage(SolrDocument record) {
    int number = ((Number) record.getFieldValue(Fields.NUMBER)).intValue();
    Document document = documents.get(number);
    if (document == null || !key(document).equals(record.getFieldValue(Fields.DOCUMENT))) {
      return Optional.empty();
    }
    return Optional.of(PackedPassage.passage(SolrRecords.packed(record), same -> document));
  }

  private String key(Document document) {
    return keys.computeIfAbsent(document.number(), number -> IndexKey.of(document));
  }

  @Override
  public List<Passage> all(PassageFilter filter) {
    List<Passage> found = new ArrayList<>();
    String next = filter.isEmpty() ? "" : CursorMarkParams.CURSOR_MARK_START;
    while (!next.isEmpty()) {
      JsonQueryRequest request = SolrQueries.passages(filter).setLimit(PAGE).returnFields(HELD)
          .setSort(Fields.NUMBER + " asc, " + SolrFields.ORDINAL + " asc, " + Fields.ID + " asc")
          .withParam(CursorMarkParams.CURSOR_MARK_PARAM, next);
      QueryResponse page = ask(() -> servers.search(request, collection));
      page.getResults().forEach(record -> passage(record).ifPresent(found::add));
      next = page.getResults().size() < PAGE ? "" : page.getNextCursorMark();
    }
    return found;
  }

  @Override
  public Set<Integer> documentsWith(Set<String> terms) {
    if (terms.isEmpty()) {
      return Set.of();
    }
    return ask(() -> values(servers, collection, SolrQueries.textOrHeader(terms), Fields.NUMBER)).stream()
        .map(value -> ((Number) value).intValue()).collect(Collectors.toSet());
  }

  /** Returns the different values of a field in the records that a request asks for. */
  static Set<Object> values(SolrServers servers, String collection, JsonQueryRequest request, String field) {
    request.setLimit(0).withFacet("values", Map.of("type", "terms", "field", field, "limit", -1));
    QueryResponse response = servers.search(request, collection);
    BucketBasedJsonFacet facet = response.getJsonFacetingResponse() == null
        ? null
        : response.getJsonFacetingResponse().getBucketBasedFacets("values");
    return facet == null
        ? Set.of()
        : facet.getBuckets().stream().map(BucketJsonFacet::getVal).collect(Collectors.toSet());
  }

  @Override
  public Map<String, Integer> counts(IndexField field, Collection<String> terms) {
    Map<String, Integer> counts = new HashMap<>();
    terms.forEach(term -> counts.put(term, 0));
    String asked = terms.stream().filter(term -> !term.isEmpty()).distinct()
        .map(term -> term.replaceAll("[\\\\,]", "\\\\$0")).collect(Collectors.joining(","));
    if (!asked.isEmpty()) {
      terms(field.fieldName(), "terms.list", asked)
          .forEach(term -> counts.put(term.getTerm(), (int) term.getFrequency()));
    }
    return counts;
  }

  @Override
  public Map<String, Long> wordsNear(String word) {
    String field = IndexField.WORDS.fieldName();
    Map<String, Long> found = new TreeMap<>();
    terms(field, "terms.prefix", word.substring(0, word.offsetByCodePoints(0, 1)), "terms.regex",
        SolrQueries.near(word), "terms.ttf", "true")
        .forEach(term -> found.put(term.getTerm(), term.getTotalTermFreq()));
    return found;
  }

  private List<TermsResponse.Term> terms(String field, String... params) {
    ModifiableSolrParams all = new ModifiableSolrParams();
    all.set("terms.fl", field);
    all.set("terms.limit", "-1");
    for (int i = 0; i < params.length; i += 2) {
      all.set(params[i], params[i + 1]);
    }
    QueryRequest request = new QueryRequest(all, METHOD.POST);
    request.setPath("/terms");
    return Objects.requireNonNullElse(
        ask(() -> servers.search(request, collection)).getTermsResponse().getTerms(field), List.of());
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  @Override
  public boolean retain() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  @Override
  public void release() {
    users.decrementAndGet();
  }
}
