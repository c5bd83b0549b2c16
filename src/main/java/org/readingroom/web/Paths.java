package org.readingroom.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells what a request is for by its path, compared as the controllers' paths are: decoded, and without
 * parameters or the context's path.
 */
final class Paths {

  private static final PathPattern API = pattern("/api/{*rest}");
  private static final PathPattern OPENAI = pattern("/v1/{*rest}");
  private static final PathPattern MCP = pattern("/mcp/{*rest}");
  private static final PathPattern ACTUATOR = pattern("/actuator/{*rest}");
  private static final PathPattern HEALTH = pattern("/actuator/health/{*rest}");

  /** What a path may not hold as it is; two slashes would begin the name of a host. */
  private static final Pattern NOT_IN_URI = Pattern
      .compile("(?<=^/)/|%(?!\\p{XDigit}{2})|[^\\w.~!$&'()*+,;=:@/%-]");

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final PathPattern COLLECTIONS = pattern("/api/v1/collections/{*rest}");
  private static final PathPattern DOCUMENTS = pattern("/api/v1/documents/{*rest}");
  private static final PathPattern FILES = pattern("/api/v1/collections/{id}/files");

  private Paths() {}

  private static PathPattern pattern(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }

  private static PathContainer path(HttpServletRequest request) {
    return ServletRequestPathUtils.parse(request).pathWithinApplication();
  }

  /** Returns a path as a URI, in which what servers let pass and URIs may not hold is encoded. */
  static URI uri(String path) {
    return URI.create(NOT_IN_URI.matcher(path)
        .replaceAll(found -> UriUtils.encode(found.group(), StandardCharsets.UTF_8)));
  }

  /** Tells whether it is for the API rather than a page, a script or the server's health. */
  static boolean isApi(HttpServletRequest request) {
    return API.matches(path(request)) || isOpenAi(request) || MCP.matches(path(request));
  }

  /** Tells whether it is for the endpoints that clients of the OpenAI API call. */
  static boolean isOpenAi(HttpServletRequest request) {
    return OPENAI.matches(path(request));
  }

  /** Tells whether it brings files to a collection. */
  static boolean bringsFiles(HttpServletRequest request) {
    return "POST".equals(request.getMethod()) && FILES.matches(path(request));
  }

  /** Tells whether it changes collections, their files or their documents. */
  static boolean changesLibrary(HttpServletRequest request) {
    return !READS.contains(request.getMethod())
        && (COLLECTIONS.matches(path(request)) || DOCUMENTS.matches(path(request)));
  }

  /** Returns whether it is for the server's health, its metrics and the like. */
  static boolean isActuator(HttpServletRequest request) {
    return ACTUATOR.matches(path(request));
  }

  /** Tells whether a key is wanted for it where keys are wanted at all. */
  static boolean needsKey(HttpServletRequest request) {
    return isApi(request) || isActuator(request) && !HEALTH.matches(path(request));
  }
}
