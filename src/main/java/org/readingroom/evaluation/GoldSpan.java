package org.readingroom.evaluation;

/**
 * Is a stretch of a document that suffices to answer a question, or a part of it.
 *
 * @param document the number of the document
 * @param quote its words, white space folded
 */
public record GoldSpan(int document, String quote) {}
