package org.readingroom.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens zip files, whatever encoding the names in them have. */
public final class ZipFiles {

  /** In what Windows writes names; every byte means something in it. */
  private static final Charset DOS = Charset.forName("IBM850");

  private ZipFiles() {}

  /**
   * Opens a file.
   *
   * @throws ZipException if it is no zip, or is damaged
   */
  public static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(file.toFile(), DOS);
    }
  }
}
