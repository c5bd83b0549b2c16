package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.springframework.test.context.TestPropertySource;

/** Sends requests slowly and leaves replies unread. */
@TestPropertySource(properties = {"reading-room.web.request-timeout=500ms", "reading-room.web.running=1",
    "reading-room.web.patience=20s"})
class SlowClientsIT extends FakedServer {

  private static final int MANY = 300;
  /** The question whose answer is longer than what lies between two sockets. */
  private static final String LONG = "Who wrote all that?";
  private static final String HEAD = "POST /api/v1/answers HTTP/1.1\r\nHost: localhost\r\n"
      + "Content-Type: application/json\r\n";

  @BeforeEach
  void answer() {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      Question question = call.getArgument(0);
      AnswerListener listener = call.getArgument(1);
      for (int i = 0; i < 1_000 && question.text().equals(LONG); i++) {
        listener.wrote("x".repeat(20_000));
      }
      return Samples.answered(question);
    });
  }

  @Test
  void manyBodiesThatDoNotComeKeepNobodyFromAnAnswer() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(open(HEAD + "Content-Length: 100\r\n\r\n{"));
      }
      assertThat(ask()).isEqualTo(200);
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void aBodyThatComesByteByByteIsRefused() throws Exception {
    assertThat(trickled(HEAD + "Content-Length: 60000\r\n\r\n", " ")).startsWith("HTTP/1.1 408")
        .contains(Problem.BODY_TOO_SLOW.type().toString());
    assertThat(trickled(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")).startsWith("HTTP/1.1 408")
        .contains(Problem.BODY_TOO_SLOW.type().toString());
  }

  @Test
  void aConnectionEndsWhoseHeadComesByteByByte() throws Exception {
    assertThat(trickled("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x")).isEmpty();
    assertThat(trickled("GET /", "x")).isEmpty();
  }

  @Test
  void aConnectionEndsWhoseBodyIsNotReadAndDoesNotEnd() throws Exception {
    String head = "Host: localhost\r\nContent-Length: 60000\r\n\r\n";

    assertThat(trickled("POST /nothing HTTP/1.1\r\n" + head, " ")).startsWith("HTTP/1.1 404");
    assertThat(trickled("GET /api/v1/documents HTTP/1.1\r\n" + head, " ")).startsWith("HTTP/1.1 200");
    assertThat(trickled("POST /api/v1/answers HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + head, "a")).startsWith("HTTP/1.1 415");
    assertThat(trickled("PATCH /api/v1/conversations/x HTTP/1.1\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n" + head, "a")).startsWith("HTTP/1.1 415");
  }

  @Test
  void aStreamThatNobodyReadsKeepsNoAnswerFromBeingMade() throws Exception {
    String body = "{\"question\":\"" + LONG + "\"}";
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4 * 1024);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write((HEAD + "Accept: text/event-stream\r\nContent-Length: " + body.length()
          + "\r\n\r\n" + body).getBytes(UTF_8));
      assertThat(socket.getInputStream().readNBytes(15)).isEqualTo("HTTP/1.1 200 \r\n".getBytes(UTF_8));

      assertThat(ask()).isEqualTo(200);
    }
  }

  private int ask() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/answers"))
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString("{\"question\":\"Who knows?\"}")).build(), BodyHandlers.ofString())
          .statusCode();
    }
  }

  private Socket open(String sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(sent.getBytes(UTF_8));
    return socket;
  }

  /** Sends the beginning of a request and goes on byte by byte until the server closes; returns what it replied. */
  private String trickled(String beginning, String more) throws Exception {
    StringBuilder reply = new StringBuilder();
    try (Socket socket = open(beginning)) {
      socket.setSoTimeout(20);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8 * 1024];
      while (true) {
        try {
          int read = in.read(buffer);
          if (read < 0) {
            return reply.toString();
          }
          reply.append(new String(buffer, 0, read, UTF_8));
        } catch (java.net.SocketTimeoutException silent) {
          socket.getOutputStream().write(more.getBytes(UTF_8));
        }
      }
    } catch (SocketException closed) {
      return reply.toString();
    }
  }
}
