package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.conversation.Turn;
import org.readingroom.conversation.UnknownConversationException;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = "reading-room.web.heartbeat=100ms")
class AnswerStreamIT extends FakedServer {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Is one event: its name and its data. */
  private record Event(String name, JsonNode data) {}

  @Test
  void sendsWhatTheJsonReplySends() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(answering());

    HttpResponse<String> streamed = send("text/event-stream");
    List<Event> events = events(streamed.body());
    JsonNode reply = JSON.readTree(send("application/json").body());

    assertThat(streamed.statusCode()).isEqualTo(200);
    assertThat(streamed.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(streamed.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    assertThat(events).extracting(Event::name).containsExactly("retrieval", "delta", "citation", "delta",
        "answer");
    assertThat(events.get(0).data().at("/passages/0/document_number").intValue()).isEqualTo(7);
    assertThat(events.get(1).data().at("/text").stringValue()
        + events.get(3).data().at("/text").stringValue()).isEqualTo(reply.at("/answer").stringValue());
    assertThat(events.get(2).data()).isEqualTo(reply.at("/citations/0"));
    assertThat(events.get(4).data()).isEqualTo(reply);
  }

  @Test
  void sendsAClaimAsTheReplyHasItOnceItsCitationsAreSent() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      Turn turn = Samples.claimed(call.getArgument(0));
      AnswerListener listener = call.getArgument(1);
      listener.wrote(turn.answer().text());
      turn.answer().citations().forEach(listener::cited);
      turn.answer().claims().forEach(listener::claimed);
      return turn;
    });

    List<Event> events = events(send("text/event-stream").body());
    JsonNode reply = JSON.readTree(send("application/json").body());

    assertThat(events).extracting(Event::name).containsExactly("delta", "citation", "citation", "claim",
        "claim", "answer");
    assertThat(events.get(3).data()).isEqualTo(reply.at("/claims/0"));
    assertThat(events.get(4).data()).isEqualTo(reply.at("/claims/1"));
    assertThat(events.get(5).data()).isEqualTo(reply);
  }

  @Test
  void anyFormWillDoIsJson() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.answered(call.getArgument(0)));

    for (String accept : List.of("*/*", "application/json, text/event-stream",
        "text/event-stream;q=0.5, */*")) {
      assertThat(send(accept).headers().firstValue("Content-Type")).as(accept)
          .hasValue("application/json");
    }
  }

  @Test
  void aFaultBeforeTheFirstEventHasItsStatus() throws Exception {
    willThrow(new IndexNotReadyException(new IndexState.Building(30, 1200))).given(conversations).ask(any(),
        any());
    assertProblem(send("text/event-stream"), Problem.INDEX_NOT_READY);

    willThrow(new UnknownConversationException("x")).given(conversations).ask(any(), any());
    assertProblem(send("text/event-stream"), Problem.UNKNOWN_CONVERSATION);
    assertProblem(post("text/event-stream", "{\"question\":\" \"}"), Problem.INVALID_QUESTION);
    assertProblem(post("text/event-stream", "{"), Problem.MALFORMED_REQUEST);
  }

  @Test
  void aFaultAfterTheFirstEventIsAnEvent() throws Exception {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      call.<AnswerListener>getArgument(1).wrote("Lead");
      throw new IllegalStateException("secret");
    });

    HttpResponse<String> streamed = send("text/event-stream");
    List<Event> events = events(streamed.body());
    assertThat(streamed.statusCode()).isEqualTo(200);
    assertThat(events).extracting(Event::name).containsExactly("delta", "error");
    assertThat(events.get(1).data().at("/type").stringValue())
        .isEqualTo(Problem.INTERNAL_ERROR.type().toString());
    assertThat(events.get(1).data().at("/status").intValue()).isEqualTo(500);
    assertThat(streamed.body()).doesNotContain("secret", "Exception");
  }

  @Test
  void aSilentStreamIsKeptOpenByComments() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    given(conversations.ask(any(), any())).willAnswer(call -> {
      heard.await();
      return Samples.answered(call.getArgument(0));
    });

    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines = client.send(request("text/event-stream", "{\"question\":\"Who?\"}"),
            BodyHandlers.ofLines()).body()) {
      List<String> seen = lines.peek(line -> {
        if (line.startsWith(":")) {
          heard.countDown();
        }
      }).toList();
      assertThat(seen).anyMatch(line -> line.startsWith(":")).contains("event:answer");
    }
  }

  @Test
  void aClientThatGoesAwayCancelsTheWork() throws Exception {
    AtomicBoolean cancelled = new AtomicBoolean();
    given(conversations.ask(any(), any())).willAnswer(call -> {
      AnswerListener listener = call.getArgument(1);
      listener.wrote("Lead");
      await().until(listener::isCancelled);
      cancelled.set(true);
      throw new AnswerCancelledException();
    });

    HttpClient client = HttpClient.newHttpClient();
    InputStream body = client.send(request("text/event-stream", "{\"question\":\"Who?\"}"),
        BodyHandlers.ofInputStream()).body();
    assertThat(body.read()).isEqualTo('e');
    body.close();
    client.shutdownNow();

    await().untilTrue(cancelled);
  }

  private static Answer<Turn> answering() {
    return call -> {
      Turn turn = Samples.answered(call.getArgument(0));
      AnswerListener listener = call.getArgument(1);
      listener.retrieved(List.of(Samples.passage()));
      listener.wrote(Samples.LEAD);
      listener.cited(((Answered) turn.answer()).citations().getFirst());
      listener.wrote(" [1]");
      return turn;
    };
  }

  private static List<Event> events(String body) {
    return Stream.of(body.split("\n\n")).filter(block -> block.startsWith("event:")).map(block -> {
      String[] lines = block.split("\n");
      return new Event(lines[0].substring("event:".length()),
          JSON.readTree(lines[1].substring("data:".length())));
    }).toList();
  }

  private static void assertProblem(HttpResponse<String> reply, Problem problem) {
    assertThat(reply.body()).contains("\"type\":\"" + problem.type() + "\"");
    assertThat(reply.statusCode()).isEqualTo(problem.status().value());
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpResponse<String> send(String accept) throws Exception {
    return post(accept, "{\"question\":\"How much lead?\"}");
  }

  private HttpResponse<String> post(String accept, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request(accept, body), BodyHandlers.ofString(UTF_8));
    }
  }

  private HttpRequest request(String accept, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/answers"))
        .header("Content-Type", "application/json").header("Accept", accept)
        .POST(BodyPublishers.ofString(body)).build();
  }
}
