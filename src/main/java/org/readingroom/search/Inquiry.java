package org.readingroom.search;

import java.util.Set;
import org.readingroom.collection.Document;
import org.readingroom.text.WrittenWords;

/**
 * Is what is to be searched for, with what is known of the conversation it comes from.
 *
 * @param text the question, references to earlier turns resolved
 * @param asked the question as it was asked, with which the text ends unless a language model has rewritten it
 * @param cited the documents cited in the answer before
 */
public record Inquiry(String text, String asked, Filters filters, Set<Document> cited) {

  public Inquiry {
    cited = Set.copyOf(cited);
  }

  /** Searches for a question that stands alone. */
  public static Inquiry of(String text, Filters filters) {
    return new Inquiry(text, text, filters, Set.of());
  }

  /** Tells whether the text has words that the question as it was asked has not: those of earlier turns. */
  boolean leans() {
    return !WrittenWords.compared(asked).containsAll(WrittenWords.compared(text));
  }
}
