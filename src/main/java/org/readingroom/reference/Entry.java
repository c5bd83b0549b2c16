package org.readingroom.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;

/**
 * Holds what reference managers keep of a document, in parts.
 *
 * @param key names the entry within a file, such as {@code nkidp-korean-war-7}
 * @param authors who wrote it, none if that is not known
 * @param recipients to whom
 * @param quoted the words quoted, on one line; null if none are
 */
record Entry(String key, Document document, List<Name> authors, List<Name> recipients,
    @Nullable Name translator, Holding holding, PublishedIn publishedIn, @Nullable String quoted) {

  static Entry of(Document document, Collection collection, @Nullable String quoted) {
    return new Entry(document.id().replaceAll("[^A-Za-z0-9-]", "-"), document,
        Name.of(document.from(), collection.authority()), Name.of(document.to(), collection.authority()),
        document.translator() == null ? null : Name.western(document.translator()),
        Holding.of(document.source()), PublishedIn.of(collection), quoted);
  }

  /** Returns where in the collection it stands, and when it was written where a date field cannot say it. */
  String note() {
    String place = "document " + document.number() + " " + OneLine.of(publishedIn.citation());
    return isDayOrMonth() ? place : document.date().label() + "; " + place;
  }

  private boolean isDayOrMonth() {
    return !document.date().iso().contains("/");
  }
}
