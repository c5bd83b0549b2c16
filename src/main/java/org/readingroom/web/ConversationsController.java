package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.CONVERSATIONS_UNAVAILABLE;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.UNKNOWN_CONVERSATION;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Conversations;
import org.readingroom.reply.ConversationMarkdown;
import org.readingroom.reply.ConversationReply;
import org.readingroom.reply.ConversationTurnsReply;
import org.readingroom.reply.Sources;
import org.readingroom.reply.Visible;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows, renames, deletes and exports the conversations that are kept. */
@Tag(name = "Conversations")
@RestController
@RequestMapping(path = "/api/v1/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnWebApplication
class ConversationsController {

  private static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final Conversations conversations;
  private final Sources sources;

  ConversationsController(Conversations conversations, Sources sources) {
    this.conversations = conversations;
    this.sources = sources;
  }

  /** The body of a request that renames a conversation. */
  @Schema(description = "What a conversation is to be called.")
  record TitleRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = Conversation.MAX_TITLE, pattern = Visible.PATTERN, example = "Lead from Korea") @Nullable String title) {}

  @Operation(summary = "List the conversations", description = "The last changed first, 1,000 at most.")
  @Problems(CONVERSATIONS_UNAVAILABLE)
  @GetMapping
  List<ConversationReply> conversations() {
    return conversations.list().stream().map(ConversationReply::of).toList();
  }

  @Operation(summary = "Show a conversation with its citations")
  @Problems({UNKNOWN_CONVERSATION, CONVERSATIONS_UNAVAILABLE})
  @GetMapping("/{id}")
  ConversationTurnsReply conversation(@PathVariable String id) {
    return ConversationTurnsReply.of(conversations.conversation(id), conversations.turns(id), sources);
  }

  @Operation(summary = "Rename a conversation")
  @Problems({INVALID_VALUE, UNKNOWN_CONVERSATION, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE,
      CONVERSATIONS_UNAVAILABLE})
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ConversationReply rename(@PathVariable String id, @RequestBody TitleRequest request) {
    conversations.rename(id, CleanTitle.of(request.title(), Conversation.MAX_TITLE));
    return ConversationReply.of(conversations.conversation(id));
  }

  @Operation(summary = "Delete a conversation")
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Problems({UNKNOWN_CONVERSATION, CONVERSATIONS_UNAVAILABLE})
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id) {
    conversations.delete(id);
  }

  @Operation(summary = "Export a conversation")
  @ApiResponse(responseCode = "200", content = {
      @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
      @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = ConversationTurnsReply.class))})
  @Problems({INVALID_VALUE, UNKNOWN_CONVERSATION, CONVERSATIONS_UNAVAILABLE})
  @GetMapping(path = "/{id}/export", produces = MediaType.ALL_VALUE)
  ResponseEntity<Object> export(@PathVariable String id,
      @Parameter(schema = @Schema(defaultValue = "markdown", allowableValues = {"markdown",
          "json"})) @RequestParam(defaultValue = "markdown") String format) {
    return switch (format) {
      case "markdown" -> file("md", MARKDOWN, new ConversationMarkdown(sources)
          .write(conversations.conversation(id), conversations.turns(id)));
      case "json" -> file("json", MediaType.APPLICATION_JSON_VALUE, conversation(id));
      default -> throw INVALID_VALUE.exception("format is one of markdown, json.");
    };
  }

  private static ResponseEntity<Object> file(String extension, String type, Object body) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"conversation." + extension + "\"")
        .body(body);
  }
}
