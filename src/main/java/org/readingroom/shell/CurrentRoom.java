package org.readingroom.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.ingest.Box;
import org.readingroom.library.Library;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.passage.Span;
import org.readingroom.quotation.Finding;
import org.readingroom.quotation.JointFindings;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reference.Reference;
import org.readingroom.reply.LibrarySources;
import org.readingroom.reply.Sources;
import org.readingroom.room.Room;
import org.readingroom.room.Rooms;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.shell.core.command.CommandContext;

/**
 * Remembers which collection the commands are about. The built-in one needs neither the rooms nor the library, so that
 * who has no other waits for neither.
 */
final class CurrentRoom {

  /** Means all collections, unless one is called so. */
  static final String ALL = "all";

  /** Knows of the built-in collection's documents by itself, and has the library asked about others only. */
  private record BuiltInFirst(Collection builtIn, Supplier<Library> library) implements Sources {

    @Override
    public Reference reference(Document document) {
      return of(document).reference(document);
    }

    @Override
    public List<Box> boxes(Document document, Span span) {
      return of(document).boxes(document, span);
    }

    private Sources of(Document document) {
      return document.collection().equals(builtIn.id())
          ? Sources.of(new Reference(builtIn))
          : new LibrarySources(library.get());
    }
  }

  private final BeanFactory program;
  private @Nullable String chosen;
  private @Nullable Room room;
  /** The ids of the collections that are asked together; none where one is asked. */
  private List<String> several = List.of();

  CurrentRoom(BeanFactory program) {
    this.program = program;
  }

  /** Returns what does a kind of work for the collection that is the current one when it is asked for. */
  <T> Supplier<T> of(Class<T> part) {
    return () -> {
      if (!several.isEmpty()) {
        return part.equals(Collection.class) ? part.cast(joined()) : rooms().together(several, false, part);
      }
      Room current = room;
      return current == null ? program.getBean(part) : current.get(part);
    };
  }

  private Rooms rooms() {
    return program.getBean(Rooms.class);
  }

  /** Returns the documents and names of all collections that are asked together. */
  private Collection joined() {
    List<Collection> all = several.stream().map(id -> rooms().room(id).collection()).toList();
    return new Collection(String.join(",", several),
        all.stream().map(Collection::title).collect(Collectors.joining(" · ")), "", "",
        all.stream().map(Collection::sha256).collect(Collectors.joining(" ")),
        all.stream().flatMap(each -> each.documents().stream()).toList(),
        new Authority(all.stream().flatMap(each -> each.authority().entries().stream()).toList()), List.of());
  }

  /** Returns the indexes that are searched. */
  List<LiveIndex> indexes() {
    return several.isEmpty()
        ? List.of(of(LiveIndex.class).get())
        : several.stream().map(id -> rooms().room(id).index()).toList();
  }

  /** Returns what finds a quotation. */
  Function<String, Finding> findings() {
    if (several.isEmpty()) {
      return of(QuotationFinder.class).get()::find;
    }
    return quote -> JointFindings.of(several, id -> rooms().room(id).get(QuotationFinder.class).find(quote));
  }

  /** Returns the title of a document's collection where several are asked; empty where one is. */
  String label(Document document) {
    return several.isEmpty() ? "" : program.getBean(Library.class).title(document.collection());
  }

  /** Returns what knows references and pages of documents: conversations may cite those of other collections, too. */
  Sources sources() {
    return chosen == null
        ? new BuiltInFirst(program.getBean(Collection.class), () -> program.getBean(Library.class))
        : new LibrarySources(program.getBean(Library.class));
  }

  /** Returns the id of the chosen collection; null for the built-in one. */
  @Nullable
  String chosen() {
    return chosen;
  }

  /** Tells whether a collection is the current one, or one of several. */
  boolean uses(String id) {
    return id.equals(chosen) || several.contains(id);
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
    if (named.isBlank() && !several.isEmpty()) {
      throw new UsageException("“" + context.parsedInput().commandName()
          + "” wants the name of one collection: several are in use.");
    }
    return named.isBlank() && chosen != null ? chosen : named;
  }

  /**
   * Makes a collection the current one until another is, or several by their ids with commas between, or all of them.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  void use(String id) {
    Rooms rooms = rooms();
    List<String> ids = id.equals(ALL) && !program.getBean(Library.class).has(ALL)
        ? rooms.all()
        : Stream.of(id.split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct().sorted()
            .toList();
    if (ids.size() > 1) {
      ids.forEach(rooms::room);
      several = ids;
      chosen = id;
      room = null;
      return;
    }
    Room wanted = rooms.room(ids.isEmpty() ? id : ids.getFirst());
    boolean builtIn = wanted.id().equals(rooms.builtIn().id());
    several = List.of();
    chosen = builtIn ? null : wanted.id();
    room = builtIn ? null : wanted;
  }

  /**
   * Takes notice of what has changed in the current collection.
   *
   * @return false if it was removed; the built-in one is the current one then
   */
  boolean renew() {
    if (chosen != null) {
      try {
        use(chosen);
      } catch (UnknownCollectionException removed) {
        several = List.of();
        chosen = null;
        room = null;
        return false;
      }
    }
    return true;
  }

  /** Does work with another collection as the current one. */
  <T> T within(String id, Supplier<T> work) {
    String before = chosen;
    Room old = room;
    List<String> others = several;
    use(id);
    try {
      return work.get();
    } finally {
      chosen = before;
      room = old;
      several = others;
    }
  }
}
