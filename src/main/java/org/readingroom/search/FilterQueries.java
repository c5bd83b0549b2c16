package org.readingroom.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
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
    BooleanQuery.Builder all = within(query.filters());
    Set<Integer> named = new HashSet<>(query.documents());
    named.removeIf(number -> !index.hasDocument(number));
    if (!named.isEmpty()) {
      all.add(numbers(named), Occur.FILTER);
    }
    if (query.named().only()) {
      all.add(onPages(query.named()), Occur.FILTER);
    }
    BooleanQuery filter = all.build();
    return filter.clauses().isEmpty() ? null : filter;
  }

  /** Returns the query that only the passages match that a question names and does not insist on; null for none. */
  @Nullable
  Query preferred(Named named) {
    if (!named.pages().isEmpty()) {
      return named.only() ? null : onPages(named);
    }
    return named.documents().isEmpty() ? null : numbers(named.documents());
  }

  private Query onPages(Named named) {
    return new TermInSetQuery(IndexFields.ID,
        named.pages().keySet().stream().flatMap(number -> index.records(number).stream()).map(index::passage)
            .filter(passage -> named.holds(passage.document(), passage.span()))
            .map(passage -> new BytesRef(passage.id())).toList());
  }

  /** Begins a query that only the passages within the filters match. */
  BooleanQuery.Builder within(Filters filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (!filters.documents().isEmpty()) {
      all.add(numbers(filters.documents()), Occur.FILTER);
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
    if (!filters.authors().isEmpty() || filters.language() != null) {
      all.add(numbers(index.documents(filters::wants)), Occur.FILTER);
    }
    if (!filters.persons().isEmpty()) {
      all.add(numbers(index.documentsNaming(filters.persons())), Occur.FILTER);
    }
    return all;
  }

  /** Returns the records of the passages of some documents that the asker's filters let through. */
  List<Integer> records(Filters filters, Set<Integer> documents) {
    BooleanQuery.Builder all = within(filters).add(numbers(documents), Occur.FILTER);
    return index.records(all.build());
  }

  private static Query numbers(Set<Integer> numbers) {
    return IntField.newSetQuery(IndexFields.NUMBER, numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
