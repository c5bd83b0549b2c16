package org.readingroom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body that could not be read. */
final class UnreadableBody {

  private UnreadableBody() {}

  static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
    Throwable cause = unreadable.getCause();
    if (cause == null) {
      return Problem.MALFORMED_REQUEST.detail("The body is missing.");
    }
    return switch (cause) {
      case MismatchedInputException mismatch -> mismatch(mismatch, mismatch.getTargetType());
      case InputCoercionException outOfRange -> mismatch(outOfRange, outOfRange.getTargetType());
      case StreamConstraintsException tooMuch -> Problem.INVALID_VALUE.detail(
          "The body holds a number of more than " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN
              + " digits, a name of more than " + StreamReadConstraints.DEFAULT_MAX_NAME_LEN
              + " characters, or objects and lists more than " + StreamReadConstraints.DEFAULT_MAX_DEPTH
              + " deep in each other.");
      case JacksonException malformed ->
        Problem.MALFORMED_REQUEST.detail("The body is not well-formed JSON.");
      default -> Problem.MALFORMED_REQUEST.detail("The body cannot be read.");
    };
  }

  private static ProblemDetail mismatch(JacksonException e, @Nullable Class<?> expected) {
    return e.getPath().isEmpty()
        ? Problem.MALFORMED_REQUEST.detail("The body is not a JSON object.")
        : Problem.INVALID_VALUE.detail(path(e) + Expected.of(expected));
  }

  /** Returns where in the body the value stands, such as {@code filters.documents[0]}. */
  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
