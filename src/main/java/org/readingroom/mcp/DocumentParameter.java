package org.readingroom.mcp;

import org.readingroom.collection.Collection;
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
  static Document document(Arguments given, Collection collection) {
    return collection.find(given.needed(ID).strip())
        .orElseThrow(() -> new RefusedException("There is no document of that id."));
  }

  /** Returns where the page shows a document. */
  static String url(Document document, Call call) {
    return call.address() + "/#/documents/" + document.number();
  }

  /** Returns the title by which a person tells a document from the others. */
  static String title(Document document) {
    return document.title() + ", " + document.date().label();
  }
}
