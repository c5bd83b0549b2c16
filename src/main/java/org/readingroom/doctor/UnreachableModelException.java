package org.readingroom.doctor;

/** Says in one plain sentence why the language model does not answer. */
final class UnreachableModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreachableModelException(String sentence) {
    super(sentence);
  }
}
