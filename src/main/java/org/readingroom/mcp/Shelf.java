package org.readingroom.mcp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.reply.CollectionReply;
import org.readingroom.reply.Sources;

/** Finds what tools work with: the parts that know one collection, and the documents of all. */
interface Shelf {

  /** Returns the collection that is asked where none is named. */
  Collection builtIn();

  /**
   * Returns what does a kind of work for a collection, such as its search.
   *
   * @param collection its id; null for the built-in one
   * @throws RefusedException if there is no such collection
   */
  <T> T part(@Nullable String collection, Class<T> part);

  /**
   * Returns what does a kind of work for a collection, or for all of them together where none is named.
   *
   * @throws RefusedException if there is no such collection
   */
  <T> T asked(@Nullable String collection, Class<T> part);

  /** Finds a document of any collection by its id, or one of the built-in collection by its number. */
  Optional<Document> document(String idOrNumber);

  /** Returns what knows references and pages of documents. */
  Sources sources();

  /** Describes the collections, the built-in one first. */
  List<CollectionReply> collections();
}
