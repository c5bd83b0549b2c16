package org.readingroom.reply;

import java.util.List;
import org.readingroom.answer.Citation;
import org.readingroom.answer.Reference;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;

/**
 * Is a citation as every door sends it.
 *
 * @param startCharIndex the offset of the quotation in the document's text, in UTF-16 code units
 * @param endCharIndex the offset after it
 * @param emphasis the words that answer, as offsets into {@code citedText}
 * @param verified always true: what cannot be verified is not sent
 */
public record CitationReply(String id, int marker, String type, String citedText, String documentId,
    int documentNumber, String documentTitle, String documentDate, int startCharIndex, int endCharIndex,
    String documentSha256, int answerStart, int answerEnd, List<SpanReply> emphasis, boolean verified,
    double score, String reference) {

  /** Puts a citation into the form that is sent. */
  public static CitationReply of(Citation citation, Reference reference) {
    Document document = citation.quote().document();
    Span span = citation.quote().span();
    List<SpanReply> emphasis = citation.emphasis().stream()
        .map(words -> new SpanReply(words.start() - span.start(), words.end() - span.start())).toList();
    return new CitationReply(citation.id(), citation.marker(), "char_location", citation.quote().text(),
        document.id(), document.number(), document.title(), document.date().iso(), span.start(), span.end(),
        document.sha256(), citation.answerSpan().start(), citation.answerSpan().end(), emphasis, true,
        citation.score(), reference.note(document));
  }
}
