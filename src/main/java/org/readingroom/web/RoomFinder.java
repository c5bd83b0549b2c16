package org.readingroom.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Finds the room of the collection that a request names. */
@Component
@ConditionalOnWebApplication
class RoomFinder {

  static final String ONE = "The id of the collection; all are meant where none is named.";
  static final String SEVERAL = "The ids of the collections, which are asked together.";

  private final Library library;
  private final Rooms rooms;

  RoomFinder(Library library, Rooms rooms) {
    this.library = library;
    this.rooms = rooms;
  }

  /**
   * Returns the ids of the collections that are named in one way or the other, in the order of their names; where none
   * is, of all.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of an id
   */
  List<String> ids(@Nullable String collection, @Nullable List<? extends @Nullable String> collections) {
    Set<String> named = new LinkedHashSet<>();
    Stream.ofNullable(collection).forEach(named::add);
    for (String each : collections == null ? List.<@Nullable String>of() : collections) {
      Stream.ofNullable(each).forEach(named::add);
    }
    named.forEach(this::require);
    return named.isEmpty() ? rooms.all() : named.stream().sorted().toList();
  }

  /** Does nothing where there is a collection of an id. */
  void require(String id) {
    if (!id.equals(library.builtInId())) {
      library.sequence(id);
    }
  }

  /** Tells whether there is a collection of an id. */
  boolean has(@Nullable String id) {
    return id != null && library.has(id);
  }

  /** Ends the request with 404 where there is no such collection, and with 409 where it is the built-in one. */
  void requireOwn(String id) {
    require(id);
    if (id.equals(library.builtInId())) {
      throw Problem.COLLECTION_BUILT_IN
          .exception("The collection " + id + " is built in and cannot be changed.");
    }
  }

  /** Returns what does a kind of work for a collection, such as finding documents. */
  <T> T get(String id, Class<T> part) {
    return rooms.part(id, part);
  }

  /** Returns what does a kind of work for collections that are asked together, such as answering. */
  <T> T together(List<String> ids, Class<T> part) {
    return rooms.together(ids, true, part);
  }
}
