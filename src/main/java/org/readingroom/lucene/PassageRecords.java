package org.readingroom.lucene;

import java.util.HexFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.readingroom.index.IndexedPassage;
import org.readingroom.index.PackedPassage;
import org.readingroom.passage.Passage;
import org.readingroom.text.WrittenWords;

/** Makes the records of passages for the index. */
final class PassageRecords {

  private static final FieldType COUNTED = type(false);
  private static final FieldType WEIGHTED = type(true);

  private PassageRecords() {}

  /** Returns a type of text that is searched by its terms and their counts; where they stand is not kept. */
  private static FieldType type(boolean weighted) {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setOmitNorms(!weighted);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /** Returns the record of a passage. */
  static Document of(IndexedPassage indexed) {
    Passage passage = indexed.passage();
    Document lucene = new Document();
    lucene.add(new StringField(IndexFields.ID, passage.id(), Field.Store.NO));
    lucene.add(new StringField(IndexFields.DOCUMENT, digest(indexed.document()), Field.Store.NO));
    lucene.add(new StoredField(IndexFields.PASSAGE, PackedPassage.of(passage)));
    lucene.add(new IntField(IndexFields.NUMBER, passage.document().number(), Field.Store.NO));
    lucene.add(new StringField(IndexFields.KIND, passage.document().kind().word(), Field.Store.NO));
    lucene.add(new LongPoint(IndexFields.FROM_DAY, indexed.firstDay()));
    lucene.add(new LongPoint(IndexFields.TO_DAY, indexed.lastDay()));
    String text = passage.text();
    lucene.add(new Field(IndexFields.TEXT, passage.wholeWords().text(), WEIGHTED));
    lucene.add(new Field(IndexFields.HEADER, passage.header(), WEIGHTED));
    lucene.add(new Field(IndexFields.WORDS, new GivenTerms(WrittenWords.of(text).iterator()), COUNTED));
    lucene.add(new Field(IndexFields.ROOTS, new GivenTerms(WrittenWords.roots(text).iterator()), COUNTED));
    lucene.add(
        new KnnByteVectorField(IndexFields.VECTOR, indexed.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    lucene.add(new StringField(IndexFields.EMBEDDED, digest(indexed.embedded()), Field.Store.NO));
    return lucene;
  }

  /** Returns a digest as the index has it, in half as many bytes as it has digits. */
  static BytesRef digest(String digits) {
    return new BytesRef(HexFormat.of().parseHex(digits));
  }
}
