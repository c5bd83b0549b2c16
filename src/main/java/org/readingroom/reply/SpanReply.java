package org.readingroom.reply;

/**
 * Is a stretch of a text.
 *
 * @param start the offset of its first character, in UTF-16 code units
 * @param end the offset after its last character
 */
public record SpanReply(int start, int end) {}
