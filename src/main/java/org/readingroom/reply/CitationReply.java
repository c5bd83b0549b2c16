package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;

/**
 * Is a citation as every door sends it.
 *
 * @param startCharIndex the offset of the quotation in the document's text, in UTF-16 code units
 * @param endCharIndex the offset after it
 * @param emphasis the words that answer, as offsets into {@code citedText}
 * @param place where in its file it stands; null for a part of a printed collection
 * @param verified always true: what cannot be verified is not sent
 */
@Schema(description = "A verbatim span of a document that supports a stretch of the answer.")
public record CitationReply(@Schema(example = "c1") String id,
    @Schema(description = "The number shown as `[1]` in the answer, from 1.") int marker,
    @Schema(allowableValues = "char_location") String type,
    @Schema(description = "The words of the document from `start_char_index` to `end_char_index`.") String citedText,
    @Schema(example = "nkidp-korean-war:7") String documentId, int documentNumber, String documentTitle,
    @Schema(description = "ISO 8601: a day, a month, a year, or an interval that may be open.", example = "1950-01-30") String documentDate,
    @Schema(description = "Where the words start in the document's text, in UTF-16 code units.") int startCharIndex,
    @Schema(description = "Where they end, exclusive.") int endCharIndex,
    @Schema(description = "SHA-256 of the document's text in UTF-8.") String documentSha256,
    @Schema(description = "Where in the answer the stretch starts that this supports.") int answerStart,
    @Schema(description = "Where it ends, exclusive.") int answerEnd,
    @Schema(description = "The words that answer, as offsets into `cited_text`.") List<SpanReply> emphasis,
    @Schema(description = "Always true: what cannot be verified is not sent.") boolean verified,
    @Schema(description = "How sure the choice is, from 0 to 1.") double score,
    @Schema(description = "A reference to the document as a historian writes it.") String reference,
    @Schema(description = "The id of the collection.", example = "nkidp-korean-war") String collection,
    @JsonUnwrapped @Nullable PlaceReply place) {

  /** Puts a citation into the form that is sent, without rectangles. */
  public static CitationReply of(Citation citation, Reference reference) {
    return of(citation, Sources.of(reference));
  }

  /** Puts a citation into the form that is sent. */
  public static CitationReply of(Citation citation, Sources sources) {
    Document document = citation.quote().document();
    Span span = citation.quote().span();
    List<SpanReply> emphasis = citation.emphasis().stream()
        .map(words -> new SpanReply(words.start() - span.start(), words.end() - span.start())).toList();
    return new CitationReply(citation.id(), citation.marker(), "char_location", citation.quote().text(),
        document.id(), document.number(), document.title(), document.date().iso(), span.start(), span.end(),
        document.sha256(), citation.answerSpan().start(), citation.answerSpan().end(), emphasis, true,
        citation.score(), sources.reference(document).note(document, span), document.collection(),
        PlaceReply.of(document, span, sources));
  }
}
