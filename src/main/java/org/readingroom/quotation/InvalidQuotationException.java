package org.readingroom.quotation;

/** Is thrown for words that cannot be looked for; the message says why, in one sentence. */
public final class InvalidQuotationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidQuotationException(String message) {
    super(message);
  }
}
