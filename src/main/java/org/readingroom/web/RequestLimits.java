package org.readingroom.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Holds how many requests each client may still send. */
final class RequestLimits {

  /** Of how many clients is remembered what they sent; of those beyond, the longest silent is forgotten. */
  private static final int CLIENTS = 10_000;
  /** The bytes of an IPv6 address that a network has; the others are its own to choose. */
  private static final int NETWORK = 8;

  private final int requestsPerMinute;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > CLIENTS;
    }
  };

  RequestLimits(WebSettings settings) {
    this.requestsPerMinute = settings.requestsPerMinute();
  }

  /** Counts a request, and returns how long its client has to wait before one is answered: nothing where this one is. */
  Duration count(String client) {
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** Returns what counting a request would, without counting it. */
  Duration wait(String client) {
    EstimationProbe probe = bucket(client).estimateAbilityToConsume(1);
    return Duration.ofNanos(probe.canBeConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** Refuses a request whose client has to wait. */
  void refuse(Duration wait, HttpServletRequest request, HttpServletResponse response, ProblemWriter problems)
      throws IOException {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    problems.write(Problem.TOO_MANY_REQUESTS,
        "At most " + requestsPerMinute + " requests a minute are answered; wait " + seconds + " s.", request,
        response);
  }

  /** Returns what a client without a key is known by: its address, or the network of an IPv6 address. */
  static String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address v6
          ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK))
          : address;
    } catch (IllegalArgumentException other) {
      return address; // A proxy may send anything.
    }
  }

  private Bucket bucket(String client) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(client,
          first -> Bucket.builder().addLimit(
              limit -> limit.capacity(requestsPerMinute)
                  .refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
              .build());
    }
  }
}
