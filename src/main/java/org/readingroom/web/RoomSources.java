package org.readingroom.web;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.ingest.Box;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.reply.Sources;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Knows of the documents of all collections, without opening any. */
@Component
@ConditionalOnWebApplication
class RoomSources implements Sources {

  private final Library library;

  RoomSources(Library library) {
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
