package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.search.IndexState;
import tools.jackson.databind.JsonNode;

class McpServerTests {

  private static final String ASK = """
      {"jsonrpc":"2.0","id":5,"method":"tools/call",
       "params":{"_meta":{"progressToken":"t"},"name":"ask","arguments":{"question":"How much lead?"}}}""";

  private final Library library = new Library();

  @ParameterizedTest
  @CsvSource({"2025-11-25,2025-11-25", "2024-11-05,2024-11-05", "1900-01-01,2025-11-25"})
  void greetsInTheVersionAskedForWhereThatIsSpoken(String asked, String spoken) {
    JsonNode greeting = library
        .send("initialize",
            """
                {"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"x","version":"1"}}"""
                .formatted(asked))
        .get("result");

    assertThat(greeting.at("/protocolVersion").stringValue()).isEqualTo(spoken);
    assertThat(greeting.at("/capabilities").propertyNames()).containsExactlyInAnyOrder("tools", "resources",
        "prompts", "completions");
    assertThat(greeting.at("/serverInfo/name").stringValue()).isEqualTo("reading-room");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "null", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
      "{\"jsonrpc\":\"2.0\",\"id\":1}", "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":{}}",
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}",
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x"})
  void whatIsNoMessageIsAnError(String text) {
    Message message = library.server.read(text.getBytes(StandardCharsets.UTF_8));

    JsonNode refusal = Library.JSON.readTree(library.server.refusal((Message.Malformed) message));
    assertThat(refusal.at("/error/code").intValue()).isIn(-32700, -32600);
    assertThat(refusal.at("/error/message").stringValue()).endsWith(".").doesNotContain("Exception");
    assertThat(refusal.at("/error").propertyNames()).containsExactlyInAnyOrder("code", "message");
  }

  @Test
  void bytesThatAreNoTextAndDepthsAreErrors() {
    assertThat(library.server.read(new byte[]{(byte) 0xc0, (byte) 0x80}))
        .isInstanceOf(Message.Malformed.class);
    assertThat(library.server.read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Message.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"tools/call | {\"name\":\"rm\"} | -32602",
      "tools/call | {\"name\":{}} | -32602", "tools/call | {} | -32602",
      "logging/setLevel | {} | -32601", "resources/read | {\"uri\":\"file:///etc/passwd\"} | -32002",
      "resources/read | {\"uri\":\"reading-room://documents/../x\"} | -32002",
      "resources/read | {\"uri\":\"reading-room://documents/999\"} | -32002",
      "resources/read | {\"uri\":\"reading-room://documents/7/text/5-999999999\"} | -32002",
      "resources/read | {\"uri\":7} | -32602", "resources/list | {\"cursor\":\"x\"} | -32602",
      "prompts/get | {\"name\":\"x\"} | -32602",
      "prompts/get | {\"name\":\"check_quotations\",\"arguments\":{\"text\":\" \"}} | -32602"})
  void whatDoesNotExistIsAnErrorOfTheProtocol(String method, String params, int code) {
    JsonNode error = library.send(method, params).get("error");

    assertThat(error.at("/code").intValue()).isEqualTo(code);
    assertThat(error.at("/message").stringValue()).endsWith(".");
  }

  @Test
  void tellsOfProgressWhereAClientWantsToKnow() {
    given(library.conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      AnswerListener listener = call.getArgument(2);
      listener.retrieved(List.of(Library.passage(Library.TELEGRAM)));
      listener.cited(Library.citation());
      return Library.answered(call.getArgument(0));
    });
    Library.Listening client = new Library.Listening("s");

    assertThat(begin(ASK, client).reply()).isPresent();

    assertThat(client.heard()).extracting(heard -> heard.at("/params/progress").intValue())
        .containsExactly(1, 2);
    assertThat(client.heard()).allSatisfy(heard -> {
      assertThat(heard.at("/method").stringValue()).isEqualTo("notifications/progress");
      assertThat(heard.at("/params/progressToken").stringValue()).isEqualTo("t");
    });
    Library.Listening other = new Library.Listening("s");
    assertThat(begin(ASK.replace("progressToken", "x"), other).reply()).isPresent();
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void aRequestCanBeCancelledByItsOwnSessionOnly() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    given(library.conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      AnswerListener listener = call.getArgument(2);
      assertThat(listener.isCancelled()).isFalse();
      asked.countDown();
      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
      if (listener.isCancelled()) {
        throw new AnswerCancelledException();
      }
      return Library.answered(call.getArgument(0));
    });
    Job job = begin(ASK, new Library.Listening("s"));
    var reply = java.util.concurrent.CompletableFuture.supplyAsync(job::reply);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(Library.JSON.readTree(begin(ASK, new Library.Listening("s")).reply().orElseThrow())
        .at("/error/message").stringValue()).isEqualTo("A request of that id is still running.");
    cancel("5", "other");
    cancel("\"5\"", "s");
    cancel("{}", "s");
    cancel("5", "s");
    cancelled.countDown();

    assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
  }

  @Test
  void aRequestThatIsCancelledBeforeItsTurnIsNotBegun() {
    Job job = begin(ASK, new Library.Listening("s"));
    cancel("5", "s");

    assertThat(job.reply()).isEmpty();
    org.mockito.Mockito.verifyNoInteractions(library.conversations);
  }

  @Test
  void documentsAreListedInPagesAndRead() {
    JsonNode first = library.send("resources/list", "{}").get("result");
    assertThat(first.at("/resources")).hasSize(Resources.PAGE);
    assertThat(first.at("/resources/6/uri").stringValue()).isEqualTo("reading-room://documents/papers:7");
    JsonNode last = library.send("resources/list", "{\"cursor\":\"100\"}").get("result");
    assertThat(last.at("/resources")).hasSize(20);
    assertThat(last.has("nextCursor")).isFalse();

    JsonNode read = library.send("resources/read", "{\"uri\":\"reading-room://documents/papers:7\"}")
        .at("/result/contents/0");
    assertThat(read.at("/text").stringValue()).isEqualTo(Library.TELEGRAM.text());
    assertThat(library.send("resources/read", "{\"uri\":\"reading-room://documents/7/text/17-24\"}")
        .at("/result/contents/0/text").stringValue()).isEqualTo("We woul");
    assertThat(library.send("resources/templates/list", "{}").at("/result/resourceTemplates")).hasSize(2);
    assertThat(library.send("completion/complete", """
        {"ref":{"type":"ref/resource","uri":"reading-room://documents/{id}"},
         "argument":{"name":"id","value":"papers:11"}}""").at("/result/completion/total").intValue())
        .isEqualTo(11);
  }

  @Test
  void promptsAreFilledWithWhatIsGivenAsItIs() {
    assertThat(library.send("prompts/list", "{}").at("/result/prompts"))
        .extracting(prompt -> prompt.get("name").stringValue())
        .containsExactly("answer_with_verified_quotations", "check_quotations");
    assertThat(library.send("prompts/get", """
        {"name":"answer_with_verified_quotations","arguments":{"question":"Why $1 {{question}}?"}}""")
        .at("/result/messages/0/content/text").stringValue()).contains("Why $1 {{question}}?");
  }

  @Test
  void aRequestWithoutAGreetingSaysItselfWhatItIsOf() {
    String meta = """
        {"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
         "io.modelcontextprotocol/clientCapabilities":{}}%s}""";
    JsonNode discovered = library.send("server/discover", meta.formatted("")).get("result");
    assertThat(discovered.at("/supportedVersions/0").stringValue()).isEqualTo("2026-07-28");
    assertThat(discovered.at("/resultType").stringValue()).isEqualTo("complete");
    assertThat(discovered.at("/_meta").get("io.modelcontextprotocol/serverInfo").at("/name").stringValue())
        .isEqualTo("reading-room");
    assertThat(discovered.at("/ttlMs").intValue()).isPositive();

    JsonNode called = library
        .send("tools/call", meta.formatted(",\"name\":\"fetch\",\"arguments\":{\"id\":\"7\"}"))
        .get("result");
    assertThat(called.at("/resultType").stringValue()).isEqualTo("complete");
    assertThat(called.has("ttlMs")).isFalse();
    assertThat(library.send("tools/list", "{}").get("result").has("resultType")).isFalse();

    assertThat(library.send("ping", meta.formatted("")).at("/error/code").intValue()).isEqualTo(-32601);
    assertThat(
        library.send("resources/read", meta.formatted(",\"uri\":\"x:y\"")).at("/error/code").intValue())
        .isEqualTo(-32602);
    JsonNode unsupported = library.send("tools/list", meta.formatted("").replace("2026-07-28", "2030-01-01"))
        .get("error");
    assertThat(unsupported.at("/code").intValue()).isEqualTo(-32022);
    assertThat(unsupported.at("/data/supported")).hasSize(5);
    assertThat(library.send("server/discover", "{}").at("/error/code").intValue()).isEqualTo(-32602);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"2026-07-28,tools/call,ask,0",
      "2026-07-28,tools/call,=?base64?YXNr?=,0",
      "-,tools/call,ask,400", "2025-11-25,tools/call,ask,400", "2026-07-28,-,ask,400",
      "2026-07-28,tools/list,ask,400", "2026-07-28,tools/call,-,400",
      "2026-07-28,tools/call,=?base64?!?=,400"})
  void headersRepeatWhatTheBodySays(String version, String method, String name, int status) {
    Message.Request request = (Message.Request) library.server.read("""
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask",
         "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
         "io.modelcontextprotocol/clientCapabilities":{}}}}""".getBytes(StandardCharsets.UTF_8));

    assertThat(
        library.server.rejection(request, new RequestHeads(version, method, name)).map(Rejection::status)
            .orElse(0))
        .isEqualTo(status);
  }

  /** Holds the replies of all tools against the schemas that are listed. */
  @Test
  void repliesAreOfTheirSchemas() {
    given(library.conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Library.answered(call.getArgument(0)));
    given(library.index.state()).willReturn(new IndexState.Ready(120, 120));
    given(library.search.search(any(), any(), org.mockito.ArgumentMatchers.anyInt()))
        .willReturn(List.of(Library.passage(Library.TELEGRAM)));
    Map<String, String> calls = Map.of("ask", "{\"question\":\"How much?\"}", "search",
        "{\"query\":\"lead\"}",
        "fetch", "{\"id\":\"7\"}", "verify", "{\"quote\":\"a yearly maximum of 25,000 tons\"}",
        "find_passages",
        "{\"query\":\"lead\"}", "read_document", "{\"id\":\"7\"}", "cite",
        "{\"id\":\"7\",\"start\":0,\"end\":9}",
        "list_collections", "{}");
    DefaultJsonSchemaValidator validator = new DefaultJsonSchemaValidator();

    JsonNode tools = library.send("tools/list", "{}").at("/result/tools");
    assertThat(tools).hasSize(calls.size()).allSatisfy(tool -> {
      Map<String, Object> schema = Library.JSON.convertValue(tool.get("outputSchema"),
          new tools.jackson.core.type.TypeReference<>() {
          });
      JsonNode reply = library.call(tool.get("name").stringValue(), calls.get(tool.get("name").stringValue()))
          .at("/structuredContent");
      var validated = validator.validate(schema, Library.JSON.convertValue(reply, Map.class));
      assertThat(validated.valid()).as("%s: %s", tool.get("name"), validated.errorMessage()).isTrue();
      assertThat(tool.at("/outputSchema/properties").propertyNames()).containsAll(reply.propertyNames());
    });
  }

  private Job begin(String message, Exchange client) {
    return library.server.begin(
        (Message.Request) library.server.read(message.getBytes(StandardCharsets.UTF_8)), client);
  }

  private void cancel(String id, String session) {
    library.server.accept((Message.Notification) library.server.read("""
        {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":%s}}""".formatted(id)
        .getBytes(StandardCharsets.UTF_8)), session);
  }
}
