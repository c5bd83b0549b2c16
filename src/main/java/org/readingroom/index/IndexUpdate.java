package org.readingroom.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes an index. Nothing of it is seen before {@link #commit}, or by an engine that cannot do so, nothing that would
 * make an answer wrong. For one thread.
 */
public interface IndexUpdate extends AutoCloseable {

  /** Returns the keys of the documents that may stay as they are; none where the index is made anew. */
  Set<String> documents() throws IOException;

  /** Returns which of some digests of what was embedded have a vector already. */
  Set<String> known(Collection<String> embedded) throws IOException;

  /** Returns the vectors that are known by the digests of what was embedded. */
  Map<String, byte[]> vectors(Collection<String> embedded) throws IOException;

  /** Deletes the passages of the documents of some keys. */
  void delete(Collection<String> documents) throws IOException;

  /** Adds passages. */
  void add(List<IndexedPassage> passages) throws IOException;

  /** Makes all changes lasting and seen, under the key of the contents. */
  void commit() throws IOException;

  /** Ends the update; without a commit the index as it was is still searched, or is built again from what is there. */
  @Override
  void close() throws IOException;
}
