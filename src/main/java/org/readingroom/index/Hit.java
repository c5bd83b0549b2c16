package org.readingroom.index;

import org.readingroom.passage.Passage;

/**
 * A passage that was found.
 *
 * @param score its BM25 score where words were searched for, or the cosine of its vector with the one searched for
 */
public record Hit(Passage passage, double score) {}
