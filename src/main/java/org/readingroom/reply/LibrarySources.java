package org.readingroom.reply;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.ingest.Box;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;

/** Knows of the documents of all collections, without opening any. */
public final class LibrarySources implements Sources {

  private final Library library;

  public LibrarySources(Library library) {
    this.library = library;
  }

  @Override
  public Reference reference(Document document) {
    return new Reference(library.titled(document.collection()));
  }

  @Override
  public List<Box> boxes(Document document, Span span) {
    try {
      return library.boxes(document, span.start(), span.end());
    } catch (LibraryException unavailable) {
      return List.of(); // The words hold without them.
    }
  }
}
