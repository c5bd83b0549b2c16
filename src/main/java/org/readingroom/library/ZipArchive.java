package org.readingroom.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.readingroom.ingest.ZipFiles;

/** Unpacks zip archives, but none that leads out of its folder or fills the disk. */
final class ZipArchive {

  private static final int MAX_ENTRIES = 100_000;
  private static final long MAX_BYTES = 10_000_000_000L;
  /** How many times larger than the archive what is in it may be, once it is large. */
  private static final long MAX_RATIO = 200;
  private static final long LARGE = 100_000_000;

  private ZipArchive() {}

  /**
   * Unpacks an archive in the place of a folder, which stays as it was where the archive cannot be unpacked whole.
   *
   * @param folder where to; made if it is missing, and all above it
   * @param aside a folder on the same disk that is not there before or afterwards
   * @return the folder
   * @throws LibraryException if the archive is damaged, too large, or has files outside its folder
   */
  static Path unpack(Path archive, Path folder, Path aside) {
    try {
      Folders.remove(aside); // Whoever was killed while unpacking left it.
      unpack(archive, aside);
      Files.createDirectories(folder);
      Folders.remove(folder);
      return Files.move(aside, folder);
    } catch (IOException e) {
      throw new LibraryException(archive + " cannot be unpacked: it is damaged, or the disk is full.", e);
    } finally {
      Folders.remove(aside);
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipFile zip = ZipFiles.open(archive)) {
      long most = Math.min(MAX_BYTES, Math.max(LARGE, Files.size(archive) * MAX_RATIO));
      if (zip.size() > MAX_ENTRIES) {
        throw new LibraryException(archive + " holds more than " + MAX_ENTRIES + " files.");
      }
      Files.createDirectories(folder);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          Path file = within(folder, entry.getName(), archive);
          Files.createDirectories(file.getParent() == null ? folder : file.getParent());
          most -= copy(zip, entry, file, most, archive);
        }
      }
    }
  }

  private static Path within(Path folder, String name, Path archive) {
    try {
      Path file = folder.resolve(name.replace('\\', '/')).normalize();
      if (file.startsWith(folder) && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // The sentence below says what is wrong.
    }
    throw new LibraryException(archive + " is not unpacked: “" + name + "” in it leads out of its folder.");
  }

  private static long copy(ZipFile zip, ZipEntry entry, Path file, long most, Path archive)
      throws IOException {
    long copied = 0;
    try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        copied += read;
        if (copied > most) {
          throw new LibraryException(archive + " is not unpacked: what is in it is far larger than it.");
        }
        out.write(buffer, 0, read);
      }
    }
    return copied;
  }
}
