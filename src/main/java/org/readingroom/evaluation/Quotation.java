package org.readingroom.evaluation;

/**
 * Is a quotation as it reached the user.
 *
 * @param document the number of the document it is said to be from
 * @param start the offset of its first character in the document's text, in UTF-16 code units
 * @param end the offset after its last character
 * @param text its words
 * @param score how sure the choice is, from 0 to 1
 */
public record Quotation(int document, int start, int end, String text, double score) {}
