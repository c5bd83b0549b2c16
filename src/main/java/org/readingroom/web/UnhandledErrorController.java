package org.readingroom.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Replies to what went wrong outside the controllers, in place of Spring Boot's error page. */
@Hidden
@RestController
@ConditionalOnWebApplication
class UnhandledErrorController implements ErrorController {

  /** Replies itself, where Spring would list methods: there is nothing here unless something went wrong. */
  @RequestMapping(path = "${spring.web.error.path:/error}", method = RequestMethod.OPTIONS)
  ResponseEntity<ProblemDetail> options(HttpServletRequest request, HttpServletResponse response) {
    return error(request, response);
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request, HttpServletResponse response) {
    HttpStatusCode status = HttpStatusCode
        .valueOf(
            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404);
    if (status.isSameCodeAs(HttpStatus.METHOD_NOT_ALLOWED)) {
      // Tomcat, which alone refuses TRACE, lists what a servlet could do.
      response.setHeader(HttpHeaders.ALLOW, GuardedProtocol.METHODS);
    }
    Problem kind = Problem.of(status);
    ProblemDetail problem = kind.detail(status, kind.title() + ".");
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri) {
      problem.setInstance(Paths.uri(uri));
    }
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }
}
