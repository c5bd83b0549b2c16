package org.readingroom.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.bibliography.Bibliographies;
import org.readingroom.bibliography.Description;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.Profile;
import org.readingroom.collection.Sha256;
import org.readingroom.ingest.FileStatus;
import org.readingroom.ingest.ParsedFile;
import org.readingroom.library.LibraryRows.Kept;
import org.springframework.util.function.SingletonSupplier;

/**
 * Brings what is kept of a collection up to what its places hold, file by file.
 *
 * <p>
 * A file is what its content is: one that was moved keeps its documents, and the second of two with the same content is
 * a duplicate. Each file is written whole, so that whatever ends an update leaves every file as before or as after.
 */
final class CollectionUpdate {

  /** Is raised when files are read otherwise, so that all are read again. */
  static final String READER = "4";

  /** The reader of a file that could not be read for a reason that is not in it. */
  private static final String NOT_READ = "";
  private static final String UNREADABLE = "It cannot be read: it may not be yours to read.";
  private static final String MISNAMED = "Its name is in another encoding; it is read once it is renamed.";

  private final LibraryRows rows;
  private final Function<Path, ParsedFile> parser;
  private final String collection;
  private final boolean again;
  private final UpdateListener listener;
  private final Clock clock;
  private final Map<String, FileRecord> known = new HashMap<>();
  private final Map<String, FileRecord> byContent = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> leftOut;
  private final Map<String, Description> descriptions;
  private final List<FileRecord> looked = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Path> missing = new ArrayList<>();
  private Bibliographies bibliographies = Bibliographies.among(List.of());
  private ProfileFiles profile = ProfileFiles.among(List.of(), List.of());

  /**
   * Makes an update.
   *
   * @param again whether files that could not be read are read once more though they have not changed
   */
  CollectionUpdate(LibraryRows rows, Function<Path, ParsedFile> parser, String collection,
      boolean again, UpdateListener listener, Clock clock) {
    this.rows = rows;
    this.parser = parser;
    this.collection = collection;
    this.again = again;
    this.listener = listener;
    this.clock = clock;
    this.leftOut = rows.leftOut(collection);
    this.descriptions = rows.descriptions(collection);
    for (FileRecord file : rows.files(collection)) {
      known.put(file.path(), file);
      if (file.status().equals(FileRecord.INDEXED)) {
        byContent.put(file.sha256(), file);
      }
    }
  }

  /**
   * Looks at the files of some places.
   *
   * @param places the places; what is known of others stays as it is
   * @param all all places of the collection, for the bibliographies in them
   */
  UpdateReport run(List<Path> places, List<Path> all) {
    List<FoundFile> files = new ArrayList<>();
    List<FoundFile> unreadable = new ArrayList<>();
    List<Path> there = new ArrayList<>();
    List<FoundFile> found = new ArrayList<>();
    List<FoundFile> everything = new ArrayList<>();
    boolean whole = true;
    for (Path place : all) {
      FileFinder.Found inPlace = find(place);
      List<FoundFile> wanted = inPlace == null
          ? List.of()
          : inPlace.files().stream().filter(file -> !leftOut.contains(file.file().toString())).toList();
      found.addAll(wanted);
      if (inPlace != null) {
        everything.addAll(inPlace.files());
        everything.addAll(inPlace.unreadable());
      }
      whole &= inPlace == null
          ? isGone(place)
          : inPlace.unreadable().stream().map(FoundFile::file).noneMatch(
              path -> Files.isDirectory(path) || Profile.isNamed(String.valueOf(path.getFileName())));
      if (!places.contains(place)) {
        continue;
      }
      if (inPlace == null) {
        (isGone(place) ? there : missing).add(place);
      } else {
        files.addAll(wanted);
        unreadable.addAll(inPlace.unreadable());
        there.add(place);
      }
    }
    profile = ProfileFiles.among(found, everything);
    List<Path> described = found.stream().map(FoundFile::file).filter(file -> !profile.contains(file))
        .toList();
    bibliographies = Bibliographies.among(described);
    files.removeIf(file -> profile.contains(file.file()) || bibliographies.contains(file.file()));
    Map<Path, String> paths = new FilePaths(known.values())
        .of(Stream.concat(files.stream(), unreadable.stream()).toList());
    paths.values().forEach(seen::add);
    boolean cancelled = false;
    int total = files.size() + unreadable.size();
    for (FoundFile file : files) {
      cancelled = listener.isCancelled();
      if (cancelled) {
        break;
      }
      tell(look(file, String.valueOf(paths.get(file.file()))), total);
    }
    for (FoundFile file : cancelled ? List.<FoundFile>of() : unreadable) {
      tell(unread(file, String.valueOf(paths.get(file.file())),
          FileFinder.isFoundByName(file.file()) ? UNREADABLE : MISNAMED), total);
    }
    if (!cancelled) {
      removeGone(there, unreadable);
      lookAtDuplicates();
      describe(new HashSet<>(described));
      describe(whole);
    }
    return new UpdateReport(looked, removed, missing,
        Stream.concat(profile.remarks().stream(), bibliographies.remarks().stream()).toList(), cancelled);
  }

  /**
   * Returns what is in a place, or null where it is not there, or is a folder that had files and is empty, as the place
   * of a disk is that is not mounted.
   */
  private FileFinder.@Nullable Found find(Path place) {
    try {
      FileFinder.Found inPlace = Files.exists(place) ? FileFinder.in(place) : null;
      return inPlace != null && inPlace.isEmpty()
          && known.values().stream().anyMatch(file -> file.place().equals(place.toString()))
              ? null
              : inPlace;
    } catch (IOException e) {
      return null;
    }
  }

  /** Tells whether a place was a file and its folder is still there, so that it was removed and not unmounted. */
  private boolean isGone(Path place) {
    Path folder = place.getParent();
    return folder != null && Files.isDirectory(folder) && !Files.exists(place)
        && known.values().stream().anyMatch(file -> file.location().equals(place.toString()));
  }

  private void tell(FileRecord file, int total) {
    looked.add(file);
    listener.looked(file, looked.size(), total);
  }

  private FileRecord look(FoundFile file, String path) {
    FileRecord before = known.get(path);
    @Nullable
    FileRecord read = before != null && before.reader().equals(READER) && !(again && before.isTrouble())
        ? before
        : null;
    if (read != null && read.size() == file.size() && read.modified() == file.modified()
        && read.place().equals(file.place().toString())) {
      return read.duplicateOf() == null ? unchanged(read) : stillDuplicate(read, file);
    }
    String sha256;
    try {
      sha256 = Sha256.of(file.file());
    } catch (IOException e) {
      return unread(file, path, UNREADABLE);
    }
    if (read != null && read.duplicateOf() == null && read.sha256().equals(sha256)) {
      FileRecord same = read.at(path, file.file().toString(), file.place().toString(), file.size(),
          file.modified());
      rows.move(collection, path, same, clock.millis());
      return unchanged(same);
    }
    FileRecord other = byContent.get(sha256);
    if (other != null && !other.path().equals(path) && other.reader().equals(READER)) {
      return isThere(other) ? duplicate(other, file, path, sha256) : moved(other, file, path);
    }
    return parsed(file, path, sha256);
  }

  /** Returns an indexed file as unchanged; of any other its status and message say more. */
  private static FileRecord unchanged(FileRecord file) {
    return !file.status().equals(FileRecord.INDEXED)
        ? file
        : new FileRecord(file.path(), file.location(), file.place(), file.size(), file.modified(),
            FileRecord.UNCHANGED, file.message(), file.sha256(), file.mediaType(), file.title(),
            file.language(), file.pages(), file.pagesWithoutText(), file.duplicateOf(), file.reader());
  }

  /** Looks whether the file whose content another has is still there and has that content. */
  private FileRecord stillDuplicate(FileRecord before, FoundFile file) {
    FileRecord other = byContent.get(before.sha256());
    if (other == null) {
      return parsed(file, before.path(), before.sha256());
    }
    if (!isThere(other)) {
      return moved(other, file, before.path());
    }
    return other.path().equals(before.duplicateOf())
        ? before
        : duplicate(other, file, before.path(), before.sha256());
  }

  /** Looks once more whether duplicates have an original, which may have changed or gone after they were looked at. */
  private void lookAtDuplicates() {
    List<FileRecord> duplicates = known.values().stream().filter(file -> file.duplicateOf() != null)
        .sorted(Comparator.comparing(FileRecord::path)).toList();
    for (FileRecord file : duplicates) {
      Path location = Path.of(file.location());
      if (!listener.isCancelled() && isAsItWas(file, location)) {
        FileRecord now = stillDuplicate(file,
            new FoundFile(Path.of(file.place()), location, file.path(), file.size(), file.modified()));
        if (!now.equals(file)) {
          looked.replaceAll(earlier -> earlier.path().equals(now.path()) ? now : earlier);
        }
      }
    }
  }

  private static boolean isAsItWas(FileRecord file, Path location) {
    try {
      return Files.size(location) == file.size()
          && Files.getLastModifiedTime(location).toMillis() == file.modified();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isThere(FileRecord file) {
    return seen.contains(file.path()) || Files.exists(Path.of(file.location()));
  }

  private FileRecord moved(FileRecord other, FoundFile file, String path) {
    if (forget(path)) {
      rows.remove(collection, path, clock.millis());
    }
    FileRecord moved = other.at(path, file.file().toString(), file.place().toString(), file.size(),
        file.modified());
    rows.move(collection, other.path(), moved, clock.millis());
    forget(other.path());
    known.put(path, moved);
    byContent.put(moved.sha256(), moved);
    return unchanged(moved);
  }

  private FileRecord duplicate(FileRecord other, FoundFile file, String path, String sha256) {
    FileRecord now = rows.file(collection, other.path()).orElse(other); // It may have been described since.
    return keep(new FileRecord(path, file.file().toString(), file.place().toString(), file.size(),
        file.modified(), FileRecord.DUPLICATE, "It has the same content as " + other.path() + ".", sha256,
        other.mediaType(), now.title(), now.language(), other.pages(), other.pagesWithoutText(),
        other.path(), READER), List.of(), null);
  }

  private FileRecord parsed(FoundFile file, String path, String sha256) {
    ParsedFile parsed = parser.apply(file.file());
    if (!parsed.wasRead()) {
      return unread(file, path, parsed.message());
    }
    FileRecord record = new FileRecord(path, file.file().toString(), file.place().toString(), file.size(),
        file.modified(), word(parsed.status()), parsed.message(), sha256, parsed.mediaType(),
        parsed.title(), parsed.language(), parsed.pages(), parsed.pagesWithoutText(), null, READER);
    List<Kept> documents = parsed.documents().stream()
        .map(document -> DocumentForm.of(collection, path, parsed.mediaType(), document)).toList();
    Optional<DocumentCard> whole = documents.stream().filter(kept -> kept.part().isEmpty()).map(Kept::card)
        .findFirst();
    return keep(record, documents,
        whole.map(document -> bibliographies.of(file.file(), descriptions.get(path), () -> document))
            .orElse(null));
  }

  /** Writes what bibliographies say of files otherwise than when they were last looked at. */
  private void describe(Set<Path> found) {
    Map<String, Description> before = rows.descriptions(collection);
    for (FileRecord file : known.values()) {
      Path location = Path.of(file.location());
      if (file.status().equals(FileRecord.INDEXED) && found.contains(location)) {
        Description now = bibliographies.of(location, before.get(file.path()),
            SingletonSupplier.ofNullable(() -> rows.own(collection, file.path()).orElse(null)));
        if (!Objects.equals(now, before.get(file.path()))) {
          rows.describe(collection, file.path(), now, clock.millis());
        }
      }
    }
  }

  /** Writes what the collection says of itself otherwise than when it was last looked at. */
  private void describe(boolean whole) {
    Profile before = rows.profile(collection);
    Profile now = profile.read(before, whole);
    if (!now.equals(before)) {
      rows.describe(collection, now, clock.millis());
    }
  }

  private FileRecord keep(FileRecord file, List<Kept> documents, @Nullable Description description) {
    rows.save(collection, file, documents, description, clock.millis());
    forget(file.path());
    known.put(file.path(), file);
    if (file.status().equals(FileRecord.INDEXED)) {
      byContent.put(file.sha256(), file);
    }
    return file;
  }

  /** Lets go of what was known of a path, and tells whether there was anything. */
  private boolean forget(String path) {
    FileRecord before = known.remove(path);
    if (before != null) {
      byContent.remove(before.sha256(), before);
    }
    return before != null;
  }

  /**
   * Returns that a file could not be read for a reason that is not in it. What is known of it stays, and the next
   * update tries again.
   */
  private FileRecord unread(FoundFile file, String path, String message) {
    FileRecord failed = new FileRecord(path, file.file().toString(), file.place().toString(), file.size(),
        file.modified(), FileRecord.FAILED, message, "", "", null, null, 0, List.of(), null, NOT_READ);
    FileRecord before = known.get(path);
    return before == null || before.reader().equals(NOT_READ) && !before.equals(failed)
        ? keep(failed, List.of(), null)
        : failed;
  }

  /** Removes the files of places that are there which are there no longer, as far as their folders can be read. */
  private void removeGone(List<Path> places, List<FoundFile> unreadable) {
    for (FileRecord file : List.copyOf(known.values())) {
      Path location = Path.of(file.location());
      boolean gone = places.contains(Path.of(file.place()))
          || places.stream().anyMatch(location::startsWith) && Files.notExists(location);
      if (!seen.contains(file.path()) && gone
          && unreadable.stream().map(FoundFile::file).noneMatch(location::startsWith)) {
        rows.remove(collection, file.path(), clock.millis());
        forget(file.path());
        removed.add(file.path());
      }
    }
    removed.sort(null);
  }

  private static String word(FileStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
