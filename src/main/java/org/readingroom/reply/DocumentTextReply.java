package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;

/** Is a document with its text and the offsets of its paragraphs. */
@Schema(description = "A document with its text.")
public record DocumentTextReply(@JsonUnwrapped DocumentReply document,
    @Schema(description = "The source's text with nothing changed but white space; all offsets count its "
        + "UTF-16 code units.") String text,
    @Schema(description = "SHA-256 of the text in UTF-8.") String sha256,
    @Schema(description = "The archival citation as printed.", types = {
        "string", "null"}) @Nullable String source,
    @Schema(types = {"string", "null"}) @Nullable String translator, List<ParagraphReply> paragraphs) {

  /** Is one paragraph, by its offsets into the text. */
  @Schema(description = "A paragraph, by its offsets into the text.")
  public record ParagraphReply(int start, @Schema(description = "Exclusive.") int end,
      @Schema(example = "body") String role) {}

  public static DocumentTextReply of(Document document) {
    return new DocumentTextReply(DocumentReply.of(document), document.text(), document.sha256(),
        document.source(), document.translator(),
        document.paragraphs().stream().map(paragraph -> new ParagraphReply(paragraph.start(), paragraph.end(),
            paragraph.role().name().toLowerCase(Locale.ROOT))).toList());
  }
}
