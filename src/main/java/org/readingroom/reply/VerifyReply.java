package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.quotation.Difference;
import org.readingroom.quotation.Finding;
import org.readingroom.quotation.Occurrence;
import org.readingroom.reference.Reference;

/**
 * Says where a pasted quotation stands.
 *
 * @param status {@code exact}, {@code nearest} or {@code not_found}
 * @param kind how what is nearest is near; null where nothing is, or all is exact
 */
@Schema(description = "Where a pasted quotation stands.")
public record VerifyReply(String quote,
    @Schema(description = "`exact`: the words stand there but for typography; `nearest`: other words come nearest; "
        + "`not_found`: nothing resembles them.", allowableValues = {
            "exact", "nearest",
            "not_found"}) String status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only if `nearest`. `case`: the same words in other case; `words`: other words; "
        + "`spliced`: words put together from several places; `meaning`: no words resemble these, but it says nearly "
        + "the same.", allowableValues = {"case", "words", "spliced", "meaning"}) @Nullable String kind,
    @Schema(description = "Every place of an exact quotation and of one in other case, 20 at most; every place that spliced words are "
        + "from; the one nearest place otherwise.") List<MatchReply> matches,
    @Schema(description = "How much agrees, from 0 to 1; 1 if exact, 0 if not found. Of spliced words the share that stands in a place, of "
        + "meaning how near it is.") double similarity,
    @Schema(description = "Where the quotation and the nearest place part, in order; only of other words.") List<DifferenceReply> differences) {

  /** Is a place where the words stand, or the nearest. */
  @Schema(description = "A place in a document.")
  public record MatchReply(@Schema(example = "nkidp-korean-war:7") String documentId, int documentNumber,
      String documentTitle, String documentDate, String documentSha256,
      @Schema(description = "The words of the document from `start_char_index` to `end_char_index`.") String citedText,
      @Schema(description = "Where they start in the document's text, in UTF-16 code units.") int startCharIndex,
      @Schema(description = "Where they end, exclusive.") int endCharIndex,
      @Schema(description = "The stretches quoted, as offsets into the document's text; more than one where an "
          + "ellipsis leaves out what is between them.") List<SpanReply> parts,
      @Schema(description = "A reference to the document as a historian writes it.") String reference,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only if spliced: where the words that stand here start in the quotation.") @Nullable Integer quoteStart,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Where they end there, exclusive.") @Nullable Integer quoteEnd,
      @Schema(description = "The id of the collection.", example = "nkidp-korean-war") String collection,
      @JsonUnwrapped @Nullable PlaceReply place) {

    static MatchReply of(Finding.Spliced.Piece piece, Sources sources) {
      return of(piece.occurrence(), sources, piece.start(), piece.end());
    }

    static MatchReply of(Occurrence occurrence, Sources sources) {
      return of(occurrence, sources, null, null);
    }

    private static MatchReply of(Occurrence occurrence, Sources sources, @Nullable Integer quoteStart,
        @Nullable Integer quoteEnd) {
      Document document = occurrence.document();
      Span span = occurrence.span();
      return new MatchReply(document.id(), document.number(), document.title(), document.date().iso(),
          document.sha256(), occurrence.text(), span.start(), span.end(),
          occurrence.parts().stream().map(part -> new SpanReply(part.start(), part.end())).toList(),
          sources.reference(document).note(document, span), quoteStart, quoteEnd, document.collection(),
          PlaceReply.of(document, span, sources));
    }
  }

  /** Is a place where the quotation and the document part. */
  @Schema(description = "A place where the quotation and the document part.")
  public record DifferenceReply(
      @Schema(description = "What the quotation does to the document's words.", allowableValues = {
          "changed",
          "added", "omitted"}) String kind,
      @Schema(description = "The words of the quotation; empty if it omits some.") String quoted,
      @Schema(description = "Where they start in the quotation, in UTF-16 code units.") int quoteStart,
      @Schema(description = "Where they end, exclusive.") int quoteEnd,
      @Schema(description = "The words of the document; empty if the quotation adds some.") String documentText,
      @Schema(description = "Where they start in the document's text.") int startCharIndex,
      @Schema(description = "Where they end, exclusive.") int endCharIndex) {

    static DifferenceReply of(Difference difference, String quote, Document document) {
      return new DifferenceReply(difference.kind().name().toLowerCase(Locale.ROOT),
          quote.substring(difference.quoteStart(), difference.quoteEnd()), difference.quoteStart(),
          difference.quoteEnd(), document.text().substring(difference.start(), difference.end()),
          difference.start(), difference.end());
    }
  }

  /** Puts what was found into the form that is sent, without rectangles around it. */
  public static VerifyReply of(String quote, Finding finding, Reference reference) {
    return of(quote, finding, Sources.of(reference));
  }

  /** Puts what was found into the form that is sent. */
  public static VerifyReply of(String quote, Finding finding, Sources sources) {
    return switch (finding) {
      case Finding.Exact exact ->
        new VerifyReply(quote, "exact", null, places(exact.occurrences(), sources), 1, List.of());
      case Finding.OtherCase other ->
        new VerifyReply(quote, "nearest", "case", places(other.occurrences(), sources), 1, List.of());
      case Finding.Nearest nearest -> new VerifyReply(quote, "nearest", "words",
          places(List.of(nearest.occurrence()), sources), nearest.similarity(),
          nearest.differences().stream()
              .map(each -> DifferenceReply.of(each, quote, nearest.occurrence().document())).toList());
      case Finding.Spliced spliced -> new VerifyReply(quote, "nearest", "spliced",
          spliced.pieces().stream().map(piece -> MatchReply.of(piece, sources)).toList(), spliced.share(),
          List.of());
      case Finding.LikeInMeaning like -> new VerifyReply(quote, "nearest", "meaning",
          places(List.of(like.occurrence()), sources), like.similarity(), List.of());
      case Finding.None none -> new VerifyReply(quote, "not_found", null, List.of(), 0, List.of());
    };
  }

  private static List<MatchReply> places(List<Occurrence> occurrences, Sources sources) {
    return occurrences.stream().map(found -> MatchReply.of(found, sources)).toList();
  }
}
