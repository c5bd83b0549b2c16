package org.readingroom.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a client what this server is and can do. */
final class Greeting implements Handler {

  /** The versions of the protocol that are spoken, after a greeting, the newest last. */
  static final List<String> VERSIONS = List.of(ProtocolVersions.MCP_2024_11_05,
      ProtocolVersions.MCP_2025_03_26,
      ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

  static final String INSTRUCTIONS = "Answers questions about a collection of documents with quotations that"
      + " were compared with them word for word. Quote only what a tool returned as cited_text or text, and never from"
      + " memory; check any other quotation with verify. An answer whose status is abstained means that the documents do"
      + " not say: say so, too.";

  private final String version;

  Greeting(String version) {
    this.version = version;
  }

  @Override
  public Object handle(ObjectNode params, Call call) {
    JsonNode wanted = params.path("protocolVersion");
    String spoken = wanted.isString() && VERSIONS.contains(wanted.stringValue())
        ? wanted.stringValue()
        : VERSIONS.getLast();
    return new McpSchema.InitializeResult(spoken, capabilities(), server(), INSTRUCTIONS);
  }

  /** Returns what this server can do. */
  McpSchema.ServerCapabilities capabilities() {
    return McpSchema.ServerCapabilities.builder().tools(false).resources(false, false).prompts(false)
        .completions().build();
  }

  /** Returns what this server is. */
  McpSchema.Implementation server() {
    return new McpSchema.Implementation("reading-room", "Reading Room", version);
  }
}
