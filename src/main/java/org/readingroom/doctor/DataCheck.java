package org.readingroom.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks whether the data directory can be written, who else may read it, and how much room is left. */
final class DataCheck implements Check {

  private static final long LEAST = 20L << 20;
  private static final long LITTLE = 300L << 20;
  /** What is written to try: more than a disk that says it is full still takes. */
  private static final int TRIED = 64 << 10;

  private final Path home;

  DataCheck(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  @Override
  public String subject() {
    return "data";
  }

  @Override
  public String remedy() {
    return "Set READING_ROOM_HOME to a folder that you can write to.";
  }

  @Override
  public List<Finding> findings() throws IOException {
    Path folder = Place.existing(home);
    if (!Files.isDirectory(folder)) {
      return List.of(Finding.error(subject(), "The data directory " + home + " cannot be made: " + folder
          + " is a file.", remedy()));
    }
    try {
      Path tried = Files.createTempFile(folder, ".doctor", "");
      try {
        Files.write(tried, new byte[TRIED]);
      } finally {
        Files.delete(tried);
      }
    } catch (FileSystemException e) {
      return List.of(Finding.error(subject(), "The data directory " + home + " cannot be written ("
          + why(e) + ").", remedy()));
    }
    return List.of(rights(), room(free(home)));
  }

  private static String why(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException denied -> "there is no permission";
      case NoSuchFileException missing -> "nothing can be made there";
      default -> e.getReason() == null ? "the system does not say why" : e.getReason();
    };
  }

  private Finding rights() {
    String rights = Place.uncounted("", home).rights();
    return rights == null || rights.endsWith("------")
        ? Finding.ok(subject(),
            "The data directory " + home + " can be written, and nobody else can read it.")
        : Finding.warning(subject(), "Others may read the data directory " + home + " (" + rights + ").",
            "Set READING_ROOM_HOME to a folder of your own, or take the rights from others.");
  }

  private Finding room(long free) {
    String left = String.format(Locale.ROOT, "The disk of the data directory has %,d MB left.", free >> 20);
    String remedy = "Free some room, or set READING_ROOM_HOME to a folder on another disk.";
    return free < LEAST
        ? Finding.error("disk", left, remedy)
        : free < LITTLE ? Finding.warning("disk", left, remedy) : Finding.ok("disk", left);
  }

  /** Returns how many bytes the disk of a place still holds. */
  static long free(Path place) throws IOException {
    return Files.getFileStore(Place.existing(place)).getUsableSpace();
  }
}
