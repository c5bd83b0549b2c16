package org.readingroom.index;

/**
 * A term to search for.
 *
 * @param weight what its BM25 score is multiplied by, above 0
 */
public record WeightedTerm(IndexField field, String term, double weight) {}
