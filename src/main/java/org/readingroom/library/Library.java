package org.readingroom.library;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentSource;
import org.readingroom.collection.Profile;
import org.readingroom.collection.Sha256;
import org.readingroom.ingest.Box;
import org.readingroom.ingest.FileParser;
import org.readingroom.ingest.ParsingSettings;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps all collections: the built-in one, which cannot be changed, and those made from files.
 *
 * <p>
 * Any number of processes may use one library; one at a time changes a collection.
 */
public final class Library implements DocumentSource, AutoCloseable {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  /** How many digits of its digest tell the path of an archive from others. */
  private static final int DIGITS = 12;

  private final Path collections;
  private final Supplier<Collection> builtIn;
  private final Supplier<String> builtInId;
  private final Clock clock;
  private final LibraryStore store;
  private final CollectionFiles files;
  private final Layouts layouts = new Layouts();
  private final Profiles profiles = new Profiles();

  /**
   * Makes a library in a data directory.
   *
   * @param home the data directory
   * @param builtIn the built-in collection, which is asked for when it is needed
   * @param builtInId its id
   */
  public Library(Path home, Supplier<Collection> builtIn, Supplier<String> builtInId, ParsingSettings parsing,
      Clock clock) {
    this(home, LibrarySettings.EMBEDDED, builtIn, builtInId, ofFiles(parsing), clock);
  }

  Library(Path home, LibrarySettings settings, Supplier<Collection> builtIn, Supplier<String> builtInId,
      Parsing parsing, Clock clock) {
    Path directory = home.toAbsolutePath().normalize();
    // What is of another library must not be taken for a copy of what this one has.
    this.collections = directory.resolve(settings.isEmbedded() ? "collections" : "copies");
    this.builtIn = builtIn;
    this.builtInId = SingletonSupplier.of(builtInId); // It is read from a file.
    this.clock = clock;
    this.store = settings.isEmbedded()
        ? new LibraryFile(directory, collections)
        : new LibraryServer(settings, directory, collections, clock);
    this.files = new CollectionFiles(store, this::folder, parsing, clock);
  }

  /** Returns what reads files in a process of their own. */
  static Parsing ofFiles(ParsingSettings settings) {
    return update -> {
      try (FileParser parser = new FileParser(settings)) {
        return update.apply(file -> parser.parse(file, null));
      }
    };
  }

  /** Returns the id of the built-in collection. */
  public String builtInId() {
    return builtInId.get();
  }

  /** Tells whether there is a collection of an id. */
  public boolean has(String id) {
    return id.equals(builtInId()) || CollectionId.isId(id) && isBegun() && rows().sequence(id).isPresent();
  }

  /** Returns the collections that are made from files, in the order of their ids. */
  public List<Holding> holdings() {
    return isBegun() ? rows().holdings() : List.of();
  }

  /**
   * Returns a collection made from files.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  public Holding holding(String id) {
    return (isBegun() ? rows().holding(id) : Optional.<Holding>empty())
        .orElseThrow(() -> new UnknownCollectionException(id));
  }

  /**
   * Returns a number that grows with every change of a collection.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  public long sequence(String id) {
    return (isBegun() ? rows().sequence(id) : Optional.<Long>empty())
        .orElseThrow(() -> new UnknownCollectionException(id));
  }

  /**
   * Returns the numbers of all collections that are made from files, which grow with every change of them, by their
   * ids.
   */
  public Map<String, Long> sequences() {
    return isBegun() ? rows().sequences() : Map.of();
  }

  /**
   * Returns a collection with its documents.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  public Collection collection(String id) {
    if (id.equals(builtInId())) {
      return builtIn.get();
    }
    Holding holding = holding(id);
    return of(holding.title(), id, Sha256.of(id + holding.sequence()), rows().documents(id));
  }

  /** Returns what a collection is called; its id where there is none. */
  public String title(String id) {
    // A conversation may still cite one that is gone.
    return id.equals(builtInId())
        ? builtIn.get().title()
        : isBegun() ? rows().title(id).orElse(id) : id;
  }

  /** Returns what a reference says of a collection: for one made from files without the documents. */
  public Collection titled(String id) {
    if (id.equals(builtInId())) {
      return builtIn.get();
    }
    return of(title(id), id, "", List.of());
  }

  private Collection of(String title, String id, String sha256, List<Document> documents) {
    Profile profile = isBegun() ? profiles.of(id, rows()) : Profile.NONE;
    Profile.Texts texts = profile.texts();
    return new Collection(id, title, texts.description(), texts.publisher(),
        texts.citation().isEmpty() ? "in " + title : texts.citation(), texts.examples(), sha256, documents,
        profile.authority(), List.of());
  }

  @Override
  public Optional<Document> document(String documentId) {
    int colon = documentId.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String collection = documentId.substring(0, colon);
    String number = documentId.substring(colon + 1);
    if (collection.equals(builtInId())) {
      return builtIn.get().document(documentId);
    }
    return isOfOwn(collection, number)
        ? rows().document(collection, Integer.parseInt(number))
        : Optional.empty();
  }

  /** Finds a document by its id, or one of the built-in collection by its number. */
  public Optional<Document> find(String idOrNumber) {
    return document(NUMBER.matcher(idOrNumber).matches() ? builtInId() + ":" + idOrNumber : idOrNumber);
  }

  /**
   * Returns the file that a document was read from, which is on this machine then if it was sent; nothing where the
   * document has none of its own.
   */
  public Optional<FileRecord> file(String documentId) {
    int colon = documentId.lastIndexOf(':');
    String collection = documentId.substring(0, Math.max(0, colon));
    String number = documentId.substring(colon + 1);
    Optional<FileRecord> file = isOfOwn(collection, number)
        ? rows().file(collection, Integer.parseInt(number))
        : Optional.empty();
    file.ifPresent(found -> bring(collection, Path.of(found.location())));
    return file;
  }

  private void bring(String collection, Path file) {
    try {
      store.originals().bring(collection, file);
    } catch (UncheckedIOException e) {
      throw new LibraryException("The file " + file.getFileName() + " cannot be fetched from the library: "
          + e.getMessage() + ".", e);
    }
  }

  private boolean isOfOwn(String collection, String number) {
    return CollectionId.isId(collection) && NUMBER.matcher(number).matches() && isBegun();
  }

  /** Returns the rectangles around words of a document on its pages, one for each line; none without pages. */
  public List<Box> boxes(Document document, int start, int end) {
    return document.origin() == null || document.origin().pages() == 0
        ? List.of()
        : layouts.of(document, () -> rows().layout(document))
            .map(layout -> layout.boxes(start, end)).orElse(List.of());
  }

  /**
   * Returns the files of a collection in the order of their paths.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  public List<FileRecord> files(String id) {
    sequence(id);
    return rows().files(id);
  }

  /** Returns the numbers of the documents of each file, by its path. */
  public Map<String, List<Integer>> numbersByPath(String id) {
    return isBegun() ? rows().numbersByPath(id) : Map.of();
  }

  /** Returns the folder that holds the index of a collection and the files that were sent to it. */
  public Path folder(String id) {
    return collections.resolve(id);
  }

  /** Returns the folder of the files that were sent to a collection: one of its places as soon as it is there. */
  public Path sent(String id) {
    return Locations.originals(folder(id));
  }

  /**
   * Keeps files that were sent to a collection; an update reads them. Where this throws some may be kept.
   *
   * @param free finds a name that is not taken, which looks like another
   * @return the names that they are kept under, in their order
   * @throws UnknownCollectionException if there is none of that id
   * @throws java.io.UncheckedIOException if they cannot be written
   */
  public List<String> keep(String id, List<SentFile> files,
      BiFunction<String, Predicate<String>, String> free) {
    Set<String> known = files(id).stream().map(FileRecord::path).collect(Collectors.toSet());
    return store.originals().keep(id, files, known, free::apply);
  }

  /** Returns the names of files that were sent to any machine and that no update has looked at. */
  public List<String> waiting(String id) {
    return store.originals().waiting(id);
  }

  /** Returns the collections that have such files. */
  public List<String> waiting() {
    return store.originals().waiting();
  }

  /** Tells whether programs on other machines may use the library, and change it. */
  public boolean isShared() {
    return store.isShared();
  }

  /**
   * Looks whether this program is the one that is to read files by itself, or else can become it. Of those that share a
   * library one is.
   */
  public boolean renewLease() {
    return store.renewLease();
  }

  /** Tells whether this program was the one that is to read files by itself when the lease was last renewed. */
  public boolean holdsLease() {
    return store.holdsLease();
  }

  /** Tells whether another program waits for a change of a collection to end. */
  public boolean isAwaited(String id) {
    return store.isAwaited(id);
  }

  /** Removes what this machine has of a collection that another has removed. */
  public void forget(String id) {
    if (store.isShared() && CollectionId.isId(id) && !has(id)) {
      profiles.forget(id);
      Folders.remove(folder(id));
    }
  }

  /**
   * Makes a collection without files, unless it is there.
   *
   * @return whether it was made
   * @throws LibraryException if the id cannot be one, or is the built-in collection's
   */
  public boolean create(String id, String title) {
    if (!CollectionId.isId(id)) {
      throw new LibraryException(
          "“" + id + "” cannot be the id of a collection: it has up to " + CollectionId.MAX_LENGTH
              + " lower-case letters, digits and hyphens, not starting with a hyphen.");
    }
    if (id.equals(builtInId())) {
      throw new LibraryException("The collection " + id + " is built in and cannot be changed.");
    }
    return store.alone(id, rows -> {
      if (rows.sequence(id).isEmpty()) {
        Folders.remove(folder(id)); // Whoever was killed while removing one of that id left it.
      }
      return rows.create(id, title.isBlank() ? id : title.strip(), clock.millis());
    });
  }

  /** Makes a collection without files, and returns its id: one like a name, with a number where that is taken. */
  public String createLike(String name, String title) {
    String plain = CollectionId.like(name);
    String id = plain;
    for (int number = 2; has(id) || !create(id, title); number++) {
      id = plain + "-" + number;
    }
    return id;
  }

  /** Returns the collection with an id like a name that has one of some folders, files and zip archives already. */
  public Optional<String> collectionOf(String name, List<Path> places) {
    Pattern like = Pattern.compile(CollectionId.like(name) + "(-" + NUMBER + ")?");
    return sequences().keySet().stream().filter(id -> like.matcher(id).matches())
        .filter(id -> rows().places(id).stream().anyMatch(known -> places.stream().anyMatch(
            place -> known.startsWith(place) || place.startsWith(known)
                || known.equals(unpacked(id, place)))))
        .min(Comparator.naturalOrder());
  }

  /**
   * Removes a collection with its documents and its index. Its files stay where they are, but for those that were
   * sent to it.
   *
   * @throws UnknownCollectionException if there is none of that id
   * @throws LibraryException if it is the built-in one
   */
  public void delete(String id) {
    requireOwn(id);
    store.alone(id, rows -> {
      rows.delete(id);
      profiles.forget(id);
      Folders.remove(folder(id));
      return id;
    });
  }

  /**
   * Unpacks a zip archive into the folder of a collection, in the place of what was unpacked from it before, which
   * stays where this fails.
   *
   * @return the folder with what was in it
   * @throws LibraryException if it cannot be unpacked
   */
  public Path unpack(String id, Path archive) {
    requireOwn(id);
    return store.alone(id,
        rows -> ZipArchive.unpack(archive, unpacked(id, archive), folder(id).resolve("unpacking")));
  }

  /** Returns the folder of what is in an archive; those of one name from different places have different ones. */
  private Path unpacked(String id, Path archive) {
    Path all = folder(id).resolve("unpacked");
    String name = String.valueOf(archive.getFileName());
    Path plain = all.resolve(name); // As earlier versions of the program have it.
    return Files.exists(plain)
        ? plain
        : all.resolve(Sha256.of(archive.toAbsolutePath().normalize().toString()).substring(0, DIGITS))
            .resolve(name);
  }

  /**
   * Adds places to a collection and reads their files, those that could not be read before once more.
   *
   * @param places folders and files
   * @throws UnknownCollectionException if there is none of that id
   */
  public UpdateReport add(String id, List<Path> places, UpdateListener listener) {
    requireOwn(id);
    return store.alone(id, rows -> files.add(rows, id, places, listener));
  }

  /**
   * Reads what is new or has changed in the places of a collection, and removes what is gone.
   *
   * @throws UnknownCollectionException if there is none of that id
   */
  public UpdateReport update(String id, UpdateListener listener) {
    requireOwn(id);
    return store.alone(id, rows -> files.update(rows, id, listener));
  }

  /**
   * Takes a file out of a collection, until it is added again; the file itself stays, but for one that was sent to the
   * collection. A copy of it in the collection has its documents from then on.
   *
   * @return false if the collection has no file of that path
   * @throws UnknownCollectionException if there is no collection of that id
   */
  public boolean remove(String id, String path) {
    return remove(id, path, false);
  }

  /** As {@link #remove(String, String)}, with the copies of the file that were sent to the collection. */
  public boolean removeWithCopies(String id, String path) {
    return remove(id, path, true);
  }

  private boolean remove(String id, String path, boolean copies) {
    requireOwn(id);
    return store.alone(id, rows -> files.remove(rows, id, path, copies));
  }

  private void requireOwn(String id) {
    if (id.equals(builtInId())) {
      throw new LibraryException("The collection " + id + " is built in and cannot be changed.");
    }
    sequence(id);
  }

  private boolean isBegun() {
    return store.isBegun();
  }

  private LibraryRows rows() {
    return store.rows();
  }

  @Override
  public void close() {
    store.close();
  }
}
