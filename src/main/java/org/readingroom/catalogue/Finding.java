package org.readingroom.catalogue;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * What the catalogue says to a question.
 *
 * @param opening what is said first
 * @param places the places in documents that show it, the best first; may be empty
 * @param closing what is said after them; may be empty
 * @param documents the documents to look at where there are no places; may be empty
 */
public record Finding(String opening, List<Place> places, String closing, List<Document> documents) {

  public Finding {
    places = List.copyOf(places);
    documents = List.copyOf(documents);
  }

  /**
   * A place in a document.
   *
   * @param span where it stands in the document's text
   * @param emphasis the words in it that were looked for, as spans of the document's text
   */
  public record Place(Document document, Span span, List<Span> emphasis) {

    public Place {
      emphasis = List.copyOf(emphasis);
    }
  }

  /** Says something of which no document has to be shown. */
  static Finding said(String words) {
    return new Finding(words, List.of(), "", List.of());
  }
}
