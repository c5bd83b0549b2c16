package org.readingroom.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of conversations, typed lines, logs, index and models, which only its owner may read. Where a file
 * system knows no owner, group and others, nothing is done.
 */
public final class DataDirectory {

  private static final int STICKY = 01000;

  private DataDirectory() {}

  /**
   * Makes the folder, if it is missing, and takes from the group and from others every right to it and to what is
   * in it, whatever the umask was. What its owner may do stays. Links within it are not followed.
   *
   * @return one sentence where others can still read what is there; nothing where they cannot
   */
  public static Optional<String> protect(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    if (!hasOwners(home)) {
      return Optional.empty();
    }
    try {
      create(home);
      Path real = home.toRealPath();
      if (isForMore(real)) {
        return Optional.of("The data directory " + home
            + " is not Reading Room's alone, so its rights are left as they are: others may read what is there.");
      }
      Files.walkFileTree(real, new RightsRemover());
      return ownersOf(real).equals(rights(real))
          ? Optional.empty()
          : Optional.of("The rights of the data directory " + home
              + " cannot be changed: others may read what is there.");
    } catch (IOException e) {
      // A folder that cannot be made is of no use to others; what needs it says so.
      return Optional.empty();
    }
  }

  /**
   * Makes an empty file that only its owner may read or write, and the folders above it, unless they are there.
   *
   * @throws IOException if it is not there and cannot be made
   */
  public static void createFile(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      create(folder);
    }
    try {
      Files.createFile(file, only(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // Its rights are those of the folder, and are mended at the next start.
    }
  }

  private static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only(folder, "rwx------"));
    }
  }

  /** Returns rights to make a file with; none where the file system has no such rights. */
  private static FileAttribute<?>[] only(Path path, String rights) {
    return hasOwners(path)
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }

  private static boolean hasOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Tells whether a folder is the root, somebody's home or one for everybody, such as {@code /tmp}. */
  private static boolean isForMore(Path folder) throws IOException {
    return folder.getParent() == null
        || folder.equals(Path.of(System.getProperty("user.home", "")).toAbsolutePath().normalize())
        || folder.getFileSystem().supportedFileAttributeViews().contains("unix")
            && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
  }

  /** Takes the rights of the group and of others from a file or folder that is no link. */
  static void close(Path path) throws IOException {
    Set<PosixFilePermission> owners = ownersOf(path);
    if (!owners.equals(rights(path))) {
      Files.setPosixFilePermissions(path, owners);
    }
  }

  private static Set<PosixFilePermission> ownersOf(Path path) throws IOException {
    Set<PosixFilePermission> rights = rights(path);
    rights.retainAll(PosixFilePermissions.fromString("rwx------"));
    return rights;
  }

  private static Set<PosixFilePermission> rights(Path path) throws IOException {
    return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
  }
}
