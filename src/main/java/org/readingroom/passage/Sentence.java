package org.readingroom.passage;

import org.readingroom.collection.Paragraph;

/**
 * Is one sentence of a document, or one row of a table.
 *
 * @param span where it stands in the document's text
 * @param role the role of its paragraph
 * @param paragraph the place of its paragraph in the document, from 0
 */
public record Sentence(Span span, Paragraph.Role role, int paragraph) {}
