package org.readingroom.mcp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.library.Library;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.reply.CollectionReplies;
import org.readingroom.reply.CollectionReply;
import org.readingroom.reply.FileProgress;
import org.readingroom.reply.LibrarySources;
import org.readingroom.reply.Sources;
import org.readingroom.room.Rooms;
import org.springframework.beans.factory.BeanFactory;

/** Finds the parts of the built-in collection in the program, and those of others in their rooms. */
final class RoomShelf implements Shelf {

  private final BeanFactory program;
  private final Supplier<Library> library;
  private final Supplier<Rooms> rooms;

  /** Makes a shelf; library and rooms are asked for when they are needed. */
  RoomShelf(BeanFactory program, Supplier<Library> library, Supplier<Rooms> rooms) {
    this.program = program;
    this.library = library;
    this.rooms = rooms;
  }

  @Override
  public Collection builtIn() {
    return program.getBean(Collection.class);
  }

  @Override
  public <T> T part(@Nullable String collection, Class<T> part) {
    try {
      return collection == null ? program.getBean(part) : rooms.get().part(collection, part);
    } catch (UnknownCollectionException unknown) {
      throw new RefusedException(unknown.getMessage() + " Call list_collections for those there are.");
    }
  }

  @Override
  public <T> T asked(@Nullable String collection, Class<T> part) {
    return collection == null
        ? rooms.get().together(rooms.get().all(), true, part)
        : part(collection, part);
  }

  @Override
  public Optional<Document> document(String idOrNumber) {
    return library.get().find(idOrNumber);
  }

  @Override
  public Sources sources() {
    return new LibrarySources(library.get());
  }

  @Override
  public List<CollectionReply> collections() {
    FileProgress reading = program.getBeanProvider(FileProgress.class)
        .getIfAvailable(() -> FileProgress.waiting(library.get()));
    return new CollectionReplies(library.get(), rooms.get(), reading).all();
  }
}
