package org.readingroom.room;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.IndexException;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.readingroom.passage.Chunking;
import org.readingroom.search.IndexEngines;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Opens the rooms of collections when they are first asked for.
 *
 * <p>
 * The built-in collection's room is the program itself. Another's is a context below it that holds the parts which
 * know one collection, made by the same configurations. It is opened anew when the collection has changed, and what
 * is being asked meanwhile is finished in the old one.
 */
public final class Rooms implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  /** The packages whose parts know one collection. */
  private static final String[] OF_A_COLLECTION = {"org.readingroom.search", "org.readingroom.quotation",
      "org.readingroom.catalogue", "org.readingroom.answer", "org.readingroom.conversation"};

  private static final String INDEX = "index";

  private final ConfigurableApplicationContext program;
  private final Library library;
  private final Map<String, Opened> opened = new HashMap<>();
  /** The rooms after a change that are being opened, by their collections. */
  private final Map<String, Opened> opening = new HashMap<>();
  private final RoomContexts contexts;
  private final JointRooms together;
  private final Follower follower;

  /** A room with the state of the collection that it was opened for. */
  private record Opened(long sequence, Room room, ConfigurableApplicationContext context) {}

  Rooms(ConfigurableApplicationContext program, Library library) {
    this.program = program;
    this.library = library;
    this.contexts = new RoomContexts(program);
    this.together = new JointRooms(contexts, this::ofOne, this::title);
    this.follower = new Follower(library, this);
  }

  /** Returns the room of the built-in collection. */
  public Room builtIn() {
    return new Room(library.builtInId(), program);
  }

  /**
   * Returns the room of a collection as it is now. Its index is opened, and where the collection has changed brought
   * up to date, by whoever uses it.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  public Room room(String id) {
    if (id.equals(library.builtInId())) {
      return builtIn();
    }
    long sequence = library.sequence(id);
    synchronized (opened) {
      Opened known = opened.get(id);
      return known != null && known.sequence() == sequence ? known.room() : take(open(id, sequence)).room();
    }
  }

  /**
   * Returns the room of a collection for a server: its index is opened in the background, and a room as it was before
   * a change serves until the one after it is ready.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  public Room served(String id) {
    if (id.equals(library.builtInId())) {
      return builtIn();
    }
    long sequence = library.sequence(id);
    boolean first;
    Opened known;
    synchronized (opened) {
      @Nullable
      Opened before = opened.get(id);
      first = before == null;
      known = before == null ? take(open(id, sequence)) : before;
      if (known.sequence() != sequence && !opening.containsKey(id)) {
        Opened fresh = open(id, sequence);
        opening.put(id, fresh);
        ahead(fresh);
      }
    }
    if (first) {
      // Reading the documents takes time, in which others ask other collections.
      known.room().index().openIfCurrent();
      if (!(known.room().index().state() instanceof IndexState.Ready)) {
        ahead(known);
      }
    }
    return known.room();
  }

  /**
   * Returns what does a kind of work for a collection in its {@linkplain #served room}.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  public <T> T part(String id, Class<T> part) {
    try {
      return served(id).get(part);
    } catch (IllegalStateException | BeansException closed) {
      return served(id).get(part); // Another has just taken its place.
    }
  }

  /** Returns the ids of all collections, the built-in one first; of it alone where the library cannot be read. */
  public List<String> all() {
    try {
      return Stream.concat(Stream.of(library.builtInId()), library.sequences().keySet().stream().sorted())
          .toList();
    } catch (LibraryException | DataAccessException | TransactionException e) {
      LOG.debug("Only the built-in collection can be asked", e);
      return List.of(library.builtInId());
    }
  }

  /**
   * Returns what does a kind of work for collections that are asked together: their evidence is searched and answered
   * from, their conversations are kept. Each is asked as it is at the time of a question; of several, one that is not
   * there is left out.
   *
   * @param served whether their indexes are opened in the background, as a server does
   * @throws org.readingroom.library.UnknownCollectionException if there is none of the only id
   */
  public <T> T together(List<String> ids, boolean served, Class<T> part) {
    return ids.size() == 1
        ? ofOne(ids.getFirst(), served, part)
        : together.part(ids, served, part);
  }

  private <T> T ofOne(String id, boolean served, Class<T> part) {
    return served ? part(id, part) : room(id).get(part);
  }

  /** Returns what a collection is called, or its id where that cannot be read. */
  private String title(String id) {
    try {
      return library.title(id);
    } catch (RuntimeException e) {
      LOG.debug("The title of {} cannot be read", id, e);
      return id;
    }
  }

  /**
   * Returns the state of the index of a collection as the collection is now; nothing where neither a question nor a
   * change has had it opened.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  public Optional<IndexState> state(String id) {
    if (id.equals(library.builtInId())) {
      return Optional.of(builtIn().index().state());
    }
    long sequence = library.sequence(id);
    @Nullable
    Opened latest;
    synchronized (opened) {
      latest = opening.getOrDefault(id, opened.get(id));
    }
    return latest == null || latest.sequence() != sequence
        ? Optional.empty()
        : Optional.of(latest.room().index().state());
  }

  /** Tells whether the room of a collection has been opened. */
  public boolean isOpen(String id) {
    synchronized (opened) {
      return opened.containsKey(id);
    }
  }

  /** Has the rooms of this program follow what other programs have changed. */
  public void follow() {
    follower.follow();
  }

  /**
   * Tells whether other programs have changed a collection and this one has yet to open it as it is now. A library that
   * nobody else uses is never behind.
   */
  public boolean isBehind(String id) {
    return library.isShared() && follower.isBehind(id, library.sequence(id));
  }

  /** Returns the collections whose rooms have been opened, with the states that those are of. */
  Map<String, Long> openedStates() {
    synchronized (opened) {
      Map<String, Long> states = new HashMap<>();
      opened.forEach((id, room) -> states.put(id, room.sequence()));
      return states;
    }
  }

  /** Opens the index of a room in the background. */
  private void ahead(Opened room) {
    String id = room.room().id();
    Thread.ofPlatform().daemon().name("room-" + id).start(() -> {
      boolean ready = false;
      try {
        if (isFirst(room)) {
          room.room().index().openPersistently(BuildProgress.SILENT,
              failure -> LOG.error("{}", failure.getMessage()));
        } else {
          room.room().index().open(BuildProgress.SILENT);
        }
        ready = true;
      } catch (RuntimeException | Error e) {
        synchronized (opened) {
          // One that was forgotten meanwhile was meant to fail.
          if (opening.get(id) == room || opened.get(id) == room) {
            LOG.error("The index of the collection {} could not be opened", id, e);
          }
        }
      }
      settle(room, ready);
    });
  }

  /** Returns whether there is no room that serves until this one is ready. */
  private boolean isFirst(Opened room) {
    synchronized (opened) {
      return opened.get(room.room().id()) == room;
    }
  }

  /** Has a room that was opened after a change take its place, unless it failed or was forgotten. */
  private void settle(Opened room, boolean ready) {
    synchronized (opened) {
      if (opening.remove(room.room().id(), room)) {
        if (ready) {
          take(room);
        } else {
          closeBeside(room);
        }
      }
    }
  }

  /** Has a room take the place of the one before it. */
  private Opened take(Opened fresh) {
    synchronized (opened) {
      Opened before = opened.put(fresh.room().id(), fresh);
      if (before != null && before != fresh) {
        closeBeside(before);
      }
      return fresh;
    }
  }

  /** Closes the room of a collection, if it is open. */
  public void forget(String id) {
    List<Opened> closed;
    synchronized (opened) {
      closed = Stream.of(Optional.ofNullable(opened.remove(id)), Optional.ofNullable(opening.remove(id)))
          .flatMap(Optional::stream).toList();
    }
    closed.forEach(Rooms::close);
  }

  /** Closes the room of a collection that was removed, and deletes its index where that is not in its folder. */
  public void removed(String id) {
    forget(id);
    try {
      program.getBean(IndexEngines.class).delete(id);
    } catch (IndexException e) {
      LOG.warn("What the search servers hold of the collection {} stays there: {}", id, e.getMessage());
    }
  }

  /** Returns whether an index of a collection has ever been built. */
  boolean hasIndex(String id) {
    return program.getBean(IndexEngines.class).hasIndex(id, library.folder(id).resolve(INDEX));
  }

  private Opened open(String id, long sequence) {
    ConfigurableApplicationContext context = contexts.make("room-" + id, own -> {
      own.registerBean(Collection.class, () -> library.collection(id), lazy -> lazy.setLazyInit(true));
      own.registerBean(LiveIndex.class, () -> index(id, own), lazy -> lazy.setLazyInit(true));
    }, OF_A_COLLECTION);
    return new Opened(sequence, new Room(id, context), context);
  }

  private LiveIndex index(String id, BeanFactory context) {
    Path folder = library.folder(id).resolve(INDEX);
    return new LiveIndex(program.getBean(IndexEngines.class), folder, null, context.getBean(Collection.class),
        context.getBean(Chunking.class),
        program.getBean(OnnxEmbeddingModel.class));
  }

  /** Closes a room while others are asked: a build that it waits for may take its time to end. */
  private static void closeBeside(Opened room) {
    Thread.ofVirtual().name("closing-" + room.room().id()).start(() -> close(room));
  }

  /** Closes a room; an answer that is being made there has a lease on the index and keeps its parts. */
  private static void close(Opened room) {
    try {
      room.context().close();
    } catch (RuntimeException e) {
      LOG.warn("The room of {} could not be closed", room.room().id(), e);
    }
  }

  @Override
  public void close() {
    synchronized (opened) {
      Stream.concat(opening.values().stream(), opened.values().stream()).forEach(Rooms::close);
      opening.clear();
      opened.clear();
    }
    together.close();
  }
}
