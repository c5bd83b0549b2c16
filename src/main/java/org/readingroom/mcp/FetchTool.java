package org.readingroom.mcp;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;

/** Returns a document, in the form that ChatGPT wants of a connector. */
final class FetchTool implements Tool {

  private final Shelf shelf;

  FetchTool(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A document with its text. */
  record Fetched(String id, String title,
      @Schema(description = "The whole text, word for word.") String text,
      @Schema(description = "Where a person reads it.") String url,
      @Schema(description = "What else is known of it.") Map<String, String> metadata) {}

  @Override
  public String name() {
    return "fetch";
  }

  @Override
  public String title() {
    return "Read a whole document";
  }

  @Override
  public String description() {
    return "Returns the whole text of a document that search found, with a reference to cite it by. For a part of a"
        + " long one, call read_document.";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(DocumentParameter.ID);
  }

  @Override
  public Class<? extends Record> reply() {
    return Fetched.class;
  }

  @Override
  public Record call(Arguments arguments, Call call) {
    Document document = DocumentParameter.document(arguments, shelf);
    return new Fetched(document.id(), DocumentParameter.title(document), document.text(),
        DocumentParameter.url(document, call), metadata(document));
  }

  private Map<String, String> metadata(Document document) {
    Map<String, String> metadata = new LinkedHashMap<>();
    put(metadata, "number", String.valueOf(document.number()));
    put(metadata, "date", document.date().isKnown() ? document.date().iso() : null);
    put(metadata, "kind", document.kind().word());
    put(metadata, "from", document.from());
    put(metadata, "to", document.to());
    put(metadata, "archive", document.source());
    put(metadata, "reference", shelf.sources().reference(document).note(document));
    put(metadata, "sha256", document.sha256());
    return metadata;
  }

  private static void put(Map<String, String> metadata, String name, @Nullable String value) {
    if (value != null) {
      metadata.put(name, value);
    }
  }
}
