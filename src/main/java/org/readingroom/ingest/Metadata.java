package org.readingroom.ingest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says of itself, for references; what it does not say is null or empty. */
record Metadata(@Nullable String title, List<String> authors, @Nullable LocalDate date,
    @Nullable String publisher,
    @Nullable String doi, @Nullable String from, @Nullable String to, @Nullable String language) {

  static final Metadata NONE = new Metadata(null, List.of(), null, null, null, null, null, null);

  Metadata {
    authors = authors.stream().map(WhiteSpace::line).filter(author -> !author.isEmpty()).distinct().toList();
  }

  static Metadata of(@Nullable String title, List<String> authors, @Nullable LocalDate date,
      @Nullable String language) {
    return new Metadata(title, authors, date, null, null, null, null, language);
  }

  Metadata withTitle(@Nullable String newTitle) {
    return new Metadata(newTitle, authors, date, publisher, doi, from, to, language);
  }

  Metadata withDoi(@Nullable String newDoi) {
    return new Metadata(title, authors, date, publisher, newDoi, from, to, language);
  }
}
