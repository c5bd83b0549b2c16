package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs servers as processes, two at once and with an answer under way when one is told to stop. */
class ShutdownIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String QUESTION = "How much lead did Stalin want from Korea?";

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream"})
  void aRunningAnswerIsFinishedAndKept(String accept) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ScriptedServer.Script slow = (exchange, model) -> {
      asked.countDown();
      goOn.await();
      ScriptedServer.says("Stalin wanted “a yearly minimum of 25,000 tons of lead” [1].").play(exchange,
          model);
    };
    try (ScriptedServer model = new ScriptedServer(Provider.OPENAI, slow);
        HttpClient client = HttpClient.newHttpClient();
        ServerProcess server = serve("-Dreading-room.model.provider=openai",
            "-Dreading-room.model.output=markers",
            "-Dreading-room.model.base-url=" + model.url(), "-Dreading-room.model.name=slow")) {
      CompletableFuture<HttpResponse<String>> answer = client.sendAsync(ask(server, accept, null),
          BodyHandlers.ofString(UTF_8));
      assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
      server.process().destroy();
      await().atMost(Duration.ofMinutes(1)).until(() -> refuses(server));
      // What closes by itself at the end of a process has had its time.
      Thread.sleep(1_000);
      assertThat(server.process().isAlive()).isTrue();
      goOn.countDown();

      assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).contains("25,000 tons of lead", "\"status\":\"answered\"");
      assertThat(server.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(questionsKept()).containsExactly(QUESTION);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoServersShareTheConversationsAlsoWhenOneOfThemStopsOrIsKilled(boolean killed) throws Exception {
    try (ServerProcess one = serve();
        ServerProcess other = serve();
        HttpClient client = HttpClient.newHttpClient()) {
      JsonNode first = JSON.readTree(client.send(ask(one, "application/json", null), BodyHandlers.ofString())
          .body());
      String id = first.at("/conversation_id").stringValue();
      assertThat(client.send(ask(other, "application/json", id), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      if (killed) {
        one.process().destroyForcibly();
      } else {
        one.process().destroy();
      }
      assertThat(one.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
      HttpRequest conversation = HttpRequest
          .newBuilder(URI.create(other.url() + "/api/v1/conversations/" + id)).build();
      assertThat(client.send(conversation, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      assertThat(client.send(ask(other, "application/json", id), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      other.process().destroy();
      assertThat(other.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(questionsKept()).hasSize(3);
  }

  private boolean refuses(ServerProcess server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(URI.create(server.url() + "/actuator/health/liveness")).build(),
          BodyHandlers.discarding());
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static HttpRequest ask(ServerProcess server, String accept, String conversation) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/answers"))
        .header("Content-Type", "application/json").header("Accept", accept)
        .POST(BodyPublishers.ofString("{\"question\":\"" + QUESTION + "\",\"conversation_id\":"
            + (conversation == null ? "null" : "\"" + conversation + "\"") + "}"))
        .build();
  }

  private List<String> questionsKept() throws Exception {
    List<String> questions = new ArrayList<>();
    try (Connection connection = DriverManager
        .getConnection("jdbc:sqlite:" + folder.resolve("conversations.db").toAbsolutePath());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT question FROM turn ORDER BY position")) {
      while (rows.next()) {
        questions.add(rows.getString(1));
      }
    }
    return questions;
  }

  private ServerProcess serve(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("-Dreading-room.home=" + RealProgram.HOME,
        "-Dreading-room.conversations.file=" + folder.resolve("conversations").toAbsolutePath()));
    all.addAll(List.of(options));
    return ServerProcess.start(all);
  }
}
