package org.readingroom.model;

import dev.langchain4j.exception.HttpException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.readingroom.model.ModelFault.Kind;

/** Is an HTTP response that no model gave, with what it says about when to try again. */
final class HttpFault extends HttpException {

  private static final long serialVersionUID = 1L;

  /** Whoever asks for a longer wait is not waited for at all; a number of any size is no fault of its own. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final boolean webPage;
  private final @Nullable Kind said;
  private final transient @Nullable Duration retryAfter;

  HttpFault(int status, HttpHeaders headers, String body) {
    super(status, "HTTP " + status);
    ServerError error = ServerError.of(body);
    this.webPage = isWebPage(headers);
    this.said = error.kind();
    this.retryAfter = headers.firstValue("Retry-After").map(HttpFault::wait).orElse(error.retryAfter());
  }

  static boolean isWebPage(HttpHeaders headers) {
    return headers.firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
  }

  Kind kind() {
    if (said != null) {
      return said;
    }
    return switch (statusCode()) {
      case 401, 403 -> Kind.UNAUTHORISED;
      case 404 -> webPage ? Kind.NOT_A_MODEL : Kind.UNKNOWN_MODEL;
      case 402 -> Kind.OUT_OF_QUOTA;
      case 408, 425 -> Kind.SERVER_ERROR;
      case 413 -> Kind.TOO_LONG;
      case 429 -> Kind.RATE_LIMITED;
      case 529 -> Kind.OVERLOADED;
      default -> statusCode() >= 500
          ? Kind.SERVER_ERROR
          : webPage || statusCode() < 400 ? Kind.NOT_A_MODEL : Kind.REJECTED;
    };
  }

  @Nullable
  Duration retryAfter() {
    return retryAfter;
  }

  /** Returns a wait that is neither negative nor longer than anybody waits. */
  static Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** Reads the two forms of RFC 9110: seconds, or a date. */
  private static @Nullable Duration wait(String value) {
    try {
      return bounded(Duration.ofSeconds(Long.parseLong(value.strip())));
    } catch (NumberFormatException e) {
      try {
        Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return bounded(Duration.between(Instant.now(), then));
      } catch (DateTimeException other) {
        return null;
      }
    }
  }
}
