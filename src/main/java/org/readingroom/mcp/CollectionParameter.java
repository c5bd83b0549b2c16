package org.readingroom.mcp;

import org.readingroom.collection.Collection;

/** The parameter that names the collection to look in. */
final class CollectionParameter {

  static final Parameter<String> COLLECTION = Parameter.text("collection",
      "The id of the collection to look in, as list_collections tells it; all unless told.", 200);

  private CollectionParameter() {}

  /**
   * Checks that the collection that is named, if one is, is there.
   *
   * @throws RefusedException if it is not
   */
  static void check(Arguments given, Collection collection) {
    if (!given.get(COLLECTION).orElse(collection.id()).equals(collection.id())) {
      throw new RefusedException("There is no such collection; the only one is " + collection.id() + ".");
    }
  }
}
