package org.readingroom.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of one file.
 *
 * @param path the file's path within its collection, with {@code /} between the folders
 * @param location where the file is
 * @param place the folder or file of the collection that it was found in
 * @param size in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 * @param status one of the words of the answer API, such as {@code indexed}
 * @param message one sentence for a person; empty where there is nothing to say
 * @param sha256 the SHA-256 of its content, in lower-case hexadecimal; empty where it could not be read
 * @param pages how many pages it has; 0 where its format has none
 * @param pagesWithoutText the numbers of pages without text, from 1
 * @param duplicateOf the path of the file with the same content that was there first
 * @param reader which version of the program read it
 */
public record FileRecord(String path, String location, String place, long size, long modified, String status,
    String message, String sha256, String mediaType, @Nullable String title, @Nullable String language,
    int pages, List<Integer> pagesWithoutText, @Nullable String duplicateOf, String reader) {

  /** The status of a file whose documents can be asked. */
  public static final String INDEXED = "indexed";
  /** The status of a file with the content of another. */
  public static final String DUPLICATE = "duplicate";
  /** The status of a file that an update need not read again. */
  public static final String UNCHANGED = "unchanged";
  /** The status of a file that could not be read. */
  public static final String FAILED = "failed";

  public FileRecord {
    pagesWithoutText = List.copyOf(pagesWithoutText);
  }

  /** Tells whether a person should be told why there is nothing to ask of it. */
  public boolean isTrouble() {
    return !status.equals(INDEXED) && !status.equals(DUPLICATE) && !status.equals(UNCHANGED);
  }

  FileRecord at(String newPath, String newLocation, String newPlace, long newSize, long newModified) {
    return new FileRecord(newPath, newLocation, newPlace, newSize, newModified, status, message, sha256,
        mediaType,
        title, language, pages, pagesWithoutText, duplicateOf, reader);
  }
}
