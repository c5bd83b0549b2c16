package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to change the library for whoever may only read it: where no keys are set, for all but this machine, and
 * always for pages of origins that are not let in. A browser lets any page send a form with files, and asks nobody.
 */
final class WriteGuardFilter extends OncePerRequestFilter {

  /** By these a proxy says for whom it asks; without keys it may be for anybody. */
  private static final List<String> FORWARDED = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP");

  private final List<String> origins;
  private final List<String> hosts;
  private final boolean keyed;
  private final ProblemWriter problems;

  WriteGuardFilter(WebSettings settings, ProblemWriter problems) {
    this.origins = settings.corsOrigins();
    this.hosts = settings.hosts();
    this.keyed = !settings.apiKeys().isEmpty();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Paths.changesLibrary(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String why = refusal(request);
    if (why == null) {
      chain.doFilter(request, response);
    } else {
      problems.write(Problem.WRITING_REFUSED, why, request, response);
    }
  }

  private @Nullable String refusal(HttpServletRequest request) {
    if (isForeign(request, origins)) {
      return "Pages of that origin may not change the library.";
    }
    return keyed || isLocal(request)
        ? null
        : "Only this machine may change the library, because the server has no API keys.";
  }

  /** Tells whether a page of an origin that is not let in sends a request. */
  static boolean isForeign(HttpServletRequest request, List<String> origins) {
    try {
      return CorsUtils.isCorsRequest(request) && !origins.contains(request.getHeader(HttpHeaders.ORIGIN));
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }

  /**
   * A page may let its own name point to this machine: the name that is asked for must be this machine's, too. Where
   * the server takes addresses from a proxy's headers, Tomcat removes these and marks whatever a proxy may have sent.
   */
  private boolean isLocal(HttpServletRequest request) {
    try {
      return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null
          && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
          && HostFilter.isThisMachine(request.getServerName(), hosts)
          && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    } catch (IllegalArgumentException other) {
      return false;
    }
  }
}
