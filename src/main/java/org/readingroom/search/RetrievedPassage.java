package org.readingroom.search;

import org.readingroom.passage.Passage;

/**
 * Holds one passage found for a query.
 *
 * @param score how well it fits, from 0 to 1, comparable within one query
 */
public record RetrievedPassage(Passage passage, double score) {}
