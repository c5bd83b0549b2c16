package org.readingroom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Replies with a problem where a request is refused before it reaches a controller. */
final class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  void write(Problem problem, String detail, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemDetail body = problem.detail(detail);
    body.setInstance(Paths.uri(request.getRequestURI()));
    if (Paths.isOpenAi(request)) {
      body.setProperty("error", OpenAiError.of(body));
    }
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
  }
}
