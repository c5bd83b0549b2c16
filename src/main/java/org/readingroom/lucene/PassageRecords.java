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
import org.readingroom.index.Fields;
import org.readingroom.index.IndexField;
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
    lucene.add(new StringField(Fields.ID, passage.id(), Field.Store.NO));
    lucene.add(new StringField(Fields.DOCUMENT, digest(indexed.document()), Field.Store.NO));
    lucene.add(new StoredField(Fields.PASSAGE, PackedPassage.of(passage)));
    lucene.add(new IntField(Fields.NUMBER, passage.document().number(), Field.Store.NO));
    lucene.add(new StringField(Fields.KIND, passage.document().kind().word(), Field.Store.NO));
    lucene.add(new LongPoint(Fields.FROM_DAY, indexed.firstDay()));
    lucene.add(new LongPoint(Fields.TO_DAY, indexed.lastDay()));
    String text = passage.text();
    lucene.add(new Field(IndexField.TEXT.fieldName(), passage.wholeWords().text(), WEIGHTED));
    lucene.add(new Field(IndexField.HEADER.fieldName(), passage.header(), WEIGHTED));
    lucene.add(
        new Field(IndexField.WORDS.fieldName(), new GivenTerms(WrittenWords.of(text).iterator()), COUNTED));
    lucene.add(new Field(IndexField.ROOTS.fieldName(), new GivenTerms(WrittenWords.roots(text).iterator()),
        COUNTED));
    lucene.add(
        new KnnByteVectorField(Fields.VECTOR, indexed.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    lucene.add(new StringField(Fields.EMBEDDED, digest(indexed.embedded()), Field.Store.NO));
    return lucene;
  }

  /** Returns a digest as the index has it, in half as many bytes as it has digits. */
  static BytesRef digest(String digits) {
    return new BytesRef(HexFormat.of().parseHex(digits));
  }
}
