package org.readingroom.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.readingroom.collection.Document;
import org.readingroom.ingest.ParsedDocument;

/** Keeps where the texts last asked for stand on their pages: the quotations of an answer are often of one document. */
final class Layouts {

  private static final int KEPT = 4;

  private final Map<String, ParsedDocument> known = new LinkedHashMap<>(KEPT, 0.75f, true) {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, ParsedDocument> eldest) {
      return size() > KEPT;
    }
  };

  /** Returns the layout of a document; nothing where none is kept of it. */
  synchronized Optional<ParsedDocument> of(Document document, Supplier<Optional<byte[]>> packed) {
    String key = document.id() + " " + document.card().state();
    if (!known.containsKey(key)) {
      packed.get().map(DocumentForm::layout).ifPresent(layout -> known.put(key, layout));
    }
    return Optional.ofNullable(known.get(key));
  }
}
