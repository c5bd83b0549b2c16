package org.readingroom.model;

import dev.langchain4j.exception.HttpException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Is an HTTP response that no model gave, with what it says about when to try again. */
final class HttpFault extends HttpException {

  private static final long serialVersionUID = 1L;

  /** Whoever asks for a longer wait is not waited for at all; a number of any size is no fault of its own. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final boolean webPage;
  private final transient @Nullable Duration retryAfter;

  HttpFault(int status, HttpHeaders headers) {
    super(status, "HTTP " + status);
    this.webPage = isWebPage(headers);
    this.retryAfter = headers.firstValue("Retry-After").map(HttpFault::wait).orElse(null);
  }

  static boolean isWebPage(HttpHeaders headers) {
    return headers.firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
  }

  ModelFault.Kind kind() {
    return switch (statusCode()) {
      case 401, 403 -> ModelFault.Kind.UNAUTHORISED;
      case 404 -> webPage ? ModelFault.Kind.NOT_A_MODEL : ModelFault.Kind.UNKNOWN_MODEL;
      case 408, 425 -> ModelFault.Kind.SERVER_ERROR;
      case 429 -> ModelFault.Kind.RATE_LIMITED;
      default -> statusCode() >= 500
          ? ModelFault.Kind.SERVER_ERROR
          : webPage || statusCode() < 400 ? ModelFault.Kind.NOT_A_MODEL : ModelFault.Kind.REJECTED;
    };
  }

  @Nullable
  Duration retryAfter() {
    return retryAfter;
  }

  /** Reads the two forms of RFC 9110: seconds, or a date. */
  private static @Nullable Duration wait(String value) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(value.strip()), 0, LONGEST.toSeconds()));
    } catch (NumberFormatException e) {
      try {
        Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration wait = Duration.between(Instant.now(), then);
        return Duration.ofSeconds(Math.clamp(wait.toSeconds(), 0, LONGEST.toSeconds()));
      } catch (DateTimeException other) {
        return null;
      }
    }
  }
}
