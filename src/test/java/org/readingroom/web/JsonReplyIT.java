package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Turn;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Waits for JSON replies that take long, or does not. */
@TestPropertySource(properties = "reading-room.web.probe=50ms")
class JsonReplyIT extends FakedServer {

  private static final String ANSWERS = "/api/v1/answers | {\"question\":\"Who?\"}";
  private static final String COMPLETIONS = "/v1/chat/completions | "
      + "{\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}]}";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {ANSWERS, COMPLETIONS})
  void aClientThatGoesAwayCancelsTheWork(String path, String body) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    given(call -> {
      AnswerListener listener = listener(call);
      listener.retrieved(List.of(Samples.passage()));
      asked.countDown();
      await().until(listener::isCancelled);
      cancelled.set(true);
      throw new AnswerCancelledException();
    });

    try (Socket client = ask(path, body)) {
      asked.await();
    }

    await().untilTrue(cancelled);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {ANSWERS, COMPLETIONS})
  void aClientThatWaitsGetsItsReplyAfterSomeWhiteSpace(String path, String body) throws Exception {
    given(call -> {
      listener(call).retrieved(List.of(Samples.passage()));
      await().pollDelay(Duration.ofMillis(400)).until(() -> !listener(call).isCancelled());
      return Samples.answered(Question.of("Who?"));
    });

    try (Socket client = ask(path, body)) {
      String reply = new String(client.getInputStream().readAllBytes(), UTF_8);
      assertThat(reply).startsWith("HTTP/1.1 200").contains("Content-Type: application/json\r\n");
      String[] chunks = reply.substring(reply.indexOf("\r\n\r\n") + 4).split("\r\n");
      String text = String.join("",
          Stream.iterate(1, i -> i < chunks.length, i -> i + 2).map(i -> chunks[i]).toList());
      assertThat(text).matches("(?s) {2,}\\{.*");
      assertThat(JsonMapper.shared().readTree(text).toString()).contains(Samples.LEAD);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {ANSWERS, COMPLETIONS})
  void aFaultBeforeTheFirstWhiteSpaceHasItsStatus(String path, String body) throws Exception {
    given(call -> {
      listener(call).retrieved(List.of(Samples.passage()));
      throw new IllegalStateException("secret");
    });

    try (Socket client = ask(path, body)) {
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 500")
          .contains(Problem.INTERNAL_ERROR.type().toString()).doesNotContain("secret");
    }
  }

  private void given(Answer<Turn> answer) {
    BDDMockito.given(conversations.ask(any(), any())).willAnswer(answer);
    BDDMockito.given(conversations.askOnce(any(), any(), any())).willAnswer(answer);
  }

  private static AnswerListener listener(InvocationOnMock call) {
    return (AnswerListener) call.getArguments()[call.getArguments().length - 1];
  }

  private Socket ask(String path, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
        .getBytes(UTF_8));
    return socket;
  }
}
