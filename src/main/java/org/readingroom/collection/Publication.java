package org.readingroom.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says where and as what a document was published.
 *
 * @param type what sort of publication it is; null where nobody says
 * @param container the journal, book or site that it is part of
 * @param volume the volume of the journal or book
 * @param issue the issue of the journal
 * @param authors who wrote it, with their names in parts; none where only the file names them
 * @param editors who edited it, or the book that it is part of
 */
public record Publication(@Nullable WorkType type, @Nullable String container, @Nullable String volume,
    @Nullable String issue, List<Creator> authors, List<Creator> editors) {

  public Publication {
    authors = List.copyOf(authors);
    editors = List.copyOf(editors);
  }
}
