package org.readingroom.reply;

import org.readingroom.collection.Document;
import org.readingroom.search.RetrievedPassage;

/** Is a passage found by retrieval alone. */
public record PassageReply(String documentId, int documentNumber, String documentTitle, String documentDate,
    int startCharIndex, int endCharIndex, String text, double score) {

  public static PassageReply of(RetrievedPassage found) {
    Document document = found.passage().document();
    return new PassageReply(document.id(), document.number(), document.title(), document.date().iso(),
        found.passage().span().start(), found.passage().span().end(), found.passage().text(), found.score());
  }
}
