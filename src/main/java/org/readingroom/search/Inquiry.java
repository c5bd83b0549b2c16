package org.readingroom.search;

import java.util.Set;
import org.readingroom.collection.Document;

/**
 * Is what is to be searched for, with what is known of the conversation it comes from.
 *
 * @param text the question, references to earlier turns resolved
 * @param asked the question as it was asked, with which the text ends
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

  /** Tells whether the question was joined with earlier ones. */
  boolean leans() {
    return !text.equals(asked);
  }
}
