package org.readingroom.library;

import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import tools.jackson.databind.json.JsonMapper;

/** Turns documents into JSON and back. */
final class DocumentJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DocumentJson() {}

  /** Returns a document as JSON, with the number that it has in its collection. */
  static byte[] numbered(Document document, int number) {
    return JSON.writeValueAsBytes(with(document, number, document.origin()));
  }

  /** Returns a document as JSON whose file has another path. */
  static byte[] withPath(Document document, String path) {
    Origin origin = document.origin();
    return JSON.writeValueAsBytes(with(document, document.number(), origin == null
        ? null
        : new Origin(path, origin.mediaType(), origin.authors(), origin.publisher(), origin.doi(),
            origin.language(), origin.recognized(), origin.pages(), origin.sections(),
            origin.hyphens(), origin.publication())));
  }

  private static Document with(Document document, int number, @Nullable Origin origin) {
    return new Document(document.collection(), number, document.title(), document.classification(),
        document.date(), document.kind(), document.from(), document.to(), document.source(),
        document.translator(), document.text(), document.sha256(), document.paragraphs(), document.lines(),
        origin);
  }

  static Document read(byte[] json) {
    return JSON.readValue(json, Document.class);
  }
}
