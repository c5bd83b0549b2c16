package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.INDEX_FAILED;
import static org.readingroom.web.Problem.INDEX_NOT_READY;
import static org.readingroom.web.Problem.INVALID_QUOTE;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNKNOWN_COLLECTION;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.quotation.JointFindings;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reply.Sources;
import org.readingroom.reply.VerifyReply;
import org.readingroom.reply.Visible;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks quotations that somebody pasted. */
@Tag(name = "Quotations")
@RestController
@ConditionalOnWebApplication
class VerifyController {

  private final RoomFinder rooms;
  private final Sources sources;
  private final AnswerGate gate;

  VerifyController(RoomFinder rooms, Sources sources, AnswerGate gate) {
    this.rooms = rooms;
    this.sources = sources;
    this.gate = gate;
  }

  /** The body of a request that has a quotation verified. */
  @Schema(description = "A quotation to look for.")
  record VerifyRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = QuotationFinder.MAX_LENGTH, pattern = Visible.PATTERN, example = "a yearly minimum of 25,000 tons of lead") @Nullable String quote,
      @Schema(description = RoomFinder.ONE, types = {"string",
          "null"}, example = "nkidp-korean-war") @Nullable String collection,
      @ArraySchema(arraySchema = @Schema(example = "[\"nkidp-korean-war\"]", description = RoomFinder.SEVERAL), schema = @Schema(example = "nkidp-korean-war")) @Nullable List<@NotNull(message = "collections holds a null.") String> collections) {}

  @Operation(summary = "Check a quotation", description = "Finds the words anywhere in the collections despite line breaks, "
      + "quotation marks, ellipses and hyphenation; otherwise the nearest passage, with the differences. In a collection of more "
      + "than 8 million characters it looks in the documents that a search finds for the words.")
  @Problems({INVALID_VALUE, UNKNOWN_COLLECTION, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE,
      INVALID_QUOTE, INDEX_NOT_READY, INDEX_FAILED, TOO_BUSY})
  @PostMapping(path = "/api/v1/verify", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  VerifyReply verify(@Valid @RequestBody VerifyRequest request) {
    String quote = request.quote();
    if (quote == null) {
      throw INVALID_QUOTE.exception("The quotation is missing.");
    }
    if (!Visible.isWhole(quote)) {
      throw INVALID_QUOTE.exception("The quotation holds half a character.");
    }
    List<String> ids = rooms.ids(request.collection(), request.collections());
    return VerifyReply.of(quote,
        gate.pass(() -> JointFindings.of(ids, id -> rooms.get(id, QuotationFinder.class).find(quote))),
        sources);
  }
}
