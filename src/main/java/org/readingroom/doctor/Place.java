package org.readingroom.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is a place where data lies.
 *
 * @param name what lies there
 * @param rights who may do what, such as {@code rwx------}; null where it is not there or the system has no such rights
 * @param owner whose it is; null where it is not there
 * @param writable whether this user may write there, or make it where it is missing
 * @param bytes how much is there, what is in it included; null where it was not counted
 */
public record Place(String name, String path, boolean exists, @Nullable String rights, @Nullable String owner,
    boolean writable, @Nullable Long bytes) {

  /** Looks at a place and counts what is there. */
  static Place of(String name, Path path) {
    Place place = uncounted(name, path);
    return new Place(name, place.path(), place.exists(), place.rights(), place.owner(), place.writable(),
        bytes(Path.of(place.path())));
  }

  /** Looks at a place in which much besides may lie. */
  static Place uncounted(String name, Path path) {
    Path place = path.toAbsolutePath().normalize();
    boolean exists = Files.exists(place);
    return new Place(name, place.toString(), exists, exists ? rights(place) : null,
        exists ? owner(place) : null, Files.isWritable(exists ? place : existing(place)), null);
  }

  /** Returns the nearest folder above a place that is there. */
  static Path existing(Path place) {
    Path folder = place.toAbsolutePath().normalize();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static @Nullable String rights(Path place) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static @Nullable String owner(Path place) {
    try {
      return Files.getOwner(place).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static long bytes(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
