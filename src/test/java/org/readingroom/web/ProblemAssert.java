package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asserts that a reply is a problem object of the API. */
record ProblemAssert(MvcTestResult reply) {

  static ProblemAssert assertThatReply(MvcTestResult reply) {
    return new ProblemAssert(reply);
  }

  void isProblem(Problem problem) {
    assertThat(reply).hasStatus(problem.status()).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .isLenientlyEqualTo("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"instance\":\"%s\"}".formatted(
            problem.type(), problem.title(), problem.status().value(), reply.getRequest().getRequestURI()));
    assertThat(reply).bodyJson().extractingPath("detail").asString().endsWith(".");
  }

  void isProblem(Problem problem, String detail) {
    isProblem(problem);
    assertThat(reply).bodyJson().extractingPath("detail").isEqualTo(detail);
  }
}
