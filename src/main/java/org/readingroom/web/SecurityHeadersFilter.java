package org.readingroom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to run and load nothing but what this server sends, and to show it in no other page's frame. */
final class SecurityHeadersFilter extends OncePerRequestFilter {

  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
      + "frame-ancestors 'none'";
  /** The description of the API is a library's page, which sets styles of its own. */
  private static final String SWAGGER_POLICY = POLICY.replace("style-src 'self'",
      "style-src 'self' 'unsafe-inline'");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    set(response);
    if (request.getRequestURI().startsWith("/swagger-ui")) {
      response.setHeader("Content-Security-Policy", SWAGGER_POLICY);
    }
    if (Paths.isApi(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  /** Sets the headers that every reply has. */
  static void set(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }
}
