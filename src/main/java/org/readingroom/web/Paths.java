package org.readingroom.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells what a request is for by its path. */
final class Paths {

  private Paths() {}

  /** Tells whether it is for the API rather than a page, a script or the server's health. */
  static boolean isApi(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/") || path.startsWith("/v1/");
  }

  /** Tells whether a key is wanted for it where keys are wanted at all. */
  static boolean needsKey(HttpServletRequest request) {
    return isApi(request) || request.getRequestURI().startsWith("/actuator/")
        && !request.getRequestURI().startsWith("/actuator/health");
  }
}
