package org.readingroom.reply;

/** Says in one plain sentence why documents cannot be chosen as somebody asked. */
public final class InvalidFilterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidFilterException(String message) {
    super(message);
  }
}
