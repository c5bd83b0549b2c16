package org.readingroom.onnx;

/** Says in one plain sentence why a model cannot be loaded or a text cannot be embedded. */
public class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
