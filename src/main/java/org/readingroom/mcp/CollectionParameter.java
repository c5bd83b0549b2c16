package org.readingroom.mcp;

import org.jspecify.annotations.Nullable;

/** The parameter that names the collection to look in. */
final class CollectionParameter {

  static final Parameter<String> COLLECTION = Parameter.text("collection",
      "The id of the collection to look in, as list_collections tells it; all of them unless told.",
      200);

  private CollectionParameter() {}

  /** Returns the id of the collection that is named; null where none is. */
  static @Nullable String in(Arguments given) {
    return given.get(COLLECTION).orElse(null);
  }
}
