package org.readingroom.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;

/** Is a document with its text and the offsets of its paragraphs. */
public record DocumentTextReply(@JsonUnwrapped DocumentReply document, String text, String sha256,
    @Nullable String source, @Nullable String translator, List<ParagraphReply> paragraphs) {

  /** Is one paragraph, by its offsets into the text. */
  public record ParagraphReply(int start, int end, String role) {}

  public static DocumentTextReply of(Document document) {
    return new DocumentTextReply(DocumentReply.of(document), document.text(), document.sha256(),
        document.source(), document.translator(),
        document.paragraphs().stream().map(paragraph -> new ParagraphReply(paragraph.start(), paragraph.end(),
            paragraph.role().name().toLowerCase(Locale.ROOT))).toList());
  }
}
