package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"reading-room.web.api-keys=the-key",
    "reading-room.web.requests-per-minute=4"})
class AddressLimitIT extends FakedServer {

  @Test
  void anAddressThatGuessesKeysIsNotHeardForAWhile() throws Exception {
    for (int guess = 0; guess < 4; guess++) {
      assertThat(get("/api/v1/documents", "guess " + guess).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> refused = get("/api/v1/documents", "guess");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains(Problem.TOO_MANY_REQUESTS.type().toString());
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(get("/api/v1/documents", "the-key").statusCode()).isEqualTo(429);
    assertThat(get("/actuator/prometheus", "guess").statusCode()).isEqualTo(429);
  }

  @Test
  void healthIsAskedOnlySoOftenAndCountsByItself() throws Exception {
    for (int ask = 0; ask < 4; ask++) {
      assertThat(get("/actuator/health/liveness", "the-key").statusCode()).isEqualTo(200);
    }
    assertThat(get("/actuator/health/liveness", "the-key").statusCode()).isEqualTo(429);
    assertThat(get("/actuator", "the-key").statusCode()).isEqualTo(429);
  }

  private HttpResponse<String> get(String path, String key) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .header("X-API-Key", key).build(), BodyHandlers.ofString());
    }
  }
}
