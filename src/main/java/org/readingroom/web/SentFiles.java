package org.readingroom.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;

/** Reads the files of a form as they come, each into a file of its own, so that none is ever whole in memory. */
final class SentFiles {

  /** The part of the form that is read. */
  static final String PART = "file";

  /** The most files of a form. */
  private static final int MOST = 1000;
  /** The most bytes of the headers of a part; the longest name that a system gives a file takes about 800. */
  private static final int HEADER_LIMIT = 4096;

  /**
   * A file as it came.
   *
   * @param name what the client calls it
   * @param content where its content is; null where it was larger than it may be
   */
  record Sent(String name, @Nullable Path content) {}

  private final long limit;

  /**
   * Reads files of a size.
   *
   * @param limit the most bytes of a file
   */
  SentFiles(long limit) {
    this.limit = limit;
  }

  /**
   * Reads a form to its end.
   *
   * @param folder where the contents are put
   * @throws UncheckedIOException if they cannot be written
   */
  List<Sent> read(RequestContext form, Path folder) {
    FileUpload upload = new FileUpload();
    upload.setHeaderEncoding("UTF-8");
    upload.setPartHeaderSizeMax(HEADER_LIMIT);
    List<Sent> files = new ArrayList<>();
    try {
      FileItemIterator parts = upload.getItemIterator(form);
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        String name = part.getName();
        if (PART.equals(part.getFieldName()) && !part.isFormField() && name != null && !name.isBlank()) {
          if (files.size() == MOST) {
            throw Problem.BODY_TOO_LARGE.exception("The body has more than " + MOST + " files.");
          }
          Path content = folder.resolve(String.valueOf(files.size()));
          files.add(new Sent(name, copy(part, content) ? content : null));
        }
      }
    } catch (IOException | InvalidFileNameException e) {
      throw Problem.MALFORMED_REQUEST.exception("The body is not a form with files, or it ends early.");
    }
    return files;
  }

  /** Copies the content of a part, unless it is too large; what is left of one is passed over. */
  private boolean copy(FileItemStream part, Path file) throws IOException {
    try (InputStream in = part.openStream()) {
      long copied = 0;
      byte[] buffer = new byte[1 << 16];
      try (OutputStream out = open(file)) {
        for (int read = in.read(buffer); read >= 0 && copied <= limit; read = in.read(buffer)) {
          copied += read;
          write(out, buffer, read);
        }
      }
      if (copied > limit) {
        Files.delete(file);
      }
      return copied <= limit;
    }
  }

  private static OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
