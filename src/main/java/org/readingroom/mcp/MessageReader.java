package org.readingroom.mcp;

import static io.modelcontextprotocol.spec.McpSchema.ErrorCodes.INVALID_REQUEST;
import static io.modelcontextprotocol.spec.McpSchema.ErrorCodes.PARSE_ERROR;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads messages of JSON-RPC, whatever they hold. */
final class MessageReader {

  /** The most characters of an id, which every reply repeats. */
  private static final int MAX_ID = 200;

  private final JsonMapper json;

  MessageReader(JsonMapper json) {
    this.json = json;
  }

  /** Reads one message in UTF-8. */
  Message read(byte[] message) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
      return json.readTree(text) instanceof ObjectNode object
          ? read(object)
          : malformed(null, INVALID_REQUEST, "A message is one JSON object.");
    } catch (CharacterCodingException e) {
      return malformed(null, PARSE_ERROR, "The message is not UTF-8.");
    } catch (JacksonException e) {
      return malformed(null, PARSE_ERROR, "The message is not well-formed JSON.");
    }
  }

  private Message read(ObjectNode message) {
    JsonNode id = message.get("id");
    if (id != null && !isId(id)) {
      return malformed(null, INVALID_REQUEST, "The id of a request is a text of at most " + MAX_ID
          + " characters or a whole number.");
    }
    if (!"2.0".equals(text(message.get("jsonrpc")))) {
      return malformed(id, INVALID_REQUEST, "The message is not of JSON-RPC 2.0.");
    }
    String method = text(message.get("method"));
    if (method == null) {
      return message.has("result") || message.has("error")
          ? new Message.Reply()
          : malformed(id, INVALID_REQUEST, "The message names no method.");
    }
    JsonNode params = message.get("params");
    if (params != null && !params.isNull() && !params.isObject()) {
      return malformed(id, INVALID_REQUEST, "The params of a message are a JSON object.");
    }
    ObjectNode given = params instanceof ObjectNode object ? object : json.createObjectNode();
    return id == null ? new Message.Notification(method, given) : new Message.Request(id, method, given);
  }

  private static boolean isId(JsonNode id) {
    return id.isString()
        ? id.stringValue().length() <= MAX_ID
        : id.isIntegralNumber() && id.canConvertToLong();
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node != null && node.isString() ? node.stringValue() : null;
  }

  private static Message malformed(@Nullable JsonNode id, int code, String sentence) {
    return new Message.Malformed(id, new RpcException(code, sentence));
  }
}
