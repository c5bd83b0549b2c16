package org.readingroom.collection;

/**
 * Maps one line of the source file to its place in a document's canonical text.
 *
 * @param number the line's number in the source file, from 1
 * @param start the offset of its first character in the canonical text, in UTF-16 code units
 * @param end the offset after its last character
 */
public record SourceLine(int number, int start, int end) {}
