package org.readingroom.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Keeps the files that are sent to collections in a folder of each. */
final class FolderOriginals implements Originals {

  private final Function<String, Path> folder;

  /**
   * Names the folders.
   *
   * @param folder finds that of a collection by its id
   */
  FolderOriginals(Function<String, Path> folder) {
    this.folder = folder;
  }

  /** One at a time looks which names are free. */
  @Override
  public synchronized List<String> keep(String collection, List<SentFile> files, Set<String> known,
      FreeName free) {
    Path here = folder.apply(collection);
    List<String> names = new ArrayList<>();
    try {
      Files.createDirectories(here);
      for (SentFile file : files) {
        String name = file.replaces()
            ? file.name()
            : free.of(file.name(), taken -> known.contains(taken) || Files.exists(here.resolve(taken)));
        Files.move(file.content(), here.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        names.add(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  @Override
  public Brought bring(String collection) {
    return () -> {};
  }

  @Override
  public void bring(String collection, Path file) {
    // They are there.
  }

  @Override
  public void remove(String collection, Path file) {
    Folders.remove(file); // If this ended here, an update would take it out.
  }

  @Override
  public List<String> waiting(String collection) {
    return List.of();
  }

  @Override
  public List<String> waiting() {
    return List.of();
  }
}
