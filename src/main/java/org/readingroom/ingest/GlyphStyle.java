package org.readingroom.ingest;

/**
 * How characters look.
 *
 * @param bold whether they are bold
 * @param hidden whether they are not seen
 * @param furniture whether the file marks them as no part of the text, such as a running head
 */
record GlyphStyle(boolean bold, boolean hidden, boolean furniture) {}
