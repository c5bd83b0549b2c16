package org.readingroom.web;

import static org.readingroom.web.Problem.BODY_TOO_LARGE;
import static org.readingroom.web.Problem.BODY_TOO_SLOW;
import static org.readingroom.web.Problem.INVALID_QUOTE;
import static org.readingroom.web.Problem.INVALID_VALUE;
import static org.readingroom.web.Problem.TOO_BUSY;
import static org.readingroom.web.Problem.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.reference.Reference;
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

  private final QuotationFinder finder;
  private final Reference reference;
  private final AnswerGate gate;

  VerifyController(QuotationFinder finder, Collection collection, AnswerGate gate) {
    this.finder = finder;
    this.reference = new Reference(collection);
    this.gate = gate;
  }

  /** Is a quotation as it is sent. */
  @Schema(description = "A quotation to look for.")
  record VerifyRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = QuotationFinder.MAX_LENGTH, pattern = Visible.PATTERN, example = "a yearly minimum of 25,000 tons of lead") @Nullable String quote) {}

  @Operation(summary = "Check a quotation", description = "Finds the words anywhere in the collection despite line breaks, "
      + "quotation marks, ellipses and hyphenation; otherwise the nearest passage, with the differences.")
  @Problems({INVALID_VALUE, BODY_TOO_LARGE, BODY_TOO_SLOW, UNSUPPORTED_MEDIA_TYPE, INVALID_QUOTE,
      TOO_BUSY})
  @PostMapping(path = "/api/v1/verify", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  VerifyReply verify(@RequestBody VerifyRequest request) {
    String quote = request.quote();
    if (quote == null) {
      throw INVALID_QUOTE.exception("The quotation is missing.");
    }
    // Half a surrogate pair cannot be encoded in the reply, which repeats the quotation.
    if (quote.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw INVALID_QUOTE.exception("The quotation holds half a character.");
    }
    return VerifyReply.of(quote, gate.pass(() -> finder.find(quote)), reference);
  }
}
