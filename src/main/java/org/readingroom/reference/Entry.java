package org.readingroom.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.OneLine;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Publication;
import org.readingroom.collection.WorkType;
import org.readingroom.passage.Span;

/**
 * Holds what reference managers keep of a document, in parts.
 *
 * @param key names the entry within a file, such as {@code nkidp-korean-war-7}
 * @param authors who wrote it, none if that is not known
 * @param recipients to whom
 * @param quoted the words quoted, on one line; null if none are
 * @param pages where they stand, such as {@code 4–5}; null where that is not known
 */
record Entry(String key, Document document, List<Name> authors, List<Name> recipients,
    @Nullable Name translator, Holding holding, PublishedIn publishedIn, @Nullable String quoted,
    @Nullable String pages) {

  static Entry of(Document document, Collection collection, @Nullable Span quotation,
      @Nullable String quoted) {
    return new Entry(document.id().replaceAll("[^A-Za-z0-9-]", "-"), document,
        authors(document, collection), Name.of(document.to(), collection.authority()),
        document.translator() == null ? null : Name.western(document.translator()),
        Holding.of(document.source()), PublishedIn.of(collection), quoted,
        document.origin() == null || quotation == null
            ? null
            : Pages.of(document, quotation).orElse(null));
  }

  private static List<Name> authors(Document document, Collection collection) {
    Origin origin = document.origin();
    if (origin == null || origin.authors().isEmpty()) {
      return Name.of(document.from(), collection.authority());
    }
    return origin.publication() == null || origin.publication().authors().isEmpty()
        ? origin.authors().stream().map(Name::western).toList()
        : origin.publication().authors().stream().map(Name::of).toList();
  }

  private @Nullable Publication publication() {
    return document.origin() == null ? null : document.origin().publication();
  }

  /** Returns what sort of publication it is; null where only its kind tells. */
  @Nullable
  WorkType type() {
    return publication() == null ? null : publication().type();
  }

  /** Returns the journal or book that it is part of, where a file of its own does not hold that too. */
  @Nullable
  String container() {
    return publication() == null ? null : publication().container();
  }

  @Nullable
  String volume() {
    return publication() == null ? null : publication().volume();
  }

  @Nullable
  String issue() {
    return publication() == null ? null : publication().issue();
  }

  /** Returns who edited it, or the book that it is part of; none for a part of a printed collection. */
  List<Name> editors() {
    return publication() == null ? List.of() : publication().editors().stream().map(Name::of).toList();
  }

  /** Returns what is known of the file that the document was read from; null for a part of a printed collection. */
  @Nullable
  Origin origin() {
    return document.origin();
  }

  /** Returns where in the collection it stands, and when it was written where a date field cannot say it. */
  String note() {
    if (document.origin() != null) {
      return "file " + document.origin().path();
    }
    String place = "document " + document.number() + " " + OneLine.of(publishedIn.citation());
    return isDayOrMonth() ? place : document.date().label() + "; " + place;
  }

  private boolean isDayOrMonth() {
    return !document.date().iso().contains("/");
  }
}
