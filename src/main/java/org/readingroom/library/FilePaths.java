package org.readingroom.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each file a path within its collection: its path within its place, behind the name of the place where another
 * place has a file of that path.
 */
final class FilePaths {

  /** Which file has a path. */
  private final Map<String, String> taken = new HashMap<>();
  /** Which path a file has. */
  private final Map<String, String> given = new HashMap<>();

  FilePaths(Collection<FileRecord> known) {
    for (FileRecord file : known) {
      taken.put(file.path(), file.place());
      given.put(file.location(), file.path());
    }
  }

  /** Returns the paths of files, by the file. */
  Map<Path, String> of(List<FoundFile> files) {
    Map<Path, String> paths = new LinkedHashMap<>();
    for (FoundFile file : files) {
      String known = given.get(file.file().toString());
      String path = known != null ? known : free(file);
      taken.put(path, file.place().toString());
      paths.put(file.file(), path);
    }
    return paths;
  }

  private String free(FoundFile file) {
    String place = file.place().toString();
    Path folder = file.file().equals(file.place()) ? file.place().getParent() : file.place();
    String path = file.name();
    int number = 1;
    while (!taken.getOrDefault(path, place).equals(place)) {
      String name = folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
      path = name + (number == 1 ? "" : "-" + number) + "/" + file.name();
      number++;
    }
    return path;
  }
}
