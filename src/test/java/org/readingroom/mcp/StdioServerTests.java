package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doAnswer;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import tools.jackson.databind.JsonNode;

class StdioServerTests {

  private final Library library = new Library();

  @Test
  void goesOnAfterLinesThatMakeNoSense() {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}";
    List<JsonNode> replies = replies(ping.formatted(1), "", "  \r", "nonsense",
        "x".repeat(StdioServer.MAX_LINE + 1), "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\"}", ping.formatted(2) + "\r");

    assertThat(replies).hasSize(4);
    assertThat(replies.get(0).at("/result")).isEmpty();
    assertThat(replies.get(1).at("/error/code").intValue()).isEqualTo(-32700);
    assertThat(replies.get(2).at("/error/code").intValue()).isEqualTo(-32600);
    assertThat(replies.get(3).at("/id").intValue()).isEqualTo(2);
  }

  @Test
  void answersWhatWasAskedBeforeItEnds() {
    given(library.conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      Thread.sleep(100);
      return Library.answered(call.getArgument(0));
    });

    assertThat(replies(
        """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Why?"}}}"""))
        .singleElement()
        .satisfies(reply -> assertThat(reply.at("/result/isError").booleanValue()).isFalse());
  }

  @Test
  void tooManyCallsAtOnceAreRefused() {
    given(library.conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      Thread.sleep(20);
      return Library.answered(call.getArgument(0));
    });
    String[] calls = new String[100];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = """
          {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Why?"}}}"""
          .formatted(i).strip();
    }

    assertThat(replies(calls)).hasSize(100)
        .anySatisfy(reply -> assertThat(reply.at("/error/message").stringValue())
            .isEqualTo("Too much is being asked at once; ask again in a moment."));
  }

  /** An index that is being built is told of at once, and its building is given up with the input. */
  @Test
  void aBuildKeepsNobodyWaiting() {
    CountDownLatch givenUp = new CountDownLatch(1);
    doAnswer(call -> {
      BuildProgress progress = call.getArgument(0);
      try {
        while (true) {
          progress.embedded(3, 40);
          Thread.sleep(10);
        }
      } catch (AnswerCancelledException e) {
        givenUp.countDown();
        throw e;
      }
    }).when(library.index).open(any());
    given(library.search.search(any(), any(), anyInt()))
        .willThrow(new IndexNotReadyException(new IndexState.Building(3, 40)));

    assertThat(replies(
        """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"lead"}}}"""))
        .singleElement().satisfies(reply -> assertThat(reply.at("/result/content/0/text").stringValue())
            .isEqualTo("The index is being built: 3 of 40 passages."));
    assertThat(givenUp.getCount()).isZero();
  }

  private List<JsonNode> replies(String... lines) {
    StringWriter out = new StringWriter();
    new StdioServer(library.server, new IndexAhead(() -> library.index, () -> {}))
        .run(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out));
    return out.toString().lines().map(Library.JSON::readTree).toList();
  }
}
