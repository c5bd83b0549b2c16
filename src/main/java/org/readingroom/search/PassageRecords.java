package org.readingroom.search;

import java.time.LocalDate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.readingroom.collection.DocumentDate;
import org.readingroom.passage.Passage;

/** Makes the record of a passage for the index. */
final class PassageRecords {

  private PassageRecords() {}

  /**
   * Returns the record of a passage.
   *
   * @param embedded the SHA-256 of what was embedded
   * @param vector the vector of header and text, of length one
   */
  static Document of(Passage passage, String embedded, float[] vector) {
    Document lucene = new Document();
    lucene.add(new StringField(IndexFields.ID, passage.id(), Field.Store.NO));
    lucene.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(passage.id())));
    lucene.add(new IntField(IndexFields.NUMBER, passage.document().number(), Field.Store.NO));
    lucene.add(new StringField(IndexFields.KIND, passage.document().kind().word(), Field.Store.NO));
    DocumentDate date = passage.document().date();
    lucene.add(new LongPoint(IndexFields.FROM_DAY, day(date.from(), Long.MIN_VALUE)));
    lucene.add(new LongPoint(IndexFields.TO_DAY, day(date.to(), Long.MAX_VALUE)));
    lucene.add(new TextField(IndexFields.TEXT, passage.wholeWords().text(), Field.Store.NO));
    lucene.add(new TextField(IndexFields.HEADER, passage.header(), Field.Store.NO));
    lucene.add(new KnnFloatVectorField(IndexFields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    lucene.add(new SortedDocValuesField(IndexFields.EMBEDDED, new BytesRef(embedded)));
    return lucene;
  }

  private static long day(@org.jspecify.annotations.Nullable LocalDate day, long open) {
    return day == null ? open : day.toEpochDay();
  }
}
