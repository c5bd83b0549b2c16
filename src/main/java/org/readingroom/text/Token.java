package org.readingroom.text;

/**
 * A term as an index takes it.
 *
 * @param step how many places it stands behind the one before it; 0 for the name beside a word of it
 */
public record Token(String text, int step) {}
