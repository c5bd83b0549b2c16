package org.readingroom.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of JSON-RPC as a client sent it. */
public sealed interface Message {

  /**
   * A message that wants a reply.
   *
   * @param id a text or a whole number, unique among what runs in its session
   */
  record Request(JsonNode id, String method, ObjectNode params) implements Message {}

  /** A message that wants none. */
  record Notification(String method, ObjectNode params) implements Message {}

  /** A reply; as nothing is asked of clients, it is to nothing. */
  record Reply() implements Message {}

  /**
   * A message that cannot be read.
   *
   * @param id the id of the request, where that can be told
   */
  record Malformed(@Nullable JsonNode id, RpcException fault) implements Message {}
}
