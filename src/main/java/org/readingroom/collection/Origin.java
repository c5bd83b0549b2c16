package org.readingroom.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is known of a document because it was read from a file of its own.
 *
 * @param path the file's path within its collection, with {@code /} between the folders
 * @param mediaType the media type that its content is of, such as {@code application/pdf}
 * @param authors who wrote it, in the order and form of the file
 * @param publisher who published it
 * @param doi its Digital Object Identifier, such as {@code 10.1000/182}
 * @param language the ISO 639 code of its language
 * @param recognized whether the text was recognised in pictures of pages
 * @param pages how many pages it has; 0 where the format has none
 * @param publication where and as what it was published; null where nobody says
 */
public record Origin(String path, String mediaType, List<String> authors, @Nullable String publisher,
    @Nullable String doi, @Nullable String language, boolean recognized, int pages,
    @Nullable Publication publication) {

  public Origin {
    authors = List.copyOf(authors);
  }

  /** Makes the origin of a document of which nobody says where it was published. */
  public Origin(String path, String mediaType, List<String> authors, @Nullable String publisher,
      @Nullable String doi, @Nullable String language, boolean recognized, int pages) {
    this(path, mediaType, authors, publisher, doi, language, recognized, pages, null);
  }

  /** Returns the origin with another path. */
  public Origin at(String other) {
    return new Origin(other, mediaType, authors, publisher, doi, language, recognized, pages, publication);
  }

  /**
   * A page of the file.
   *
   * @param number its place in the file, from 1
   * @param label what is printed on it, where the file declares that
   * @param start the offset of its first character in the document's text, in UTF-16 code units
   * @param end the offset after its last character
   */
  public record Page(int number, @Nullable String label, int start, int end) {}

  /**
   * The headings that a stretch of the text stands under, up to where the next stretch begins.
   *
   * @param start the offset of its first character
   * @param headings from the outermost to the innermost; none before the first heading
   */
  public record Section(int start, List<String> headings) {

    public Section {
      headings = List.copyOf(headings);
    }
  }
}
