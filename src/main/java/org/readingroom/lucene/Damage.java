package org.readingroom.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

/** Tells an index that is damaged from one that cannot be read at present, which must not be lost. */
final class Damage {

  private static final List<Class<? extends Exception>> SHOWN_BY = List.of(CorruptIndexException.class,
      IndexFormatTooOldException.class, IndexFormatTooNewException.class, EOFException.class,
      FileNotFoundException.class, NoSuchFileException.class, RuntimeException.class);

  private Damage() {}

  /**
   * Returns whether a failure to read an index shows that its files are damaged, missing or of another format; others,
   * such as a file that may not be read or a disk that does not answer, may pass.
   */
  static boolean isShownBy(Exception failure) {
    return SHOWN_BY.stream().anyMatch(kind -> kind.isInstance(failure));
  }
}
