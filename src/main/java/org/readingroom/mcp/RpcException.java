package org.readingroom.mcp;

import java.util.Map;

/** Ends a request with an error of JSON-RPC, which says in one plain sentence what is wrong with the request. */
final class RpcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Map<String, Object> data;

  /**
   * Makes an error.
   *
   * @param code one of the protocol's codes
   */
  RpcException(int code, String message) {
    this(code, message, Map.of());
  }

  /**
   * Makes an error with more that a client can use.
   *
   * @param data by the names that the protocol gives them
   */
  RpcException(int code, String message, Map<String, Object> data) {
    super(message);
    this.code = code;
    this.data = data;
  }

  Map<String, Object> data() {
    return data;
  }

  int code() {
    return code;
  }

  /** Returns the sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
