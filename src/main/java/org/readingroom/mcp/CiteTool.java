package org.readingroom.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.reference.ReferenceFormat;

/** Writes a reference to a document, or to words of it. */
final class CiteTool implements Tool {

  private static final Parameter<String> FORMAT = Parameter.word("format",
      "The form of the reference; a Chicago note unless told.",
      Stream.of(ReferenceFormat.values()).map(ReferenceFormat::word).toList());
  private static final Parameter<Integer> START = Parameter.number("start",
      "Where the words quoted start in the document's text, in UTF-16 code units; needs end.", 0,
      Integer.MAX_VALUE);
  private static final Parameter<Integer> END = Parameter.number("end",
      "Where they end, exclusive; at most " + Reference.MAX_QUOTATION + " further on.", 1, Integer.MAX_VALUE);

  private final Shelf shelf;

  CiteTool(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A reference. */
  record Cited(String documentId, int documentNumber, String format,
      @Schema(description = "The reference, ready to be put into a note or a file.") String reference,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The words of the document that it quotes; left out where it cites the whole.") @Nullable String citedText) {}

  @Override
  public String name() {
    return "cite";
  }

  @Override
  public String title() {
    return "Cite a document";
  }

  @Override
  public String description() {
    return "Writes a reference to a document as a Chicago note, BibTeX, RIS or CSL-JSON; with start and end to the words"
        + " between them, which it then quotes.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(DocumentParameter.ID, FORMAT, START, END);
  }

  @Override
  public Class<? extends Record> reply() {
    return Cited.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    Document document = DocumentParameter.document(arguments, shelf);
    ReferenceFormat format = arguments.get(FORMAT).flatMap(ReferenceFormat::of)
        .orElse(ReferenceFormat.CHICAGO);
    Span span = quotation(document, arguments.get(START), arguments.get(END));
    return new Cited(document.id(), document.number(), format.word(),
        shelf.sources().reference(document).write(document, span, format),
        span == null ? null : span.of(document.text()));
  }

  private static @Nullable Span quotation(Document document, Optional<Integer> start, Optional<Integer> end) {
    if (start.isEmpty() && end.isEmpty()) {
      return null;
    }
    if (start.isEmpty() || end.isEmpty()) {
      throw new RefusedException("A quotation needs both start and end.");
    }
    return Reference.quotation(document, start.get(), end.get())
        .orElseThrow(() -> new RefusedException("start and end mark no quotation of up to "
            + Reference.MAX_QUOTATION + " characters in the document."));
  }
}
