package org.readingroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Is the program as the build packs it. */
final class PackedProgram {

  private static boolean dated;

  private PackedProgram() {}

  /**
   * Dates the program as new, once: the build dates it by its version, so that it is the same wherever it is
   * built, and the launcher would take it for older than its sources and build it again. Dated again it would
   * be unpacked again.
   */
  static synchronized void date() throws IOException {
    if (!dated) {
      Files.setLastModifiedTime(Path.of("target/reading-room.jar"), FileTime.from(Instant.now()));
      dated = true;
    }
  }
}
