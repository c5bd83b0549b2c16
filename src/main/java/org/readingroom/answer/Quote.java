package org.readingroom.answer;

import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Is a verbatim span of a document, checked against it.
 *
 * <p>
 * There is no way to make one but {@link #verified}, which compares the words with the document: whoever
 * holds a quote holds words that stand in the document at the place it names.
 */
public final class Quote {

  /** The most characters in one quotation. */
  public static final int MAX_LENGTH = 500;

  private final Document document;
  private final Span span;

  private Quote(Document document, Span span) {
    this.document = document;
    this.span = span;
  }

  /**
   * Checks that words stand in a document at a place.
   *
   * @throws UnverifiedQuoteException if the span is outside the document, cuts a character in two, begins or
   *           ends with white space, is too long, or holds other words
   */
  public static Quote verified(Document document, Span span, String words) {
    String text = document.text();
    if (span.end() > text.length() || span.length() > MAX_LENGTH || !span.of(text).equals(words)
        || isSpace(text.charAt(span.start())) || isSpace(text.charAt(span.end() - 1))
        || Span.cutsCharacter(text, span.start()) || Span.cutsCharacter(text, span.end())) {
      throw new UnverifiedQuoteException(document, span);
    }
    return new Quote(document, span);
  }

  /** Tells what is white space, no-break spaces included. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  public Document document() {
    return document;
  }

  public Span span() {
    return span;
  }

  /** Returns the words, cut from the document. */
  public String text() {
    return span.of(document.text());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quote quote && document.id().equals(quote.document.id())
        && span.equals(quote.span);
  }

  @Override
  public int hashCode() {
    return 31 * document.id().hashCode() + span.hashCode();
  }

  @Override
  public String toString() {
    return document.id() + span;
  }
}
