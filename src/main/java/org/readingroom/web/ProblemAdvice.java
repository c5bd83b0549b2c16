package org.readingroom.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.conversation.ConversationsUnavailableException;
import org.readingroom.conversation.UnknownConversationException;
import org.readingroom.index.IndexException;
import org.readingroom.library.LibraryException;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.quotation.InvalidQuotationException;
import org.readingroom.reply.Unavailable;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever goes wrong in a request into a problem object, without a word of how the program works. */
@RestControllerAdvice
@ConditionalOnWebApplication
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /** How many seconds a client should wait before it asks again whether the index is ready. */
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler({InvalidQuestionException.class, UnknownConversationException.class,
      IndexException.class, InvalidQuotationException.class,
      ConversationsUnavailableException.class, UnknownCollectionException.class, LibraryException.class})
  ResponseEntity<ProblemDetail> known(Exception e, WebRequest request) {
    ProblemDetail problem = at(request, problem(e));
    ResponseEntity.BodyBuilder reply = ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getProperties() != null) {
      reply.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return reply.body(problem);
  }

  /** Handles a query string that Tomcat cannot decode; it notices only when a parameter is asked for. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> undecodableQuery(InvalidParameterException e, WebRequest request) {
    return reply(at(request, Problem.MALFORMED_REQUEST.detail("The query string cannot be decoded.")));
  }

  /** Replies nothing: nobody is there. */
  @ExceptionHandler
  @Nullable
  ResponseEntity<ProblemDetail> cancelled(AnswerCancelledException e) {
    return null;
  }

  @ExceptionHandler
  @Nullable
  ResponseEntity<ProblemDetail> anythingElse(Exception e, WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      LOG.debug("The client went away.", e);
      return null;
    }
    return reply(at(request, problem(e)));
  }

  /**
   * Describes a fault of which a client is told; what is nobody's fault but ours is logged.
   */
  static ProblemDetail problem(Throwable fault) {
    return switch (fault) {
      case InvalidQuestionException invalid -> Problem.INVALID_QUESTION.detail(sentence(invalid));
      case InvalidQuotationException invalid -> Problem.INVALID_QUOTE.detail(sentence(invalid));
      // The id is not repeated: it is whatever the client sent.
      case UnknownConversationException unknown ->
        Problem.UNKNOWN_CONVERSATION.detail("There is no conversation of that id.");
      case UnknownCollectionException unknown ->
        Problem.UNKNOWN_COLLECTION.detail("There is no collection of that id.");
      // The library's own, or what its database throws: conversations wrap theirs.
      case LibraryException busy -> libraryBusy(busy);
      case DataAccessException broken -> libraryBusy(broken);
      case TransactionException broken -> libraryBusy(broken);
      case ConversationsUnavailableException unavailable -> {
        LOG.warn("{}", sentence(unavailable));
        // Where they are kept is nobody's business out there.
        yield Problem.CONVERSATIONS_UNAVAILABLE.detail(Unavailable.CONVERSATIONS);
      }
      case IndexNotReadyException notReady -> notReady(notReady);
      case IndexException unreachable -> {
        LOG.warn("{}", sentence(unreachable));
        // Where the servers are is nobody's business out there.
        yield Problem.INDEX_FAILED.detail(Unavailable.INDEX);
      }
      case ErrorResponseException ours -> ours.getBody();
      default -> {
        LOG.error("A request failed.", fault);
        yield Problem.INTERNAL_ERROR.detail("The request failed for a reason that lies with the server.");
      }
    };
  }

  private static ProblemDetail libraryBusy(RuntimeException fault) {
    LOG.warn("The library cannot be used: {}", sentence(fault));
    return Problem.COLLECTION_BUSY.detail(Unavailable.LIBRARY);
  }

  private static ProblemDetail notReady(IndexNotReadyException e) {
    if (e.state() instanceof IndexState.Failed) {
      return Problem.INDEX_FAILED.detail(e.publicReason());
    }
    ProblemDetail problem = Problem.INDEX_NOT_READY.detail(sentence(e));
    IndexProgress.of(e.state()).forEach(problem::setProperty);
    return problem;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body,
      HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem = e instanceof ErrorResponse ours && isOurs(ours.getBody())
        ? ours.getBody()
        : problem(e, status);
    if (status.is5xxServerError() && !isOurs(problem)) {
      LOG.error("A request failed.", e);
    }
    HttpHeaders sent = new HttpHeaders(headers);
    sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.handleExceptionInternal(e, at(request, problem), sent,
        HttpStatusCode.valueOf(problem.getStatus()), request);
  }

  /** Says in a problem which address it is of; Spring would say it only of those that are URIs. */
  private static ProblemDetail at(WebRequest request, ProblemDetail problem) {
    if (request instanceof ServletWebRequest servlet) {
      problem.setInstance(Paths.uri(servlet.getRequest().getRequestURI()));
    }
    return problem;
  }

  private static boolean isOurs(ProblemDetail problem) {
    return problem.getType() != null && "urn".equals(problem.getType().getScheme());
  }

  private static ProblemDetail problem(Exception e, HttpStatusCode status) {
    return switch (e) {
      case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
      case MethodArgumentTypeMismatchException mismatch -> Problem.INVALID_VALUE
          .detail(mismatch.getName() + Expected.of(mismatch.getRequiredType()));
      case MissingServletRequestParameterException missing ->
        Problem.INVALID_VALUE.detail("The parameter " + missing.getParameterName() + " is missing.");
      case MethodArgumentNotValidException invalid -> invalid(invalid.getAllErrors());
      case HandlerMethodValidationException invalid -> invalid(invalid.getAllErrors());
      case HttpRequestMethodNotSupportedException method -> Problem.METHOD_NOT_ALLOWED
          .detail("This address does not take " + method.getMethod() + " requests.");
      case HttpMediaTypeNotSupportedException type ->
        Problem.UNSUPPORTED_MEDIA_TYPE
            .detail("The body must be " + first(type.getSupportedMediaTypes()) + ".");
      case HttpMediaTypeNotAcceptableException type ->
        Problem.NOT_ACCEPTABLE.detail("The reply can only be given as application/json.");
      default -> {
        Problem kind = Problem.of(status);
        yield kind.detail(status, kind.title() + ".");
      }
    };
  }

  private static ProblemDetail invalid(List<? extends MessageSourceResolvable> errors) {
    return Problem.INVALID_VALUE.detail(errors.stream().map(MessageSourceResolvable::getDefaultMessage)
        .distinct().sorted().collect(Collectors.joining(" ")));
  }

  private static ResponseEntity<ProblemDetail> reply(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String first(List<MediaType> types) {
    return types.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : types.getFirst().toString();
  }

  private static String sentence(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse("");
  }
}
