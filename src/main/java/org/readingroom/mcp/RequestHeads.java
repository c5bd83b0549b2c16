package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The headers in which a request by HTTP repeats what its body says, so that others need not read that.
 *
 * @param version the value of {@code MCP-Protocol-Version}
 * @param method the value of {@code Mcp-Method}
 * @param name the value of {@code Mcp-Name}, which may be in Base64
 */
public record RequestHeads(@Nullable String version, @Nullable String method, @Nullable String name) {

  private static final String ENCODED = "=?base64?";
  private static final String END = "?=";

  /**
   * Checks that they say what the request says.
   *
   * @throws RpcException if they do not
   */
  void check(Message.Request request) {
    if (!Stateless.isMeant(request)) {
      if (Stateless.VERSION.equals(version)) {
        throw mismatch("MCP-Protocol-Version");
      }
      if (version != null && !Greeting.VERSIONS.contains(version)) {
        throw new RpcException(McpSchema.ErrorCodes.INVALID_REQUEST,
            "That version of the protocol is not spoken.");
      }
      return;
    }
    JsonNode said = Stateless.version(request);
    if (said.isString() && !said.stringValue().equals(version)) {
      throw mismatch("MCP-Protocol-Version");
    }
    Stateless.check(request);
    if (!request.method().equals(method)) {
      throw mismatch("Mcp-Method");
    }
    JsonNode named = switch (request.method()) {
      case McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_PROMPT_GET -> request.params().path("name");
      case McpSchema.METHOD_RESOURCES_READ -> request.params().path("uri");
      default -> request.params().path("");
    };
    if (named.isString() && (name == null || !named.stringValue().equals(decoded(name)))) {
      throw mismatch("Mcp-Name");
    }
  }

  private static RpcException mismatch(String header) {
    return new RpcException(Stateless.HEADER_MISMATCH,
        "The header " + header + " does not say what the body says.");
  }

  private static String decoded(String value) {
    if (!value.startsWith(ENCODED) || !value.endsWith(END)
        || value.length() < ENCODED.length() + END.length()) {
      return value;
    }
    try {
      return new String(
          Base64.getDecoder().decode(value.substring(ENCODED.length(), value.length() - END.length())),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
