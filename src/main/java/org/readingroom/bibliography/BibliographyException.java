package org.readingroom.bibliography;

/** Says why a bibliography cannot be read, in words that end a sentence. */
final class BibliographyException extends Exception {

  private static final long serialVersionUID = 1;

  BibliographyException(String reason) {
    super(reason);
  }

  BibliographyException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Returns why it cannot be read. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
