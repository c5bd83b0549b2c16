package org.readingroom.index;

import org.readingroom.passage.Passage;

/**
 * A passage as it is written to an index.
 *
 * @param document the key of its document
 * @param embedded the digest of what was embedded
 * @param vector the vector of header and text, as {@link Vectors} has it
 */
public record IndexedPassage(Passage passage, String document, String embedded, byte[] vector) {}
