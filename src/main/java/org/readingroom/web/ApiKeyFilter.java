package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only requests that bring one of the keys, where there are any. An address that has sent too many without is
 * not let in for a while even with one: it could go on guessing otherwise.
 */
final class ApiKeyFilter extends OncePerRequestFilter {

  /** The request attribute that holds a digest of the key that was brought. */
  static final String CLIENT = "reading-room.client";

  private static final String BEARER = "Bearer ";

  private final List<byte[]> digests;
  private final RequestLimits limits;
  private final ProblemWriter problems;

  ApiKeyFilter(WebSettings settings, RequestLimits limits, ProblemWriter problems) {
    this.limits = limits;
    this.digests = settings.apiKeys().stream().map(ApiKeyFilter::digest).toList();
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (digests.isEmpty() || !Paths.needsKey(request)) {
      chain.doFilter(request, response);
      return;
    }
    String stranger = "stranger " + RequestLimits.address(request);
    Duration wait = limits.wait(stranger);
    if (!wait.isZero()) {
      limits.refuse(wait, request, response, problems);
      return;
    }
    String key = key(request);
    byte[] digest = key == null ? null : digest(key);
    if (digest == null || !isKnown(digest)) {
      limits.count(stranger);
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(Problem.UNAUTHORIZED, key == null
          ? "The request brings no API key; send it as a bearer token."
          : "The API key is not one that is let in.", request, response);
      return;
    }
    request.setAttribute(CLIENT, HexFormat.of().formatHex(digest, 0, 8));
    chain.doFilter(request, response);
  }

  private static @Nullable String key(HttpServletRequest request) {
    String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
    return bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? bearer.substring(BEARER.length()).strip()
        : request.getHeader("X-API-Key");
  }

  /** Compares with every key, each in the same time, so that a reply's delay tells nothing of the keys. */
  private boolean isKnown(byte[] digest) {
    boolean known = false;
    for (byte[] each : digests) {
      known |= MessageDigest.isEqual(each, digest);
    }
    return known;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
