package org.readingroom.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;

/**
 * Packs what an index keeps of a passage: the number of its document, its ordinal and its sentences.
 *
 * <p>
 * Whole numbers take seven bits a byte, the lowest first; those that may be negative are folded to the even and odd ones
 * (zigzag).
 */
public final class PackedPassage {

  private static final List<Paragraph.Role> ROLES = List.of(Paragraph.Role.values());
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private PackedPassage() {}

  /** Returns a passage, packed. */
  public static byte[] of(Passage passage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, passage.document().number());
    write(out, passage.ordinal());
    write(out, passage.sentences().size());
    int at = 0;
    for (Sentence sentence : passage.sentences()) {
      int start = sentence.span().start() - at;
      write(out, start << 1 ^ start >> Integer.SIZE - 1);
      write(out, sentence.span().length());
      write(out, sentence.role().ordinal());
      write(out, sentence.paragraph());
      at = sentence.span().end();
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    for (; (rest & -MORE) != 0; rest >>>= BITS) {
      out.write(rest & MORE - 1 | MORE);
    }
    out.write(rest);
  }

  /**
   * Returns a packed passage.
   *
   * @param documents gives a document by its number
   */
  public static Passage passage(ByteBuffer packed, IntFunction<Document> documents) {
    ByteBuffer in = packed.duplicate();
    Document document = documents.apply(read(in));
    int ordinal = read(in);
    int count = read(in);
    List<Sentence> sentences = new ArrayList<>(count);
    int at = 0;
    for (int i = 0; i < count; i++) {
      int folded = read(in);
      int start = at + (folded >>> 1 ^ -(folded & 1));
      at = start + read(in);
      sentences.add(new Sentence(new Span(start, at), ROLES.get(read(in)), read(in)));
    }
    Span span = new Span(sentences.getFirst().span().start(), sentences.getLast().span().end());
    return new Passage(document, ordinal, span, sentences);
  }

  private static int read(ByteBuffer in) {
    int number = 0;
    int shift = 0;
    byte next = in.get();
    for (; next < 0; next = in.get()) {
      number |= (next & MORE - 1) << shift;
      shift += BITS;
    }
    return number | next << shift;
  }
}
