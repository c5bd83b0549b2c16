package org.readingroom.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Names every problem that the API reports, as RFC 9457 has it. */
enum Problem {
  MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"), INVALID_VALUE(
      HttpStatus.BAD_REQUEST, "A value is not valid"), NOT_FOUND(HttpStatus.NOT_FOUND,
          "There is nothing at this address"), UNKNOWN_COLLECTION(HttpStatus.NOT_FOUND,
              "There is no such collection"), UNKNOWN_CONVERSATION(HttpStatus.NOT_FOUND,
                  "There is no such conversation"), ORIGINAL_GONE(HttpStatus.NOT_FOUND,
                      "The file is not there"), COLLECTION_TAKEN(HttpStatus.CONFLICT,
                          "A collection of that id exists already"), COLLECTION_BUILT_IN(HttpStatus.CONFLICT,
                              "The collection is built in"), COLLECTION_BUSY(HttpStatus.SERVICE_UNAVAILABLE,
                                  "The collection cannot be changed at present"), FILES_UNWRITABLE(
                                      HttpStatus.SERVICE_UNAVAILABLE,
                                      "The files cannot be kept"), WRITING_REFUSED(HttpStatus.FORBIDDEN,
                                          "The library may not be changed from there"), MODEL_NOT_FOUND(
                                              HttpStatus.NOT_FOUND,
                                              "There is no such model"), UNKNOWN_DOCUMENT(
                                                  HttpStatus.NOT_FOUND,
                                                  "There is no such document"), METHOD_NOT_ALLOWED(
                                                      HttpStatus.METHOD_NOT_ALLOWED,
                                                      "The method is not possible here"), NOT_ACCEPTABLE(
                                                          HttpStatus.NOT_ACCEPTABLE,
                                                          "The reply cannot be given in the form asked for"), BODY_TOO_LARGE(
                                                              HttpStatus.CONTENT_TOO_LARGE,
                                                              "The body is too large"), BODY_TOO_SLOW(
                                                                  HttpStatus.REQUEST_TIMEOUT,
                                                                  "The body came too slowly"), UNSUPPORTED_MEDIA_TYPE(
                                                                      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                                                      "The body is of a type that is not read"), INVALID_QUESTION(
                                                                          HttpStatus.UNPROCESSABLE_CONTENT,
                                                                          "The question cannot be asked"), INVALID_QUOTE(
                                                                              HttpStatus.UNPROCESSABLE_CONTENT,
                                                                              "The quotation cannot be looked for"), UNAUTHORIZED(
                                                                                  HttpStatus.UNAUTHORIZED,
                                                                                  "The request needs an API key"), MISDIRECTED(
                                                                                      HttpStatus.MISDIRECTED_REQUEST,
                                                                                      "The request is for another host"), TOO_MANY_REQUESTS(
                                                                                          HttpStatus.TOO_MANY_REQUESTS,
                                                                                          "Too many requests came from this client"), TOO_BUSY(
                                                                                              HttpStatus.SERVICE_UNAVAILABLE,
                                                                                              "Too much is being asked at once"), CONVERSATIONS_UNAVAILABLE(
                                                                                                  HttpStatus.SERVICE_UNAVAILABLE,
                                                                                                  "The conversations cannot be used"), INTERNAL_ERROR(
                                                                                                      HttpStatus.INTERNAL_SERVER_ERROR,
                                                                                                      "Something went wrong here"), INDEX_NOT_READY(
                                                                                                          HttpStatus.SERVICE_UNAVAILABLE,
                                                                                                          "The index is not ready yet"), INDEX_FAILED(
                                                                                                              HttpStatus.SERVICE_UNAVAILABLE,
                                                                                                              "The index could not be opened or built");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Returns the URI that clients may rely on, such as {@code urn:reading-room:problem:not-found}. */
  URI type() {
    return URI.create("urn:reading-room:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * Describes one occurrence.
   *
   * @param detail one plain sentence
   */
  ProblemDetail detail(String detail) {
    return detail(status, detail);
  }

  /** Describes one occurrence with a status of its own, for what the server refuses before us. */
  ProblemDetail detail(HttpStatusCode occurred, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(occurred, detail);
    problem.setType(type());
    problem.setTitle(title);
    return problem;
  }

  /**
   * Returns an exception that ends the request with this problem.
   *
   * @param detail one plain sentence
   */
  ErrorResponseException exception(String detail) {
    return new ErrorResponseException(status, detail(detail), null);
  }

  /** Returns the problem for a status that did not come from our own code. */
  static Problem of(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> BODY_TOO_SLOW;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      // Two refusals of the request that HTTP counts among the faults of servers.
      case 501, 505 -> MALFORMED_REQUEST;
      default -> status.is5xxServerError() ? INTERNAL_ERROR : MALFORMED_REQUEST;
    };
  }
}
