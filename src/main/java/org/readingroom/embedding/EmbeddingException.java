package org.readingroom.embedding;

/** Says in one plain sentence why a model cannot be loaded or a text cannot be embedded. */
public class EmbeddingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddingException(String message) {
    super(message);
  }

  public EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}
