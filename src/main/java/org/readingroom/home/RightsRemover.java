package org.readingroom.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rights of the group and of others from each folder, before what is in it, and from each file. Once the
 * uppermost folder is closed nobody else can swap a file for a link. What cannot be changed or entered is
 * somebody else's, or gone meanwhile.
 */
final class RightsRemover extends SimpleFileVisitor<Path> {

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return close(folder);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    return attributes.isSymbolicLink() ? FileVisitResult.CONTINUE : close(file);
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  private static FileVisitResult close(Path path) {
    try {
      DataDirectory.close(path);
    } catch (IOException e) {
      // The others are closed all the same.
    }
    return FileVisitResult.CONTINUE;
  }
}
