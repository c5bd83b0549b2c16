package org.readingroom.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each file a path within its collection: its path within its place, behind the name of the place where another
 * file has that path.
 */
final class FilePaths {

  /** The paths that files have. */
  private final Set<String> taken = new HashSet<>();
  /** Which path a file has. */
  private final Map<String, String> given = new HashMap<>();

  FilePaths(Collection<FileRecord> known) {
    for (FileRecord file : known) {
      taken.add(file.path());
      given.put(file.location(), file.path());
    }
  }

  /** Returns the paths of files, by the file. */
  Map<Path, String> of(List<FoundFile> files) {
    Map<Path, String> paths = new LinkedHashMap<>();
    for (FoundFile file : files) {
      String path = given.computeIfAbsent(file.file().toString(), location -> free(file));
      taken.add(path);
      paths.put(file.file(), path);
    }
    return paths;
  }

  private String free(FoundFile file) {
    Path folder = file.file().equals(file.place()) ? file.place().getParent() : file.place();
    String path = file.name();
    int number = 1;
    while (taken.contains(path)) {
      String name = folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
      path = name + (number == 1 ? "" : "-" + number) + "/" + file.name();
      number++;
    }
    return path;
  }
}
