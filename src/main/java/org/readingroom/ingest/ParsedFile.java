package org.readingroom.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file, and the documents in it.
 *
 * @param status what became of it
 * @param message one sentence for a person; empty where there is nothing to say
 * @param sha256 the SHA-256 of its bytes in lower-case hexadecimal; empty where it was not read for its size, or
 *     failed for a reason that is not in it
 * @param mediaType its media type by its content
 * @param title the title of its first document
 * @param language the code of its first document's language
 * @param pages how many pages it has; 0 where its format has none
 * @param pagesWithoutText the physical pages without text, from 1
 * @param documents its documents; none where its status says why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ParsedFile(FileStatus status, String message, String sha256, String mediaType,
    @Nullable String title,
    @Nullable String language, int pages, List<Integer> pagesWithoutText, List<ParsedDocument> documents) {

  public ParsedFile {
    message = orEmpty(message);
    sha256 = orEmpty(sha256);
    mediaType = orEmpty(mediaType);
    pagesWithoutText = copy(pagesWithoutText);
    documents = copy(documents);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> copy(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** Makes the result for a file without documents. */
  static ParsedFile without(FileStatus status, String message, String mediaType) {
    return new ParsedFile(status, message, "", mediaType, null, null, 0, List.of(), List.of());
  }

  /** Tells whether the result says something of the file, and not only that this time it could not be read. */
  public boolean wasRead() {
    return status != FileStatus.FAILED || !sha256.isEmpty();
  }

  ParsedFile withSha256(String digest) {
    return new ParsedFile(status, message, digest, mediaType, title, language, pages, pagesWithoutText,
        documents);
  }
}
