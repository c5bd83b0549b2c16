package org.readingroom.passage;

import java.util.Comparator;
import java.util.List;
import org.readingroom.collection.Document;

/**
 * Is the unit that is indexed: a few consecutive sentences of one document.
 *
 * @param document the document it belongs to
 * @param ordinal its place among the passages of the document, from 0
 * @param span where it stands in the document's text
 * @param sentences the sentences in it, in order
 */
public record Passage(Document document, int ordinal, Span span, List<Sentence> sentences) {

  /** The order of a collection: by document, then by place. */
  public static final Comparator<Passage> ORDER = Comparator
      .comparingInt((Passage passage) -> passage.document().number()).thenComparingInt(Passage::ordinal);

  public Passage {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("a passage has at least one sentence");
    }
    sentences = List.copyOf(sentences);
  }

  /** Returns an id that is unique in the collection, such as {@code nkidp-korean-war:7#0}. */
  public String id() {
    return id(document, ordinal);
  }

  /** Returns the id of the passage at a place of a document. */
  public static String id(Document document, int ordinal) {
    return document.id() + "#" + ordinal;
  }

  /** Returns the words of the passage as they stand in the document. */
  public String text() {
    return span.of(document.text());
  }

  /** Returns the passage with the words whole that lines broke. */
  public WholeWords wholeWords() {
    return WholeWords.of(document, span);
  }

  /** Returns what a reader of the passage alone must be told: title, date, sender and addressee, if known. */
  public String header() {
    return header(document);
  }

  /** Returns what a reader of a passage of a document must be told. */
  public static String header(Document document) {
    StringBuilder header = new StringBuilder(document.title());
    if (document.date().isKnown()) {
      header.append(header.isEmpty() ? "" : ", ").append(document.date().label());
    }
    if (document.from() != null) {
      header.append(". From ").append(document.from());
    }
    if (document.to() != null) {
      header.append(" to ").append(document.to());
    }
    return header.isEmpty() ? "" : header.append(". ").toString();
  }
}
