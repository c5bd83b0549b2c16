package org.readingroom.reply;

import io.swagger.v3.oas.annotations.media.Schema;
import org.readingroom.collection.Document;
import org.readingroom.search.RetrievedPassage;

/** Is a passage found by retrieval alone. */
@Schema(description = "A passage found by retrieval alone.")
public record PassageReply(@Schema(example = "nkidp-korean-war:7") String documentId, int documentNumber,
    String documentTitle, String documentDate,
    @Schema(description = "The id of the collection.", example = "nkidp-korean-war") String collection,
    @Schema(description = "Where it starts in the document's text, in UTF-16 code units.") int startCharIndex,
    @Schema(description = "Where it ends, exclusive.") int endCharIndex, String text,
    @Schema(description = "How well it fits, from 0 to 1, comparable within one reply.") double score) {

  public static PassageReply of(RetrievedPassage found) {
    Document document = found.passage().document();
    return new PassageReply(document.id(), document.number(), document.title(), document.date().iso(),
        document.collection(),
        found.passage().span().start(), found.passage().span().end(), found.passage().text(), found.score());
  }
}
