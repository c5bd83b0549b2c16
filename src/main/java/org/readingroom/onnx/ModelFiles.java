package org.readingroom.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets models and native libraries out of the jars they come in. */
final class ModelFiles {

  private static final Logger log = LoggerFactory.getLogger(ModelFiles.class);

  /** Says where a model's bytes are. */
  sealed interface Source {}

  record OnDisk(Path file) implements Source {}

  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record InMemory(byte[] bytes) implements Source {}

  private ModelFiles() {}

  /**
   * Finds a model in the cache folder, where it is put if it is not there yet; without a folder that can be
   * written reads it into memory, which costs 0.3 s of processor time at every start.
   */
  static Source locate(String resource, @Nullable Path cacheFolder) throws IOException {
    if (cacheFolder != null) {
      try {
        return new OnDisk(extract(resource, cacheFolder));
      } catch (IOException e) {
        log.debug("{} is read from the jar, {} cannot hold it", resource, cacheFolder, e);
      }
    }
    try (InputStream in = open(resource)) {
      return new InMemory(in.readAllBytes());
    }
  }

  /**
   * Copies a resource into a folder unless a file of its name and content is there, and returns the file. What was taken
   * out of the jars when the program was packed for one platform is only there.
   */
  static Path extract(String resource, Path folder) throws IOException {
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    if (ModelFiles.class.getResource(resource) == null && Files.exists(file)) {
      return file;
    }
    URLConnection connection = find(resource).openConnection();
    if (Files.exists(file) && isCopied(connection, file)) {
      return file;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, file.getFileName().toString(), ".partial");
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      log.debug("another process put {} there meanwhile", file, e);
    } finally {
      Files.deleteIfExists(partial);
    }
    return file;
  }

  /** Compares checksums, which jars have: a model trained anew has the size of the one before it. */
  private static boolean isCopied(URLConnection resource, Path file) throws IOException {
    if (Files.size(file) != resource.getContentLengthLong()) {
      return false;
    }
    if (!(resource instanceof JarURLConnection jar)) {
      return Files.getLastModifiedTime(file).toMillis() >= resource.getLastModified();
    }
    CRC32 checksum = new CRC32();
    try (FileChannel channel = FileChannel.open(file)) {
      checksum.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
    return checksum.getValue() == jar.getJarEntry().getCrc();
  }

  static InputStream open(String resource) throws IOException {
    return find(resource).openStream();
  }

  private static URL find(String resource) throws IOException {
    URL url = ModelFiles.class.getResource(resource);
    if (url == null) {
      throw new IOException("no " + resource + " on the class path");
    }
    return url;
  }
}
