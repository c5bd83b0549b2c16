package org.readingroom.collection;

import java.util.Optional;

/** Finds documents by their ids, wherever they are kept. */
@FunctionalInterface
public interface DocumentSource {

  /** Returns the document of an id, such as {@code nkidp-korean-war:7}; nothing where there is none (any more). */
  Optional<Document> document(String documentId);
}
