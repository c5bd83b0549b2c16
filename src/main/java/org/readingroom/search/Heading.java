package org.readingroom.search;

import java.util.function.Predicate;
import org.readingroom.search.ComparedText.Word;

/**
 * Is what stands above each quotation of a document and need not be in it.
 *
 * @param from tells the words of the writer's name
 * @param to those of the reader's
 * @param all those of the whole heading
 * @param year tells the dates of the document's own year
 */
record Heading(Predicate<Word> from, Predicate<Word> to, Predicate<Word> all, Predicate<Word> year) {}
