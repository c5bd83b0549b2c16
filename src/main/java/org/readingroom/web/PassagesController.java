package org.readingroom.web;

import static org.readingroom.web.Problem.INDEX_FAILED;
import static org.readingroom.web.Problem.INDEX_NOT_READY;
import static org.readingroom.web.Problem.INVALID_QUESTION;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Question;
import org.readingroom.reply.PassageReply;
import org.readingroom.reply.Visible;
import org.readingroom.reply.WantedDocuments;
import org.readingroom.search.EvidenceSearch;
import org.readingroom.search.Filters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds passages without answering. */
@Tag(name = "Passages")
@RestController
@ConditionalOnWebApplication
class PassagesController {

  private static final String RANGE = "k is 1 to 50.";

  private final RoomFinder rooms;
  private final AnswerGate gate;

  PassagesController(RoomFinder rooms, AnswerGate gate) {
    this.gate = gate;
    this.rooms = rooms;
  }

  @Operation(summary = "Find passages", description = "Retrieval alone: the best passages first, with their offsets and scores.")
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, INVALID_QUESTION, INDEX_NOT_READY, INDEX_FAILED, TOO_BUSY})
  @GetMapping(path = "/api/v1/passages", produces = MediaType.APPLICATION_JSON_VALUE)
  List<PassageReply> passages(
      @Parameter(description = "A question or some words.", schema = @Schema(minLength = 1, maxLength = Question.MAX_LENGTH, pattern = Visible.PATTERN)) @RequestParam String q,
      @Parameter(description = "How many passages at most.") @RequestParam(defaultValue = "10") @Min(value = 1, message = RANGE) @Max(value = 50, message = RANGE) int k,
      @Parameter(description = "Numbers of the only documents wanted.") @RequestParam(required = false) @Nullable List<@Nullable Integer> documents,
      @Parameter(description = FilterRequest.FIRST_DAY) @RequestParam(name = "date_from", required = false) @Nullable LocalDate dateFrom,
      @Parameter(description = FilterRequest.LAST_DAY) @RequestParam(name = "date_to", required = false) @Nullable LocalDate dateTo,
      @Parameter(description = "Someone who wrote, received or is named in the document, under any of "
          + "the names.", schema = @Schema(minLength = 1, maxLength = FilterRequest.MAX_NAME, pattern = Visible.PATTERN)) @RequestParam(required = false) @Nullable String person,
      @Parameter(description = "The kind of document, such as `telegram`.") @RequestParam(required = false) @Nullable String kind,
      @Parameter(description = FilterRequest.AUTHOR, schema = @Schema(minLength = 1, maxLength = FilterRequest.MAX_NAME, pattern = Visible.PATTERN)) @RequestParam(required = false) @Nullable String author,
      @Parameter(description = FilterRequest.LANGUAGE, example = "en", schema = @Schema(pattern = "^"
          + WantedDocuments.LANGUAGE + "$")) @RequestParam(required = false) @Nullable String language,
      @Parameter(description = RoomFinder.ONE, example = "nkidp-korean-war") @RequestParam(required = false) @Nullable String collection,
      @Parameter(description = RoomFinder.SEVERAL, array = @ArraySchema(schema = @Schema(type = "string"))) @RequestParam(required = false) @Nullable List<@Nullable String> collections) {
    Filters filters = FilterRequest.ofQuery(documents, dateFrom, dateTo, person, kind, author, language);
    // What may be searched for is what may be asked.
    String text = Question.of(q).text();
    List<String> ids = rooms.ids(collection, collections);
    return gate.pass(() -> rooms.together(ids, EvidenceSearch.class).search(text, filters, k)).stream()
        .map(PassageReply::of).toList();
  }
}
