package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns what a search is restricted to into a query on the index. */
final class FilterQueries {

  private final PassageIndex index;

  FilterQueries(PassageIndex index) {
    this.index = index;
  }

  /** Returns the query that only the wanted passages match, or null where all are wanted. */
  @Nullable
  Query of(org.readingroom.search.Query query) {
    Filters filters = query.filters();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (!filters.documents().isEmpty()) {
      all.add(numbers(filters.documents()), Occur.FILTER);
    }
    Set<Integer> named = new HashSet<>(query.documents());
    named.removeIf(number -> !index.hasDocument(number));
    if (!named.isEmpty()) {
      all.add(numbers(named), Occur.FILTER);
    }
    if (filters.dateFrom() != null) {
      all.add(LongPoint.newRangeQuery(IndexFields.TO_DAY, filters.dateFrom().toEpochDay(), Long.MAX_VALUE),
          Occur.FILTER);
    }
    if (filters.dateTo() != null) {
      all.add(LongPoint.newRangeQuery(IndexFields.FROM_DAY, Long.MIN_VALUE, filters.dateTo().toEpochDay()),
          Occur.FILTER);
    }
    if (filters.kind() != null) {
      all.add(new TermQuery(new Term(IndexFields.KIND, filters.kind().word())), Occur.FILTER);
    }
    if (!filters.persons().isEmpty()) {
      all.add(numbers(index.documentsNaming(filters.persons())), Occur.FILTER);
    }
    BooleanQuery filter = all.build();
    return filter.clauses().isEmpty() ? null : filter;
  }

  /** Tells whether the wanted passages include that of a record. */
  boolean matches(org.readingroom.search.Query query, int record) {
    Query filter = of(query);
    try {
      return filter == null || index.searcher().explain(filter, record).isMatch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query numbers(Set<Integer> numbers) {
    return IntField.newSetQuery(IndexFields.NUMBER, numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
