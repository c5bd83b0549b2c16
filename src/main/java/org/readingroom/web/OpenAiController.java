package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.INDEX_FAILED;
import static org.readingroom.web.Problem.INDEX_NOT_READY;
import static org.readingroom.web.Problem.INVALID_QUESTION;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.MODEL_NOT_FOUND;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Question;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.Turn;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.ClaimReply;
import org.readingroom.reply.Sources;
import org.readingroom.web.ChatCompletions.Choice;
import org.readingroom.web.ChatCompletions.Completion;
import org.readingroom.web.ChatCompletions.Message;
import org.readingroom.web.ChatCompletions.Model;
import org.readingroom.web.ChatCompletions.Models;
import org.readingroom.web.ChatCompletions.Usage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers as the OpenAI API does, for the programs that speak it. Nothing is remembered between requests. */
@Tag(name = "OpenAI-compatible")
@RestController
@ConditionalOnWebApplication
class OpenAiController {

  private final RoomFinder rooms;
  private final Library library;
  private final Sources sources;
  private final AnswerGate gate;
  private final EventStreams streams;
  private final OnnxEmbeddingModel encoder;
  private final Duration probe;
  private final long started = System.currentTimeMillis() / 1000;

  OpenAiController(RoomFinder rooms, Library library, Sources sources, AnswerGate gate,
      EventStreams streams, WebSettings settings, OnnxEmbeddingModel encoder) {
    this.probe = settings.probe();
    this.rooms = rooms;
    this.library = library;
    this.sources = sources;
    this.gate = gate;
    this.streams = streams;
    this.encoder = encoder;
  }

  @Operation(summary = "List the models", description = "The first asks all collections together; each other is a collection that is made from files.")
  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  Models models() {
    return new Models("list",
        Stream.concat(Stream.of(ChatCompletions.MODEL), library.holdings().stream().map(Holding::id))
            .map(this::named).toList());
  }

  @Operation(summary = "Show a model")
  @Problems(MODEL_NOT_FOUND)
  @GetMapping(path = "/v1/models/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Model model(
      @Parameter(description = "The name of the model: `reading-room`, or the id of a collection.", example = ChatCompletions.MODEL) @PathVariable String id) {
    if (!id.equals(ChatCompletions.MODEL) && !rooms.has(id)) {
      throw MODEL_NOT_FOUND
          .exception("There is no such model; " + ChatCompletions.MODEL + " asks all collections together.");
    }
    return named(id);
  }

  private Model named(String id) {
    return new Model(id, "model", started, ChatCompletions.MODEL);
  }

  @Operation(summary = "Answer a chat", description = "As the OpenAI API does; with `\"stream\":true` as server-sent events. The citations "
      + "are annotations of the message and, whole, the field `citations`; what a language model "
      + "says in its own words is the field `claims`.")
  @ApiResponse(responseCode = "200", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Completion.class)),
      @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))})
  @Problems({INVALID_VALUE, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE, INVALID_QUESTION,
      INDEX_NOT_READY, INDEX_FAILED, TOO_BUSY})
  @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE, produces = {
      MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  ResponseEntity<?> complete(@RequestBody ChatRequest request, HttpServletResponse response) {
    request.check();
    String id = "chatcmpl-" + UUID.randomUUID();
    long created = System.currentTimeMillis() / 1000;
    Optional<FrontEndTask> task = FrontEndTask.in(request);
    if (task.isPresent()) {
      return chore(task.get(), request, id, created);
    }
    Question question = request.question();
    List<String> earlier = request.earlier();
    List<String> collections = rooms.ids(
        !ChatCompletions.MODEL.equals(request.model()) && rooms.has(request.model()) ? request.model() : null,
        null);
    ChatContent content = new ChatContent(
        ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/",
        library.builtInId());
    if (request.streams()) {
      return streamed(stream -> {
        ChatStream chat = new ChatStream(stream, id, created);
        AnswerReply reply = reply(conversations(collections).askOnce(question, earlier, chat));
        String nearest = content.nearest(reply);
        if (!nearest.isEmpty()) {
          chat.wrote(nearest);
        }
        chat.finish(content.annotations(reply), reply.citations(), reply.claims(),
            usage(request, content.text(reply)));
      });
    }
    try (ClientWatch client = new ClientWatch(response, probe)) {
      AnswerReply reply = reply(
          gate.pass(() -> conversations(collections).askOnce(question, earlier, client)));
      String text = content.text(reply);
      return whole(new Message("assistant", text, null, content.annotations(reply)), reply.citations(),
          reply.claims(), countTokens(request, text), id, created);
    }
  }

  /** Does what a front end wants done for itself. */
  private ResponseEntity<?> chore(FrontEndTask task, ChatRequest request, String id, long created) {
    String text = task.reply();
    if (request.streams()) {
      return streamed(stream -> {
        ChatStream chat = new ChatStream(stream, id, created);
        chat.wrote(text);
        chat.finish(List.of(), List.of(), List.of(), usage(request, text));
      });
    }
    return whole(new Message("assistant", text, null, List.of()), List.of(), List.of(),
        countTokens(request, text), id,
        created);
  }

  private ResponseEntity<?> streamed(Consumer<EventStream> work) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(streams.open(work::accept,
        (stream, problem) -> stream.send(Map.of("error", OpenAiError.of(problem)))));
  }

  private static ResponseEntity<Completion> whole(Message message, List<CitationReply> citations,
      List<ClaimReply> claims,
      Usage usage,
      String id, long created) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
        .body(new Completion(id, "chat.completion", created, ChatCompletions.MODEL,
            List.of(new Choice(0, message, "stop", null)), usage, citations, claims));
  }

  private @Nullable Usage usage(ChatRequest request, String text) {
    return request.wantsUsage() ? countTokens(request, text) : null;
  }

  private Usage countTokens(ChatRequest request, String text) {
    return Usage.of(request.texts().stream().mapToInt(encoder::countTokens).sum(), encoder.countTokens(text));
  }

  private AnswerReply reply(Turn turn) {
    return AnswerReply.of(turn, sources, null);
  }

  private Conversations conversations(List<String> ids) {
    return rooms.together(ids, Conversations.class);
  }
}
