package org.readingroom.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.readingroom.home.DataDirectory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * Keeps SQLite's native library beside the database that is opened first. Left alone, the driver unpacks it into the folder for everybody's
 * temporary files at every start, and leaves it there when the process is killed.
 */
final class SqliteLibrary {

  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /** Takes effect only before the first connection: the library is loaded once in a process. */
  static void prepare(Path base) throws IOException {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/"
        + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        return; // Not one of the driver's own platforms: it looks for a library of the system.
      }
      byte[] library = in.readAllBytes();
      Path file = base.resolveSibling(base.getFileName() + ".sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
          + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
        Path partial = base.resolveSibling(base.getFileName() + ".partial");
        DataDirectory.createFile(partial);
        Files.write(partial, library);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      System.setProperty(FOLDER, String.valueOf(file.getParent()));
      System.setProperty(NAME, file.getFileName().toString());
    }
  }
}
