package org.readingroom.mcp;

import org.readingroom.collection.Document;

/** The parameter that names a document. */
final class DocumentParameter {

  static final Parameter<String> ID = Parameter
      .text("id", "The document's id, such as nkidp-korean-war:7, or its number.", 200).needed();

  private DocumentParameter() {}

  /**
   * Returns the document that is named.
   *
   * @throws RefusedException if there is none
   */
  static Document document(Arguments given, Shelf shelf) {
    return shelf.document(given.needed(ID).strip())
        .orElseThrow(() -> new RefusedException("There is no document of that id."));
  }

  /** Returns where the page shows a document. */
  static String url(Document document, Call call) {
    return call.address() + "/#/documents/" + (document.origin() == null ? document.number() : document.id());
  }

  /** Returns the title by which a person tells a document from the others. */
  static String title(Document document) {
    return document.origin() != null && !document.date().isKnown()
        ? document.title()
        : document.title() + ", " + document.date().label();
  }
}
