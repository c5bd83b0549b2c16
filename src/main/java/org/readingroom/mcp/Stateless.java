package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Version 2026-07-28 of the protocol, which has no greeting: each request says itself which version it is of. */
final class Stateless {

  static final String VERSION = "2026-07-28";
  /** The method that tells what a greeting told. */
  static final String DISCOVER = "server/discover";

  /** The code of an error where the header and the body of an HTTP request say different things. */
  static final int HEADER_MISMATCH = -32020;
  private static final int UNSUPPORTED_VERSION = -32022;

  private static final String META = "io.modelcontextprotocol/";
  /** What there is no more. */
  private static final Set<String> GONE = Set.of(McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_PING);
  private static final Set<String> TOOLS = Set.of(McpSchema.METHOD_TOOLS_CALL,
      McpSchema.METHOD_COMPLETION_COMPLETE, McpSchema.METHOD_PROMPT_GET);
  /** For how long clients may keep what they were told: a minute, for collections may change. */
  private static final int TTL_MILLIS = 60_000;

  private Stateless() {}

  /** Returns whether a request is of this version, or of one of its kind that is not spoken. */
  static boolean isMeant(Message.Request request) {
    return request.method().equals(DISCOVER) || request.params().path("_meta").has(META + "protocolVersion");
  }

  /** Returns the version that a request says it is of. */
  static JsonNode version(Message.Request request) {
    return request.params().path("_meta").path(META + "protocolVersion");
  }

  /**
   * Checks what every request must say.
   *
   * @throws RpcException if it does not, or is of another version
   */
  static void check(Message.Request request) {
    JsonNode version = version(request);
    if (!version.isString()) {
      throw new RpcException(ErrorCodes.INVALID_PARAMS, "The request does not say its protocolVersion.");
    }
    if (!version.stringValue().equals(VERSION)) {
      throw new RpcException(UNSUPPORTED_VERSION, "That version of the protocol is not spoken.",
          Map.of("supported", versions(), "requested", version.stringValue()));
    }
    if (!request.params().path("_meta").path(META + "clientCapabilities").isObject()) {
      throw new RpcException(ErrorCodes.INVALID_PARAMS, "The request does not say its clientCapabilities.");
    }
    if (GONE.contains(request.method())) {
      throw new RpcException(ErrorCodes.METHOD_NOT_FOUND, "There is no such method in this version.");
    }
  }

  private static List<String> versions() {
    return Stream.concat(Stream.of(VERSION), Greeting.VERSIONS.reversed().stream()).toList();
  }

  /** Returns what answers {@link #DISCOVER}. */
  static Handler discovery(Greeting greeting) {
    return (params, call) -> Map.of("supportedVersions", versions(), "capabilities", greeting.capabilities(),
        "instructions", Greeting.INSTRUCTIONS);
  }

  /** Adds to a result what this version has more. */
  static void complete(ObjectNode result, String method, JsonNode server) {
    result.put("resultType", "complete");
    ((ObjectNode) result.withObject("/_meta")).set(META + "serverInfo", server);
    if (!TOOLS.contains(method)) {
      result.put("ttlMs", TTL_MILLIS);
      result.put("cacheScope", "private");
    }
  }

  /** Returns an error as this version has it. */
  static RpcException error(RpcException fault) {
    return fault.code() == ErrorCodes.RESOURCE_NOT_FOUND
        ? new RpcException(ErrorCodes.INVALID_PARAMS, fault.sentence())
        : fault;
  }
}
