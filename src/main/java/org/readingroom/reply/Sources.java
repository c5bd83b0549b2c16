package org.readingroom.reply;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.ingest.Box;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;

/** Knows of documents what a reply says besides their words. */
public interface Sources {

  /** Returns what writes references to a document. */
  Reference reference(Document document);

  /** Returns the rectangles around words of a document on its pages, one for each line; none without pages. */
  List<Box> boxes(Document document, Span span);

  /** Returns sources of which all have one form of reference and no rectangles. */
  static Sources of(Reference reference) {
    return new Sources() {

      @Override
      public Reference reference(Document document) {
        return reference;
      }

      @Override
      public List<Box> boxes(Document document, Span span) {
        return List.of();
      }
    };
  }
}
