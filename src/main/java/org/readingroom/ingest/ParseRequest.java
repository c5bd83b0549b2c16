package org.readingroom.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the parsing process is asked for.
 *
 * @param path the file
 * @param password what opens it; null where nobody gave one
 * @param textLimit the most characters that it may have
 * @param ocrLanguages the languages of scans; empty for no recognition
 */
record ParseRequest(String path, @Nullable String password, int textLimit, String ocrLanguages) {

  Path file() {
    return Path.of(path);
  }

  /** Returns the file's name. */
  String name() {
    Path name = file().getFileName();
    return name == null ? path : name.toString();
  }
}
