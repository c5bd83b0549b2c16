package org.readingroom.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a file that is a zip: documents of Word and LibreOffice, e-books.
 *
 * <p>
 * What is unpacked is counted, so that a small file cannot become an endless one. XML is read by a parser that knows
 * no entities but the five of XML itself, and follows none out of the file.
 */
final class ZipParts implements AutoCloseable {

  private static final long MOST_BYTES = 300L << 20;
  private static final int MOST_PARTS = 100_000;

  private final ZipFile zip;
  private long unpacked;

  ZipParts(Path file) throws IOException {
    zip = ZipFiles.open(file);
    if (zip.size() > MOST_PARTS) {
      zip.close();
      throw ParsingException.tooLarge();
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  List<String> names() {
    return zip.stream().map(ZipEntry::getName).toList();
  }

  /** Returns a part's bytes, or null where there is none. */
  byte @Nullable [] bytes(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        unpacked += read;
        if (unpacked > MOST_BYTES) {
          throw ParsingException.tooLarge();
        }
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    } catch (ZipException e) {
      throw new ParsingException(FileStatus.DAMAGED, "The file is damaged: a part of it cannot be unpacked.",
          e);
    }
  }

  /** Returns a part that is XML, or null where there is none. */
  @Nullable
  Document xml(String name) throws IOException {
    byte[] bytes = bytes(name);
    return bytes == null ? null : Xml.parse(Charsets.decode(bytes, true));
  }

  /** Returns the name of the part that a reference within another leads to. */
  static String resolve(String from, String reference) {
    String clean = reference.replaceFirst("#.*", "").replace(" ", "%20");
    try {
      String path = URI.create("zip:///" + from.replace(" ", "%20")).resolve(clean).getPath();
      return path.replaceFirst("^/+", "");
    } catch (IllegalArgumentException e) {
      int folder = from.lastIndexOf('/');
      return from.substring(0, folder + 1) + reference;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
