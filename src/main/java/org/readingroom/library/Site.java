package org.readingroom.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.readingroom.home.DataDirectory;

/** The name by which a data directory knows the files of its own machine in a library that machines share. */
final class Site {

  private Site() {}

  /** Returns the name, which is made where there is none. */
  static String of(Path home) throws IOException {
    Path file = home.resolve("library.site");
    DataDirectory.createFile(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      String name = Files.readString(file).strip();
      if (name.isEmpty()) {
        name = UUID.randomUUID().toString();
        Files.writeString(file, name);
      }
      return name;
    }
  }
}
