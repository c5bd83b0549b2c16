package org.readingroom.answer;

import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/** Is thrown when words said to be a quotation do not stand in the document at that place. */
public final class UnverifiedQuoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnverifiedQuoteException(Document document, Span span) {
    super("Those words are not in " + document.id() + " at " + span.start() + " to " + span.end() + ".");
  }
}
