package org.readingroom.collection;

/**
 * Marks the lines of one document in the source, its heading line left out.
 *
 * @param firstLine the number of the first line
 * @param lastLine the number of the last line, included
 */
record Span(Listing listing, int firstLine, int lastLine) {}
