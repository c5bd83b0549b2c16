package org.readingroom.mcp;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.reply.DocumentReply;

/** Returns a part of a document. */
final class ReadDocumentTool implements Tool {

  private static final int MAX = 20_000;
  private static final int USUAL = 8_000;

  private static final Parameter<Integer> START = Parameter.number("start",
      "Where to start, in UTF-16 code units from the start of the text; 0 unless told.", 0,
      Integer.MAX_VALUE);
  private static final Parameter<Integer> END = Parameter.number("end",
      "Where to end, exclusive, at most " + MAX + " after the start; " + USUAL + " after it unless told.", 1,
      Integer.MAX_VALUE);

  private final Shelf shelf;

  ReadDocumentTool(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A part of a document. */
  record Part(@JsonUnwrapped DocumentReply document,
      @Schema(description = "SHA-256 of the whole text in UTF-8.") String sha256,
      @Schema(description = "Where the part starts in the document's text, in UTF-16 code units.") int startCharIndex,
      @Schema(description = "Where it ends, exclusive; equal to length at the end of the document.") int endCharIndex,
      @Schema(description = "The words of the document from start_char_index to end_char_index.") String text) {}

  @Override
  public String name() {
    return "read_document";
  }

  @Override
  public String title() {
    return "Read a part of a document";
  }

  @Override
  public String description() {
    return "Returns the words of a document between two offsets, and what the document is. Go on reading where"
        + " end_char_index is below length.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(DocumentParameter.ID, START, END);
  }

  @Override
  public Class<? extends Record> reply() {
    return Part.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    Document document = DocumentParameter.document(arguments, shelf);
    int length = document.length();
    int start = arguments.get(START).orElse(0);
    if (start >= length) {
      throw new RefusedException("start is before " + length + ", the length of the document.");
    }
    int end = arguments.get(END).orElse(Math.min(length, start + USUAL));
    if (end <= start || end - start > MAX) {
      throw new RefusedException("end is after start, and at most " + MAX + " after it.");
    }
    int from = whole(document.text(), start);
    int to = whole(document.text(), Math.min(end, length));
    return new Part(DocumentReply.of(document), document.sha256(), from, to,
        document.text().substring(from, to));
  }

  /** Returns an offset that cuts no character in half: this one, or the one before. */
  private static int whole(String text, int offset) {
    return Span.cutsCharacter(text, offset) ? offset - 1 : offset;
  }
}
