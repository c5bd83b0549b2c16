package org.readingroom.solr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.request.json.JsonQueryRequest;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.WeightedTerm;

/** Puts what is searched for into the servers' words. */
final class SolrQueries {

  private SolrQueries() {}

  /** Returns a request for the passages that match a query and a filter. */
  static JsonQueryRequest request(Object query, PassageFilter filter, int limit) {
    JsonQueryRequest request = new JsonQueryRequest();
    if (query instanceof String words) {
      request.setQuery(words);
    } else {
      request.setQuery(cast(query));
    }
    filters(filter).forEach(request::withFilter);
    return request.setLimit(limit);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object query) {
    return (Map<String, Object>) query;
  }

  /** Returns the query for passages that have any of some terms. */
  static Map<String, Object> anyOf(List<WeightedTerm> terms) {
    return bool("should", terms.stream()
        .map(term -> Map.<String, Object>of("boost",
            Map.of("b", String.valueOf(term.weight()), "query", term(term.field(), term.term()))))
        .toList());
  }

  /** Returns the query for passages whose text has a term of each of some sets. */
  static Map<String, Object> allOf(Collection<Set<String>> sets) {
    return bool("must", sets.stream()
        .map(set -> bool("should", set.stream().map(term -> term(IndexField.TEXT, term)).toList())).toList());
  }

  /** Returns the query for passages that have each of some terms in their text or header. */
  static Map<String, Object> textOrHeader(Set<String> terms) {
    return bool("must", terms.stream()
        .map(term -> bool("should", Stream.of(IndexField.TEXT, IndexField.HEADER)
            .map(field -> term(field, term)).toList()))
        .toList());
  }

  /** Returns the query for the passages nearest to a vector. */
  static Map<String, Object> nearest(byte[] vector, int limit) {
    return Map.of("knn", Map.of("f", SolrFields.VECTOR, "topK", String.valueOf(limit), "query",
        SolrRecords.numbers(vector).toString()));
  }

  private static Map<String, Object> term(IndexField field, String term) {
    return Map.of("raw", Map.of("f", SolrFields.name(field), "query", term));
  }

  private static Map<String, Object> bool(String occur, List<Map<String, Object>> clauses) {
    return Map.of("bool", Map.of(occur, clauses));
  }

  private static List<String> filters(PassageFilter filter) {
    List<String> all = new ArrayList<>();
    if (filter.documents() != null) {
      all.add(oneOf(SolrFields.NUMBER, filter.documents().stream().map(String::valueOf).toList()));
    }
    if (filter.passages() != null) {
      all.add(oneOf(SolrFields.ID, filter.passages()));
    }
    if (filter.dateFrom() != null) {
      all.add("{!cache=false}" + SolrFields.TO_DAY + ":[" + day(filter.dateFrom()) + " TO *]");
    }
    if (filter.dateTo() != null) {
      all.add("{!cache=false}" + SolrFields.FROM_DAY + ":[* TO " + day(filter.dateTo()) + "]");
    }
    if (filter.kind() != null) {
      all.add(oneOf(SolrFields.KIND, List.of(filter.kind().word())));
    }
    return all;
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "*" : String.valueOf(day.toEpochDay());
  }

  /** Returns the query for records whose field has one of some values, none of which has a comma. */
  static String oneOf(String field, Collection<String> values) {
    return "{!terms f=" + field + " cache=false}" + String.join(",", values);
  }

  /**
   * Returns the regular expression for words that differ from one by a letter more, less, changed or swapped with its
   * neighbour, the first letter excepted.
   */
  static String near(String word) {
    int[] letters = word.codePoints().toArray();
    Stream<String> near = IntStream.rangeClosed(1, letters.length).boxed()
        .flatMap(at -> edits(letters, at));
    return Stream.concat(Stream.of(quoted(letters, 0, letters.length)), near).distinct()
        .collect(Collectors.joining("|"));
  }

  private static Stream<String> edits(int[] letters, int at) {
    String before = quoted(letters, 0, at);
    Stream<String> edits = Stream.of(before + "." + quoted(letters, at, letters.length));
    if (at < letters.length) {
      edits = Stream.concat(edits, Stream.of(before + quoted(letters, at + 1, letters.length),
          before + "." + quoted(letters, at + 1, letters.length)));
    }
    if (at + 1 < letters.length) {
      String swapped = quoted(letters, at + 1, at + 2) + quoted(letters, at, at + 1);
      edits = Stream.concat(edits, Stream.of(before + swapped + quoted(letters, at + 2, letters.length)));
    }
    return edits;
  }

  private static String quoted(int[] letters, int from, int to) {
    return from == to ? "" : Pattern.quote(new String(letters, from, to - from));
  }
}
