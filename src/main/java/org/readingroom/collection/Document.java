package org.readingroom.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds one document of a collection: what it is, who wrote it to whom and when, and its canonical text.
 *
 * <p>
 * The canonical text is the source's text with nothing changed but white space; every offset in the program
 * counts UTF-16 code units into it.
 *
 * @param collection the id of the collection, such as {@code nkidp-korean-war}
 * @param number the document's number in its collection, from 1
 * @param title the title in the collection's own list, without date and classification
 * @param classification the classification printed with the title, such as {@code Top Secret}
 * @param date when it was written, as exactly as the collection says
 * @param from who wrote it, in the form the authority file prefers
 * @param to to whom it was written, in the form the authority file prefers
 * @param source the archival citation as printed, without brackets and translator
 * @param translator who translated it, where the text says so
 * @param text the canonical text
 * @param sha256 the SHA-256 of the canonical text in UTF-8, in lower-case hexadecimal
 * @param paragraphs the paragraphs of the text in order, covering all of it but white space
 * @param lines where each line of the source stands in the text, in order
 * @param origin what is known of a document with a file of its own; null for a part of a printed collection
 */
public record Document(String collection, int number, String title, @Nullable String classification,
    DocumentDate date, Kind kind, @Nullable String from, @Nullable String to, @Nullable String source,
    @Nullable String translator, String text, String sha256, List<Paragraph> paragraphs,
    List<SourceLine> lines, @Nullable Origin origin) {

  /** Makes a document that is a part of a printed collection. */
  public Document(String collection, int number, String title, @Nullable String classification,
      DocumentDate date, Kind kind, @Nullable String from, @Nullable String to, @Nullable String source,
      @Nullable String translator, String text, String sha256, List<Paragraph> paragraphs,
      List<SourceLine> lines) {
    this(collection, number, title, classification, date, kind, from, to, source, translator, text, sha256,
        paragraphs, lines, null);
  }

  public Document {
    if (number < 1) {
      throw new IllegalArgumentException("a document's number starts at 1, not " + number);
    }
    paragraphs = List.copyOf(paragraphs);
    lines = List.copyOf(lines);
  }

  /** Returns the id that the API and citations use, such as {@code nkidp-korean-war:7}. */
  public String id() {
    return collection + ":" + number;
  }
}
