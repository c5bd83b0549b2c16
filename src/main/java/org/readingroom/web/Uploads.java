package org.readingroom.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.RequestContext;
import org.readingroom.bibliography.Bibliographies;
import org.readingroom.collection.Profile;
import org.readingroom.library.Library;
import org.readingroom.library.SentFile;
import org.readingroom.web.SentFiles.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes in the files that are sent to collections. They come into a folder beside those of the collection and are
 * handed to the library when all of a request have come: of a request that breaks off none is kept.
 */
@Component
@ConditionalOnWebApplication
class Uploads {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private static final String INCOMING = "incoming";
  /** How old what a program that was ended has left must be before it is removed: others may be running. */
  private static final Duration OLD = Duration.ofDays(1);

  private final Library library;
  private final UploadSettings settings;

  Uploads(Library library, UploadSettings settings) {
    this.library = library;
    this.settings = settings;
  }

  /**
   * A file that was sent.
   *
   * @param path its path within the collection, or what the client calls it where it is not kept
   * @param kept whether it was kept; it is larger than it may be where it was not
   */
  record Uploaded(String path, boolean kept) {}

  /** Takes in the files of a form. */
  List<Uploaded> take(String id, RequestContext form) {
    Path incoming = library.folder(id).resolve(INCOMING).resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(incoming);
      return keep(id, new SentFiles(settings.fileLimit().toBytes()).read(form, incoming));
    } catch (IOException | UncheckedIOException e) {
      // One that was removed meanwhile has no folder.
      library.sequence(id);
      LOG.error("A file that was sent could not be kept", e);
      throw Problem.FILES_UNWRITABLE.exception("The files could not be kept: the disk may be full.");
    } finally {
      remove(incoming);
    }
  }

  /** Has the library keep files, but for those that are larger than they may be. */
  private List<Uploaded> keep(String id, List<Sent> sent) {
    List<SentFile> files = new ArrayList<>();
    for (Sent file : sent) {
      String name = FileName.of(file.name());
      if (file.content() != null) {
        // What says what files or the collection are takes the place of the one before: under another name it would
        // say nothing.
        files.add(new SentFile(name, file.content(), Bibliographies.areNamed(name) || Profile.isNamed(name)));
      }
    }
    Iterator<String> names = library.keep(id, files, FileName::free).iterator();
    return sent.stream().map(file -> file.content() == null
        ? new Uploaded(FileName.of(file.name()), false)
        : new Uploaded(names.next(), true)).toList();
  }

  /** Removes what programs that were ended have left of files on their way. */
  void removeLeavings(String id) {
    Path incoming = library.folder(id).resolve(INCOMING);
    try (Stream<Path> all = Files.isDirectory(incoming) ? Files.list(incoming) : Stream.empty()) {
      for (Path each : all.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(Instant.now().minus(OLD))) {
          remove(each);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("What is left in {} stays", incoming, e);
    }
  }

  private static void remove(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be removed", folder, e);
    }
  }
}
