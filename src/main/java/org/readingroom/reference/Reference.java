package org.readingroom.reference;

import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/** Writes the reference by which a historian cites a document, or words of it. */
public final class Reference {

  private final Collection collection;

  public Reference(Collection collection) {
    this.collection = collection;
  }

  /** Returns a Chicago-style note: title, date, archival source, translator, number, collection. */
  public String note(Document document) {
    return note(document, null);
  }

  /**
   * Returns the note for words of a document, with the page where the document has pages of its own.
   *
   * @param quotation the words as a span of the document's text; null for the whole document
   */
  public String note(Document document, @Nullable Span quotation) {
    if (document.origin() != null) {
      return FileNote.of(document, document.origin(), quotation, collection.title());
    }
    StringBuilder note = new StringBuilder("“").append(document.title()).append(",” ");
    note.append(document.date().label()).append(", ");
    if (document.source() != null) {
      note.append(withoutStop(document.source())).append(", ");
    }
    if (document.translator() != null) {
      note.append("trans. ").append(document.translator()).append(", ");
    }
    note.append("document ").append(document.number()).append(" ").append(collection.citation()).append(".");
    return OneLine.of(note.toString());
  }

  /**
   * Returns the reference in a form.
   *
   * @param quotation the words quoted, as a span of the document's text; null cites the whole document
   * @throws IndexOutOfBoundsException if the span is outside the text
   */
  public String write(Document document, @Nullable Span quotation, ReferenceFormat format) {
    String quoted = quotation == null ? null : OneLine.of(quotation.of(document.text()));
    return switch (format) {
      case CHICAGO -> quoted == null ? note(document) : quoted(quoted) + " " + note(document, quotation);
      case BIBTEX -> BibTex.write(Entry.of(document, collection, quotation, quoted));
      case RIS -> Ris.write(Entry.of(document, collection, quotation, quoted));
      case CSL_JSON -> CslJson.write(Entry.of(document, collection, quotation, quoted));
    };
  }

  /** Puts words into quotation marks, and those within them into single ones. */
  private static String quoted(String words) {
    return "“" + words.replace('“', '‘').replace('”', '’') + "”";
  }

  private static String withoutStop(String source) {
    return source.endsWith(".") ? source.substring(0, source.length() - 1) : source;
  }
}
