package org.readingroom.evaluation;

/** Is a text found for a query, with its score; only the order within one query means anything. */
public record ScoredId(String id, double score) {}
