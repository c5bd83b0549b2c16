package org.readingroom.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.OneLine;

/**
 * Names the publication that the collection is, as far as its citation is of the form "in Editors, eds., Title
 * (Place: Publisher, Year)".
 *
 * @param citation the citation as the descriptor has it
 */
record PublishedIn(String title, List<Name> editors, @Nullable String place, String publisher,
    String citation) {

  private static final Pattern CITATION = Pattern.compile(
      "in (?<editors>.+), eds?\\., .+ \\((?<place>[^:()]+): (?<publisher>.+), (?<year>\\d{4})\\)");

  static PublishedIn of(Collection collection) {
    Matcher parts = CITATION.matcher(OneLine.of(collection.citation()));
    if (!parts.matches()) {
      return new PublishedIn(collection.title(), List.of(), null, collection.publisher(),
          collection.citation());
    }
    List<Name> editors = Stream.of(parts.group("editors").split(",? and |, ")).map(Name::western).toList();
    return new PublishedIn(collection.title(), editors, parts.group("place"), parts.group("publisher"),
        collection.citation());
  }
}
