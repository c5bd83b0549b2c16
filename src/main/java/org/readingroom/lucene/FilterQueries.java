package org.readingroom.lucene;

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
import org.readingroom.index.Fields;
import org.readingroom.index.PassageFilter;

/** Turns what a search is restricted to into queries. */
final class FilterQueries {

  private FilterQueries() {}

  /** Begins a query that only the passages match that a filter lets through. */
  static BooleanQuery.Builder of(PassageFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (filter.documents() != null) {
      all.add(numbers(filter.documents()), Occur.FILTER);
    }
    if (filter.passages() != null) {
      all.add(new TermInSetQuery(Fields.ID, filter.passages().stream().map(BytesRef::new).toList()),
          Occur.FILTER);
    }
    if (filter.dateFrom() != null) {
      all.add(LongPoint.newRangeQuery(Fields.TO_DAY, filter.dateFrom().toEpochDay(), Long.MAX_VALUE),
          Occur.FILTER);
    }
    if (filter.dateTo() != null) {
      all.add(LongPoint.newRangeQuery(Fields.FROM_DAY, Long.MIN_VALUE, filter.dateTo().toEpochDay()),
          Occur.FILTER);
    }
    if (filter.kind() != null) {
      all.add(new TermQuery(new Term(Fields.KIND, filter.kind().word())), Occur.FILTER);
    }
    return all;
  }

  private static Query numbers(Set<Integer> numbers) {
    return IntField.newSetQuery(Fields.NUMBER, numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
