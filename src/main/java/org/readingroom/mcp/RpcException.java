package org.readingroom.mcp;

/** Ends a request with an error of JSON-RPC, which says in one plain sentence what is wrong with the request. */
final class RpcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * Makes an error.
   *
   * @param code one of the protocol's codes
   */
  RpcException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
