package org.readingroom.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says what the HTTP API allows and to whom.
 *
 * @param heartbeat after what silence a comment keeps an event stream open
 * @param probe after what time, and then again and again, a JSON reply that is not ready shows whether its client
 *          is still there
 * @param requestTimeout how long the head of a request may take to come, and its body
 * @param running how many answers are made at once
 * @param patience how long a request waits for its turn before it is refused
 * @param requestsPerMinute how many requests a client may send within a minute
 * @param hosts names by which a server that serves only this machine is reached besides its own, such as that of a
 *          proxy before it
 * @param accessLog the folder of the access log; empty writes none
 * @param apiKeys the keys of which a request must bring one; none lets everybody in
 * @param corsOrigins the other origins whose pages may use the API, such as {@code https://example.org}
 */
@ConfigurationProperties("reading-room.web")
record WebSettings(Duration heartbeat, Duration probe, Duration requestTimeout, int running,
    Duration patience,
    int requestsPerMinute, @Nullable List<String> hosts, @Nullable String accessLog,
    @Nullable List<String> apiKeys,
    @Nullable List<String> corsOrigins) {

  WebSettings {
    if (!heartbeat.isPositive()) {
      throw new IllegalArgumentException("reading-room.web.heartbeat is above 0, not " + heartbeat);
    }
    if (!probe.isPositive()) {
      throw new IllegalArgumentException("reading-room.web.probe is above 0, not " + probe);
    }
    if (!requestTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "reading-room.web.request-timeout is above 0, not " + requestTimeout);
    }
    if (running < 1) {
      throw new IllegalArgumentException("reading-room.web.running is at least 1, not " + running);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("reading-room.web.patience is at least 0, not " + patience);
    }
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException(
          "reading-room.web.requests-per-minute is at least 1, not " + requestsPerMinute);
    }
    hosts = given(hosts);
    apiKeys = given(apiKeys);
    corsOrigins = given(corsOrigins);
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null
        ? List.of()
        : values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  @Override
  public List<String> hosts() {
    return hosts == null ? List.of() : hosts;
  }

  @Override
  public List<String> apiKeys() {
    return apiKeys == null ? List.of() : apiKeys;
  }

  @Override
  public List<String> corsOrigins() {
    return corsOrigins == null ? List.of() : corsOrigins;
  }
}
