package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.INDEX_FAILED;
import static org.readingroom.web.Problem.INDEX_NOT_READY;
import static org.readingroom.web.Problem.INVALID_QUESTION;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.readingroom.answer.Question;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.reference.Reference;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.CitationReply;
import org.readingroom.web.ChatCompletions.Annotation;
import org.readingroom.web.ChatCompletions.Choice;
import org.readingroom.web.ChatCompletions.Completion;
import org.readingroom.web.ChatCompletions.Message;
import org.readingroom.web.ChatCompletions.Model;
import org.readingroom.web.ChatCompletions.Models;
import org.readingroom.web.ChatCompletions.UrlCitation;
import org.readingroom.web.ChatCompletions.Usage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers as the OpenAI API does, for the programs that speak it. Nothing is remembered between requests. */
@Tag(name = "OpenAI-compatible")
@RestController
@ConditionalOnWebApplication
class OpenAiController {

  private final Conversations conversations;
  private final Reference reference;
  private final AnswerGate gate;
  private final EventStreams streams;
  private final Duration probe;
  private final long started = System.currentTimeMillis() / 1000;

  OpenAiController(Conversations conversations, Collection collection, AnswerGate gate,
      EventStreams streams, WebSettings settings) {
    this.probe = settings.probe();
    this.conversations = conversations;
    this.reference = new Reference(collection);
    this.gate = gate;
    this.streams = streams;
  }

  @Operation(summary = "List the models")
  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  Models models() {
    return new Models("list",
        List.of(new Model(ChatCompletions.MODEL, "model", started, ChatCompletions.MODEL)));
  }

  @Operation(summary = "Answer a chat", description = "As the OpenAI API does; with `\"stream\":true` as server-sent events. The citations "
      + "are annotations of the message and, whole, the field `citations`.")
  @ApiResponse(responseCode = "200", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Completion.class)),
      @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))})
  @Problems({INVALID_VALUE, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE, INVALID_QUESTION,
      INDEX_NOT_READY, INDEX_FAILED, TOO_BUSY})
  @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE, produces = {
      MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  ResponseEntity<?> complete(@RequestBody ChatRequest request, HttpServletResponse response) {
    Question question = request.question();
    List<String> earlier = request.earlier();
    String page = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/";
    String id = "chatcmpl-" + UUID.randomUUID();
    long created = System.currentTimeMillis() / 1000;
    if (request.streams()) {
      return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(streams.open(stream -> {
        ChatStream chat = new ChatStream(stream, id, created);
        AnswerReply reply = reply(conversations.askOnce(question, earlier, chat));
        chat.finish(annotations(reply, page), reply.citations(), request.wantsUsage());
      }, (stream, problem) -> stream.send(Map.of("error", OpenAiError.of(problem)))));
    }
    try (ClientWatch client = new ClientWatch(response, probe)) {
      return whole(reply(gate.pass(() -> conversations.askOnce(question, earlier, client))), id, created,
          page);
    }
  }

  private static ResponseEntity<Completion> whole(AnswerReply reply, String id, long created, String page) {
    Message message = new Message("assistant", reply.answer(), null, annotations(reply, page));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
        .body(new Completion(id, "chat.completion", created, ChatCompletions.MODEL,
            List.of(new Choice(0, message, "stop", null)), Usage.NONE, reply.citations()));
  }

  private AnswerReply reply(Turn turn) {
    return AnswerReply.of(turn, reference);
  }

  /** Returns the citations with links that open the page at the words. */
  private static List<Annotation> annotations(AnswerReply reply, String page) {
    return reply.citations().stream().map(citation -> new Annotation("url_citation",
        new UrlCitation(citation.answerStart(), citation.answerEnd(), citation.documentTitle(),
            url(page, citation))))
        .toList();
  }

  private static String url(String page, CitationReply citation) {
    return page + "#/documents/" + citation.documentNumber() + "?start=" + citation.startCharIndex() + "&end="
        + citation.endCharIndex();
  }
}
