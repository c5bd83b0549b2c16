package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;

/** Makes the record of a passage for the index, and the passage of a record. */
final class PassageRecords {

  /** A word; a run of more letters is a sequence, or a script without spaces, and no term of the index can be as long. */
  private static final Pattern WORD = Pattern.compile("(?<!\\p{L})\\p{L}{1,64}(?!\\p{L})");
  private static final int LONGEST_WORD = 64;
  private static final FieldType COUNTED = type(false);
  private static final FieldType WEIGHTED = type(true);
  private static final List<Paragraph.Role> ROLES = List.of(Paragraph.Role.values());
  /** The bytes of a whole number at most. */
  private static final int LONGEST = 5;

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

  /**
   * Returns the record of a passage.
   *
   * @param document the key of its document
   * @param embedded the digest of what was embedded
   * @param vector the vector of header and text, of length one, as {@link Vectors} has it
   */
  static Document of(Passage passage, BytesRef document, BytesRef embedded, byte[] vector) {
    Document lucene = new Document();
    lucene.add(new StringField(IndexFields.ID, passage.id(), Field.Store.NO));
    lucene.add(new StringField(IndexFields.DOCUMENT, document, Field.Store.NO));
    lucene.add(new StoredField(IndexFields.PASSAGE, stored(passage)));
    lucene.add(new IntField(IndexFields.NUMBER, passage.document().number(), Field.Store.NO));
    lucene.add(new StringField(IndexFields.KIND, passage.document().kind().word(), Field.Store.NO));
    DocumentDate date = passage.document().date();
    lucene.add(new LongPoint(IndexFields.FROM_DAY, day(date.from(), Long.MIN_VALUE)));
    lucene.add(new LongPoint(IndexFields.TO_DAY, day(date.to(), Long.MAX_VALUE)));
    String text = passage.text();
    lucene.add(new Field(IndexFields.TEXT, passage.wholeWords().text(), WEIGHTED));
    lucene.add(new Field(IndexFields.HEADER, passage.header(), WEIGHTED));
    lucene.add(new Field(IndexFields.WORDS, new GivenTerms(
        WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT))
            .iterator()),
        COUNTED));
    lucene.add(new Field(IndexFields.ROOTS, new GivenTerms(
        Demonyms.roots(text).stream().filter(root -> root.length() <= LONGEST_WORD).iterator()), COUNTED));
    lucene.add(new KnnByteVectorField(IndexFields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    lucene.add(new StringField(IndexFields.EMBEDDED, embedded, Field.Store.NO));
    return lucene;
  }

  private static long day(@Nullable LocalDate day, long open) {
    return day == null ? open : day.toEpochDay();
  }

  private static byte[] stored(Passage passage) {
    List<Sentence> sentences = passage.sentences();
    byte[] bytes = new byte[LONGEST * (3 + 4 * sentences.size())];
    ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
    try {
      out.writeVInt(passage.document().number());
      out.writeVInt(passage.ordinal());
      out.writeVInt(sentences.size());
      int at = 0;
      for (Sentence sentence : sentences) {
        out.writeZInt(sentence.span().start() - at);
        out.writeVInt(sentence.span().length());
        out.writeVInt(sentence.role().ordinal());
        out.writeVInt(sentence.paragraph());
        at = sentence.span().end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(bytes, out.getPosition());
  }

  /**
   * Returns the passage of a record.
   *
   * @param stored what is kept of it
   * @param documents gives a document by its number
   */
  static Passage passage(BytesRef stored, IntFunction<org.readingroom.collection.Document> documents) {
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    int number = in.readVInt();
    int ordinal = in.readVInt();
    int count = in.readVInt();
    List<Sentence> sentences = new ArrayList<>(count);
    try {
      int at = 0;
      for (int i = 0; i < count; i++) {
        int start = at + in.readZInt();
        at = start + in.readVInt();
        sentences.add(new Sentence(new Span(start, at), ROLES.get(in.readVInt()), in.readVInt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Span span = new Span(sentences.getFirst().span().start(), sentences.getLast().span().end());
    return new Passage(documents.apply(number), ordinal, span, sentences);
  }
}
