package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts the launcher as an assistant does, and speaks with it through a client that is not ours. */
class McpStdioIT {

  private static final String LAUNCHER = Path.of("reading-room").toAbsolutePath().toString();
  private static final Path SHARED = Path.of(RealProgram.HOME).toAbsolutePath();
  /** The data directory has no index: beside one the launcher would teach the JVM in the background. */
  private static final Map<String, String> SETTINGS = Map.of("JAVA_HOME", System.getProperty("java.home"),
      "READING_ROOM_HOME", Path.of("target/mcp-home").toAbsolutePath().toString(), "READING_ROOM_OPTS",
      "-Dreading-room.index=" + SHARED.resolve("index") + " -Dreading-room.models="
          + SHARED.resolve("models"));

  @BeforeAll
  static void date() throws Exception {
    PackedProgram.date();
  }

  @Test
  void anAssistantAsksChecksAndReads() {
    List<String> progress = new CopyOnWriteArrayList<>();
    var transport = new StdioClientTransport(
        ServerParameters.builder(LAUNCHER).args("mcp").env(SETTINGS).build(),
        McpJsonDefaults.getMapper());
    try (McpSyncClient client = McpClient.sync(transport).requestTimeout(Duration.ofMinutes(10))
        .initializationTimeout(Duration.ofMinutes(10)).progressConsumer(told -> progress.add(told.message()))
        .build()) {
      assertThat(client.initialize().protocolVersion()).isEqualTo("2025-11-25");
      awaitIndex(client);

      JsonNode answer = call(client, "ask", Map.of("question", "How much lead did Stalin want from Korea?"));
      assertThat(answer.at("/status").stringValue()).isEqualTo("answered");
      assertThat(progress).first().asString().startsWith("Passages found: ");
      JsonNode citation = answer.at("/citations/0");
      String words = citation.at("/cited_text").stringValue();
      assertThat(words).contains("25,000 tons of lead");

      String id = citation.at("/document_id").stringValue();
      int start = citation.at("/start_char_index").intValue();
      int end = citation.at("/end_char_index").intValue();
      assertThat(call(client, "fetch", Map.of("id", id)).at("/text").stringValue().substring(start, end))
          .isEqualTo(words);
      assertThat(call(client, "read_document", Map.of("id", id, "start", start, "end", end)).at("/text")
          .stringValue()).isEqualTo(words);
      assertThat(call(client, "verify", Map.of("quote", words)).at("/status").stringValue())
          .isEqualTo("exact");
      assertThat(client.listResources().resources()).hasSize(126);
    }
  }

  /** Writes nothing but messages, though it is sent what is none; and ends with its input. */
  @Test
  void standardOutputHoldsNothingButMessages() throws Exception {
    ProcessBuilder launcher = new ProcessBuilder(LAUNCHER, "mcp")
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    launcher.environment().putAll(SETTINGS);
    Process process = launcher.start();
    process.getOutputStream().write(
        """
            hello
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"verify","arguments":{"quote":"\\u001b[31m lead \\u0085 \\u202e"}}}
            {"jsonrpc":"2.0","id":3,"method":"prompts/list"}
            """
            .getBytes(UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out.lines()).hasSize(4)
        .allSatisfy(line -> assertThat(JsonMapper.shared().readTree(line).at("/jsonrpc").stringValue())
            .isEqualTo("2.0"));
    assertThat(out).doesNotContain("\u001b", "\u0085", "\u202e");
  }

  private static void awaitIndex(McpSyncClient client) {
    org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(300))
        .until(() -> call(client, "list_collections", Map.of()).at("/collections/0/state").stringValue(),
            "ready"::equals);
  }

  private static JsonNode call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = client.callTool(McpSchema.CallToolRequest.builder(tool)
        .arguments(arguments).meta(Map.of("progressToken", tool)).build());
    assertThat(result.isError()).as("%s", result.content()).isFalse();
    return JsonMapper.shared().valueToTree(result.structuredContent());
  }
}
