package org.readingroom.search;

import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Is what says nearly the same as some words.
 *
 * @param span a sentence or a whole passage of the document
 * @param similarity how near it is in meaning, from 0 to 1
 */
public record Likeness(Document document, Span span, double similarity) {}
