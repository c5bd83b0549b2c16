package org.readingroom.library;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the files of a place: a file itself, or those of a folder and the folders in it. Links are followed, but into
 * no folder that is being walked through; what begins with a dot is left alone, as are the leavings of systems and the
 * folders that browsers save beside a web page.
 */
final class FileFinder extends SimpleFileVisitor<Path> {

  private static final Set<String> LEAVINGS = Set.of("Thumbs.db", "desktop.ini", "__MACOSX");
  private static final Pattern OF_PAGE = Pattern.compile("(.+)(?:[_.]files|-Dateien|_fichiers|_archivos)");
  private static final int DEEPEST = 64;

  private final Path place;
  private final List<FoundFile> found = new ArrayList<>();
  private final List<FoundFile> unreadable = new ArrayList<>();

  private FileFinder(Path place) {
    this.place = place;
  }

  /**
   * What is in a place.
   *
   * @param files the files, in the order of their names
   * @param unreadable files and folders that cannot be looked at, and files that are not found by their names
   */
  record Found(List<FoundFile> files, List<FoundFile> unreadable) {

    boolean isEmpty() {
      return files.isEmpty() && unreadable.isEmpty();
    }
  }

  /** Returns what is in a place that is there. */
  static Found in(Path place) throws IOException {
    FileFinder finder = new FileFinder(place);
    Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, finder);
    finder.found.sort(Comparator.comparing(FoundFile::name));
    return new Found(finder.found, finder.unreadable);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(place) || !isLeftAlone(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && (file.equals(place) || !isLeftAlone(file))) {
      if (isFoundByName(file)) {
        found.add(new FoundFile(place, file, name(file), attributes.size(),
            attributes.lastModifiedTime().toMillis()));
      } else {
        unreadable.add(new FoundFile(place, file, name(file), 0, 0));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (!(failure instanceof java.nio.file.FileSystemLoopException) && !isLeftAlone(file)) {
      unreadable.add(new FoundFile(place, file, name(file), 0, 0));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Tells whether the text of a path leads to it: a name in another encoding has no text of its own. */
  static boolean isFoundByName(Path path) {
    Path named = Path.of(path.toString());
    return named.equals(path) || Files.exists(named);
  }

  private static boolean isLeftAlone(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$") || LEAVINGS.contains(name) || isOfPage(path, name);
  }

  /** Tells the folder of scripts and pictures of a page that lies beside it. */
  private static boolean isOfPage(Path path, String name) {
    Matcher matcher = OF_PAGE.matcher(name);
    return matcher.matches() && (Files.exists(path.resolveSibling(matcher.group(1) + ".html"))
        || Files.exists(path.resolveSibling(matcher.group(1) + ".htm")));
  }

  private String name(Path file) {
    Path within = file.equals(place) ? file.getFileName() : place.relativize(file);
    return String.valueOf(within).replace(file.getFileSystem().getSeparator(), "/");
  }
}
