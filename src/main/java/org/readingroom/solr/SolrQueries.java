package org.readingroom.solr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.request.json.JsonQueryRequest;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.WeightedTerm;

/** Puts what is searched for into the servers' words. */
final class SolrQueries {

  /** Matches passages and nothing else. */
  private static final String NUMBERED = Fields.NUMBER + ":[* TO *]";

  private SolrQueries() {}

  /** Returns the request for records that have one of some values of a field. */
  static JsonQueryRequest having(String field, Collection<String> values) {
    return plain(oneOf(field, values));
  }

  /** Returns the request for passages, in no order of how well they fit. */
  static JsonQueryRequest passages(PassageFilter filter) {
    return plain(NUMBERED, filter);
  }

  /** Returns the request for the passages that have any of some terms, the best first. */
  static JsonQueryRequest anyOf(List<WeightedTerm> terms, PassageFilter filter) {
    StringBuilder query = new StringBuilder();
    Words words = new Words();
    terms.forEach(term -> query.append(words.term(term.field(), term.term())).append('^')
        .append((float) term.weight()).append(' '));
    return words.request(query, filter);
  }

  /** Returns the request for the passages whose text has a term of each of some sets, the best first. */
  static JsonQueryRequest allOf(Collection<Set<String>> sets, PassageFilter filter) {
    StringBuilder query = new StringBuilder();
    Words words = new Words();
    sets.forEach(set -> query.append("+(")
        .append(set.stream().map(term -> words.term(IndexField.TEXT, term)).collect(Collectors.joining(" ")))
        .append(") "));
    return words.request(query, filter);
  }

  /** Returns the request for the passages that have each of some terms in their text or header. */
  static JsonQueryRequest textOrHeader(Set<String> terms) {
    StringBuilder query = new StringBuilder();
    Words words = new Words();
    terms.forEach(term -> query.append("+(").append(words.term(IndexField.TEXT, term)).append(' ')
        .append(words.term(IndexField.HEADER, term)).append(") "));
    return words.request(query, PassageFilter.NONE);
  }

  /** Returns the request for the passages nearest to a vector, the nearest first; what is filtered is so before. */
  static JsonQueryRequest nearest(byte[] vector, PassageFilter filter, int limit) {
    return plain("{!knn f=" + Fields.VECTOR + " topK=" + limit + " v=$near}", filter)
        .withParam("near", Arrays.toString(vector));
  }

  /** Collects terms, which go to the servers as they are, beside the query. */
  private static final class Words {

    private final JsonQueryRequest request = macroless();
    private int count;

    String term(IndexField field, String term) {
      String name = "t" + count++;
      request.withParam(name, term);
      return "{!term f=" + field.fieldName() + " v=$" + name + "}";
    }

    JsonQueryRequest request(CharSequence query, PassageFilter filter) {
      request.withParam("words", query.toString()).setQuery("{!lucene q.op=OR v=$words}");
      filters(filter).forEach(request::withFilter);
      return request;
    }
  }

  /** Returns a request in whose terms nothing is replaced. */
  private static JsonQueryRequest macroless() {
    return new JsonQueryRequest().withParam("expandMacros", "false");
  }

  /** Returns a request that does not depend on how often terms stand in all shards. */
  private static JsonQueryRequest plain(String query) {
    return macroless().withParam("distrib.statsCache", "false").setQuery(query);
  }

  private static JsonQueryRequest plain(String query, PassageFilter filter) {
    JsonQueryRequest request = plain(query);
    filters(filter).forEach(request::withFilter);
    return request;
  }

  private static List<String> filters(PassageFilter filter) {
    List<String> all = new ArrayList<>();
    if (filter.documents() != null) {
      all.add(oneOf(Fields.NUMBER, filter.documents().stream().map(String::valueOf).toList()));
    }
    if (filter.passages() != null) {
      all.add(oneOf(Fields.ID, filter.passages()));
    }
    if (filter.dateFrom() != null) {
      all.add("{!lucene cache=false}" + Fields.TO_DAY + ":[" + day(filter.dateFrom()) + " TO *]");
    }
    if (filter.dateTo() != null) {
      all.add("{!lucene cache=false}" + Fields.FROM_DAY + ":[* TO " + day(filter.dateTo()) + "]");
    }
    if (filter.kind() != null) {
      all.add(oneOf(Fields.KIND, List.of(filter.kind().word())));
    }
    return all;
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "*" : String.valueOf(day.toEpochDay());
  }

  /** Returns the query for records whose field has one of some values. */
  static String oneOf(String field, Collection<String> values) {
    return "{!terms f=" + field + " separator=\"\\u0001\" cache=false}" + String.join("\u0001", values);
  }

  /**
   * Returns the regular expression for a word and those that differ from it by a letter more, less, changed or swapped
   * with its neighbour, the first letter excepted.
   */
  static String near(String word) {
    int[] letters = word.codePoints().toArray();
    List<String> near = new ArrayList<>();
    for (int at = 1; at <= letters.length; at++) {
      String before = quoted(letters, 1, at);
      near.add(before + "." + quoted(letters, at, letters.length));
      if (at < letters.length) {
        near.add(before + ".?" + quoted(letters, at + 1, letters.length));
      }
      if (at + 1 < letters.length) {
        near.add(before + quoted(letters, at + 1, at + 2) + quoted(letters, at, at + 1)
            + quoted(letters, at + 2, letters.length));
      }
    }
    return "(?s)" + quoted(letters, 0, 1) + "(?:" + String.join("|", near) + ")";
  }

  private static String quoted(int[] letters, int from, int to) {
    return from == to ? "" : Pattern.quote(new String(letters, from, to - from));
  }
}
