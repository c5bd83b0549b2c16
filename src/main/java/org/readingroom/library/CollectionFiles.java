package org.readingroom.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes which files collections have, for a caller that nobody else changes the collection beside. */
final class CollectionFiles {

  /** How long texts that were replaced are kept for those who search the index as it was before. */
  private static final Duration REMEMBERED = Duration.ofHours(12);

  private final LibraryStore store;
  private final Function<String, Path> folder;
  private final Parsing parsing;
  private final Clock clock;

  /**
   * Makes what changes files.
   *
   * @param folder finds what this machine has of a collection
   */
  CollectionFiles(LibraryStore store, Function<String, Path> folder, Parsing parsing, Clock clock) {
    this.store = store;
    this.folder = folder;
    this.parsing = parsing;
    this.clock = clock;
  }

  /** Adds places and reads their files, those that could not be read before once more. */
  UpdateReport add(LibraryRows rows, String id, List<Path> places, UpdateListener listener) {
    List<Path> known = rows.places(id);
    List<Path> named = outermost(places.stream().map(place -> place.toAbsolutePath().normalize()).toList());
    List<Path> wanted = outermost(Stream.concat(known.stream(), named.stream()).toList());
    wanted.stream().filter(place -> !known.contains(place)).forEach(place -> rows.addPlace(id, place));
    known.stream().filter(place -> !wanted.contains(place)).forEach(place -> rows.removePlace(id, place));
    rows.leftOut(id).stream().filter(file -> named.stream().anyMatch(Path.of(file)::startsWith))
        .forEach(file -> rows.takeIn(id, file));
    return update(rows, id,
        wanted.stream().filter(place -> named.stream().anyMatch(name -> name.startsWith(place))).toList(),
        true, listener);
  }

  /** Reads what is new or has changed in the places, and removes what is gone. */
  UpdateReport update(LibraryRows rows, String id, UpdateListener listener) {
    Originals.Brought sent = store.originals().bring(id);
    UpdateReport report = update(rows, id, outermost(places(rows, id)), false, listener);
    if (!report.cancelled()) {
      sent.looked();
    }
    return report;
  }

  private UpdateReport update(LibraryRows rows, String id, List<Path> places, boolean again,
      UpdateListener listener) {
    rows.forgetReplaced(clock.millis() - REMEMBERED.toMillis());
    return parsing.during(parser -> new CollectionUpdate(rows, parser, id, again, listener, clock).run(places,
        places(rows, id)));
  }

  /**
   * Takes a file out, and tells whether there was one of that path. Where another has the same content it has the
   * documents from then on.
   *
   * @param copies whether copies of it that were sent go with it
   */
  boolean remove(LibraryRows rows, String id, String path, boolean copies) {
    Optional<FileRecord> file = rows.file(id, path);
    file.ifPresent(known -> {
      Path here = folder.apply(id);
      Path sent = Locations.originals(here);
      FileRecord heir = null;
      for (FileRecord other : rows.files(id)) {
        if (path.equals(other.duplicateOf()) && other.sha256().equals(known.sha256())) {
          Path copy = Path.of(other.location());
          if (copies && copy.startsWith(sent)) {
            store.originals().remove(id, copy);
            rows.remove(id, other.path(), clock.millis());
          } else if (heir == null) {
            heir = other;
          }
        }
      }
      Path location = Path.of(known.location());
      if (location.startsWith(sent)) {
        store.originals().remove(id, location);
      } else if (location.startsWith(here)) {
        Folders.remove(location);
      } else {
        rows.leaveOut(id, known.location());
      }
      if (heir == null) {
        rows.remove(id, path, clock.millis());
      } else {
        rows.remove(id, heir.path(), clock.millis());
        rows.move(id, path,
            known.at(heir.path(), heir.location(), heir.place(), heir.size(), heir.modified()),
            clock.millis());
      }
      rows.removePlace(id, location);
    });
    return file.isPresent();
  }

  /** Returns the places of a collection, with the folder of the files that were sent to it. */
  private List<Path> places(LibraryRows rows, String id) {
    return Stream.concat(rows.places(id).stream(),
        Stream.of(Locations.originals(folder.apply(id))).filter(Files::isDirectory)).toList();
  }

  /** Returns the places that lie in no other of them. */
  private static List<Path> outermost(List<Path> places) {
    return places.stream().distinct().filter(place -> places.stream()
        .noneMatch(other -> place.startsWith(other) && !place.equals(other))).toList();
  }
}
