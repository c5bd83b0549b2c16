package org.readingroom.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.library.Library;
import org.readingroom.reference.Reference;
import org.readingroom.reply.LibrarySources;
import org.readingroom.reply.Sources;
import org.readingroom.room.Room;
import org.readingroom.room.Rooms;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.shell.core.command.CommandContext;

/**
 * Remembers which collection the commands are about. The built-in one needs neither the rooms nor the library, so that
 * who has no other waits for neither.
 */
final class CurrentRoom {

  private final BeanFactory program;
  private @Nullable String chosen;
  private @Nullable Room room;

  CurrentRoom(BeanFactory program) {
    this.program = program;
  }

  /** Returns what does a kind of work for the collection that is the current one when it is asked for. */
  <T> Supplier<T> of(Class<T> part) {
    return () -> {
      Room current = room;
      return current == null ? program.getBean(part) : current.get(part);
    };
  }

  /** Returns what knows references and pages of the documents of the current collection. */
  Sources sources() {
    return chosen == null
        ? Sources.of(new Reference(program.getBean(Collection.class)))
        : new LibrarySources(program.getBean(Library.class));
  }

  /** Returns the id of the chosen collection; null for the built-in one. */
  @Nullable
  String chosen() {
    return chosen;
  }

  /**
   * Returns the collection that a command names, or else the chosen one.
   *
   * @throws UsageException if it names none and none is chosen
   */
  String named(CommandContext context) {
    String named = Words.unquoted(Words.text(context.parsedInput()));
    if (named.isBlank() && chosen == null) {
      throw new UsageException("“" + context.parsedInput().commandName()
          + "” wants the name of a collection; “collections” lists them.");
    }
    return named.isBlank() && chosen != null ? chosen : named;
  }

  /**
   * Makes a collection the current one until another is.
   *
   * @throws org.readingroom.library.UnknownCollectionException if there is none of that id
   */
  void use(String id) {
    Rooms rooms = program.getBean(Rooms.class);
    Room wanted = rooms.room(id);
    boolean builtIn = wanted.id().equals(rooms.builtIn().id());
    chosen = builtIn ? null : id;
    room = builtIn ? null : wanted;
  }

  /** Takes notice of what has changed in the current collection. */
  void renew() {
    if (chosen != null) {
      use(chosen);
    }
  }

  /** Does work with another collection as the current one. */
  <T> T within(String id, Supplier<T> work) {
    String before = chosen;
    Room old = room;
    use(id);
    try {
      return work.get();
    } finally {
      chosen = before;
      room = old;
    }
  }
}
