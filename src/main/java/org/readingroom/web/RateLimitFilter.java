package org.readingroom.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a client, known by its key or else by its address, that sends more requests than it may. */
final class RateLimitFilter extends OncePerRequestFilter {

  /** Of how many clients is remembered what they sent; of those beyond, the longest silent is forgotten. */
  private static final int CLIENTS = 10_000;

  private final int requestsPerMinute;
  private final ProblemWriter problems;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > CLIENTS;
    }
  };

  RateLimitFilter(WebSettings settings, ProblemWriter problems) {
    this.requestsPerMinute = settings.requestsPerMinute();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Paths.isApi(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConsumptionProbe probe = bucket(request).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    problems.write(Problem.TOO_MANY_REQUESTS,
        "At most " + requestsPerMinute + " requests a minute are answered; wait " + seconds + " s.", request,
        response);
  }

  private Bucket bucket(HttpServletRequest request) {
    String client = request.getAttribute(ApiKeyFilter.CLIENT) instanceof String key
        ? key
        : request.getRemoteAddr();
    synchronized (buckets) {
      return buckets.computeIfAbsent(client,
          first -> Bucket.builder().addLimit(
              limit -> limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute,
                  Duration.ofMinutes(1)))
              .build());
    }
  }
}
