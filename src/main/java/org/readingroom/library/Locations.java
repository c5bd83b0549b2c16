package org.readingroom.library;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns paths of this machine into what is kept of them, and back. In a library that machines share, a file that was
 * sent lies in the data directory of any, and one that was added by its path is there only for machines of one site: to
 * others its path leads nowhere.
 */
final class Locations {

  /** Keeps paths as they are: all who use the library see the same files. */
  static final Locations PLAIN = new Locations(null, "");

  private static final String SENT = "@/";
  private static final String ORIGINALS = "originals";
  private static final Pattern DRIVE = Pattern.compile("/[A-Za-z]:");

  private final @Nullable Path collections;
  private final String site;

  private Locations(@Nullable Path collections, String site) {
    this.collections = collections;
    this.site = site;
  }

  /**
   * Makes those of a library that machines share.
   *
   * @param collections the folder of what this machine has of collections
   */
  static Locations of(Path collections, String site) {
    return new Locations(collections, "@" + site);
  }

  /** Returns the folder of the files that were sent to a collection. */
  static Path originals(Path collection) {
    return collection.resolve(ORIGINALS);
  }

  /** Returns what is kept of a path. */
  String kept(String path) {
    if (collections == null || path.startsWith("@")) {
      return path;
    }
    Path here = Path.of(path);
    if (here.startsWith(collections)) {
      Path within = collections.relativize(here);
      if (within.getNameCount() > 1 && within.getName(1).toString().equals(ORIGINALS)) {
        return SENT + within.toString().replace('\\', '/');
      }
    }
    return site + (path.startsWith("/") ? path : "/" + path);
  }

  /** Returns the path on this machine. */
  String here(String kept) {
    if (collections == null) {
      return kept;
    }
    if (kept.startsWith(SENT)) {
      return collections.resolve(kept.substring(SENT.length())).toString();
    }
    if (!kept.startsWith(site + "/")) {
      return kept;
    }
    String path = kept.substring(site.length());
    return DRIVE.matcher(path).lookingAt() ? path.substring(1) : path;
  }
}
