package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.readingroom.conversation.Conversations;
import org.readingroom.index.BuildProgress;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Lets a client leave while a language model keeps its JSON reply waiting. */
@RealProgram
class GoneClientIT {

  private static final ScriptedServer MODEL = new ScriptedServer(Provider.OPENAI, ScriptedServer.stalls(""));
  private static final String QUESTION = "Who asked for lead and then left?";

  @LocalServerPort
  private int port;
  @Autowired
  private LiveIndex index;
  @Autowired
  private Conversations conversations;

  @DynamicPropertySource
  static void model(DynamicPropertyRegistry registry) {
    registry.add("reading-room.web.probe", () -> "100ms");
    registry.add("reading-room.model.provider", () -> "openai");
    registry.add("reading-room.model.base-url", MODEL::url);
    registry.add("reading-room.model.name", () -> "slow");
  }

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void theModelIsHungUpOnAndNothingIsKept() throws Exception {
    index.open(BuildProgress.SILENT);
    String body = "{\"question\":\"" + QUESTION + "\"}";
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.getOutputStream().write(("POST /api/v1/answers HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
          .getBytes(UTF_8));
      await().atMost(30, TimeUnit.SECONDS).until(() -> !MODEL.requests.isEmpty());
    }

    assertThat(MODEL.hungUp.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(MODEL.requests).hasSize(1);
    assertThat(conversations.list()).noneMatch(kept -> kept.title().equals(QUESTION));
  }
}
