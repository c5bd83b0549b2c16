package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a client, known by its key or else by its address, that sends more requests than it may. Those for the
 * server's health and metrics count by themselves, so that no one's questions make the server look ill.
 */
final class RateLimitFilter extends OncePerRequestFilter {

  private final RequestLimits limits;
  private final ProblemWriter problems;

  RateLimitFilter(RequestLimits limits, ProblemWriter problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Paths.isApi(request) && !Paths.isActuator(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String client = request.getAttribute(ApiKeyFilter.CLIENT) instanceof String key
        ? key
        : RequestLimits.address(request);
    Duration wait = limits.count(Paths.isActuator(request) ? "actuator " + client : client);
    if (wait.isZero()) {
      chain.doFilter(request, response);
    } else {
      limits.refuse(wait, request, response, problems);
    }
  }
}
