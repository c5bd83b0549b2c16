package org.readingroom.search;

import java.util.List;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.text.Script;

/** Says that meaning is matched for English only, where question or documents are in another language. */
final class EnglishOnly {

  private static final String SENTENCE = "Meaning is matched for English only; in other languages words are compared.";

  private EnglishOnly() {}

  /** Returns the sentence where it is due: for letters that are not Latin, or a best document in another language. */
  static List<String> said(Retrieval retrieval) {
    Stream<Document> best = retrieval.candidates().stream().limit(1).map(Candidate::document);
    return !Script.isLatin(retrieval.query().focused()) || best.anyMatch(EnglishOnly::isForeign)
        ? List.of(SENTENCE)
        : List.of();
  }

  private static boolean isForeign(Document document) {
    Origin origin = document.origin();
    return origin != null && origin.language() != null && !origin.language().equals("en");
  }
}
