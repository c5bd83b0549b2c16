package org.readingroom.reply;

import java.util.List;
import java.util.stream.Stream;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.room.Room;
import org.readingroom.room.Rooms;
import org.readingroom.search.IndexState;

/** Describes collections as they are now, at every door of a server alike. */
public final class CollectionReplies {

  private final Library library;
  private final Rooms rooms;
  private final FileProgress reading;

  public CollectionReplies(Library library, Rooms rooms, FileProgress reading) {
    this.library = library;
    this.rooms = rooms;
    this.reading = reading;
  }

  /** Describes all collections, the built-in one first. */
  public List<CollectionReply> all() {
    return Stream.concat(Stream.of(builtIn()), library.holdings().stream().map(this::reply)).toList();
  }

  /**
   * Describes a collection.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  public CollectionReply one(String id) {
    return id.equals(library.builtInId()) ? builtIn() : reply(library.holding(id));
  }

  private CollectionReply builtIn() {
    Room room = rooms.builtIn();
    return CollectionReply.of(room.collection(), room.index().state());
  }

  private CollectionReply reply(Holding holding) {
    IndexState unopened = holding.documents() > 0 && rooms.isBehind(holding.id())
        ? new IndexState.Closed()
        : null;
    return CollectionReply.of(holding, rooms.state(holding.id()).orElse(unopened),
        reading.progress(holding.id()));
  }
}
