package org.readingroom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** A problem as the OpenAI API reports it, which its clients look for. */
record OpenAiError(@Nullable String message, String type, @Nullable String param, String code) {

  static final String SERVER_ERROR = "server_error";
  static final String INVALID_REQUEST = "invalid_request_error";

  static OpenAiError of(ProblemDetail problem) {
    String urn = String.valueOf(problem.getType());
    return new OpenAiError(problem.getDetail(),
        problem.getStatus() >= 500 ? SERVER_ERROR : INVALID_REQUEST, null,
        urn.substring(urn.lastIndexOf(':') + 1));
  }
}
