package org.readingroom.reference;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.OneLine;
import org.readingroom.passage.Span;

/** Writes the reference by which a historian cites a document, or words of it. */
public final class Reference {

  /** The most characters that a reference quotes. */
  public static final int MAX_QUOTATION = 2_000;

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
      return FileNote.of(document, document.origin(), quotation, collection.citation());
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

  /**
   * Returns the span of words that a reference can quote, or nothing where the offsets mark none: words of up to
   * {@value #MAX_QUOTATION} characters within the text, of which none is cut in half.
   */
  public static Optional<Span> quotation(Document document, int start, int end) {
    String text = document.text();
    return start < 0 || end <= start || end > text.length() || end - start > MAX_QUOTATION
        || Span.cutsCharacter(text, start) || Span.cutsCharacter(text, end)
        || text.substring(start, end).isBlank()
            ? Optional.empty()
            : Optional.of(new Span(start, end));
  }

  /** Puts words into quotation marks, and those within them into single ones. */
  private static String quoted(String words) {
    return "“" + words.replace('“', '‘').replace('”', '’') + "”";
  }

  private static String withoutStop(String source) {
    return source.endsWith(".") ? source.substring(0, source.length() - 1) : source;
  }
}
