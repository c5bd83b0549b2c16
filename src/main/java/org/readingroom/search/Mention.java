package org.readingroom.search;

import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * A document that mentions some words, with the sentence that does so best.
 *
 * @param sentence where the sentence stands in the document's text
 * @param words where the words stand in it, as spans of the document's text
 * @param count how many sentences of the document mention them
 */
public record Mention(Document document, Span sentence, List<Span> words, int count) {

  public Mention {
    words = List.copyOf(words);
  }
}
