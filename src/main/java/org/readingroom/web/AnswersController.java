package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.CONVERSATIONS_UNAVAILABLE;
import static org.readingroom.web.Problem.INDEX_FAILED;
import static org.readingroom.web.Problem.INDEX_NOT_READY;
import static org.readingroom.web.Problem.INVALID_QUESTION;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;
import static org.readingroom.web.Problem.UNKNOWN_CONVERSATION;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.readingroom.answer.ExplanationKeeper;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers questions. */
@Tag(name = "Answers")
@RestController
@ConditionalOnWebApplication
class AnswersController {

  private static final Logger LOG = LoggerFactory.getLogger(AnswersController.class);

  private final RoomFinder rooms;
  private final Sources sources;
  private final AnswerGate gate;
  private final EventStreams streams;
  private final Duration probe;

  AnswersController(RoomFinder rooms, Sources sources, AnswerGate gate, EventStreams streams,
      WebSettings settings) {
    this.probe = settings.probe();
    this.rooms = rooms;
    this.sources = sources;
    this.gate = gate;
    this.streams = streams;
  }

  @Operation(summary = "Answer a question with verified quotations", description = "Not finding an answer is a 200 with the status `abstained`, no citations, and the "
      + "documents nearest to the question. With `Accept: text/event-stream` the same request streams "
      + "server-sent events: `retrieval`, then `delta`, `citation` and `claim` in turn, last `answer` with the "
      + "whole reply, or `error` with a problem object.")
  @ApiResponse(responseCode = "200", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = AnswerReply.class)),
      @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))})
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, UNKNOWN_CONVERSATION, BODY_TOO_LARGE, BODY_TOO_SLOW,
      UNSUPPORTED_MEDIA_TYPE, INVALID_QUESTION, INDEX_NOT_READY, INDEX_FAILED, TOO_BUSY,
      CONVERSATIONS_UNAVAILABLE})
  @PostMapping(path = "/api/v1/answers", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  AnswerReply answer(@Valid @RequestBody AnswerRequest request, HttpServletResponse response) {
    List<String> collections = rooms.ids(request.collection(), request.collections());
    Question question = question(request);
    try (ClientWatch client = new ClientWatch(response, probe)) {
      ExplanationKeeper listener = new ExplanationKeeper(client);
      Turn turn = gate.pass(() -> conversations(collections).ask(question, listener));
      return AnswerReply.of(turn, sources, request.wantsExplanation() ? listener.explanation() : null);
    }
  }

  @Hidden
  @PostMapping(path = "/api/v1/answers", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@Valid @RequestBody AnswerRequest request) {
    List<String> collections = rooms.ids(request.collection(), request.collections());
    Question question = question(request);
    return streams.open(stream -> {
      ExplanationKeeper listener = new ExplanationKeeper(new AnswerEvents(stream, sources));
      Turn turn = conversations(collections).ask(question, listener);
      stream.send("answer",
          AnswerReply.of(turn, sources, request.wantsExplanation() ? listener.explanation() : null));
    }, (stream, problem) -> stream.send("error", problem));
  }

  /** Opens the rooms when their turn has come, so that they are the collections' as they are then. */
  private Conversations conversations(List<String> ids) {
    return rooms.together(ids, Conversations.class);
  }

  private static Question question(AnswerRequest request) {
    Question question = request.toQuestion();
    LOG.debug("Asked: {}", question);
    return question;
  }
}
