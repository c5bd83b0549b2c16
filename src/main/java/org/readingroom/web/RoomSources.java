package org.readingroom.web;

import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.ingest.Box;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.reply.Sources;
import org.readingroom.room.Rooms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Knows of the documents of all collections, without opening any. */
@Component
@ConditionalOnWebApplication
class RoomSources implements Sources {

  private final Library library;
  private final Rooms rooms;

  RoomSources(Library library, Rooms rooms) {
    this.library = library;
    this.rooms = rooms;
  }

  @Override
  public Reference reference(Document document) {
    String id = document.collection();
    return new Reference(id.equals(library.builtInId()) ? rooms.builtIn().collection() : named(id));
  }

  /** Returns what a reference says of a collection, whose documents it does not need. */
  private Collection named(String id) {
    String title;
    try {
      title = library.holding(id).title();
    } catch (UnknownCollectionException gone) {
      title = id; // A conversation may still cite it.
    }
    return new Collection(id, title, "", "in " + title, "", List.of(), new Authority(List.of()), List.of());
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
