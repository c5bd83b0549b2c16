package org.readingroom.passage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Paragraph.Role;

/** Makes documents that no archive has. */
final class RandomDocuments {

  private static final DocumentDate DAY = new DocumentDate(LocalDate.of(1950, 1, 30),
      LocalDate.of(1950, 1, 30), "30 January 1950");

  /** Is a paragraph on its way into a document. */
  record Part(Role role, String text) {}

  private RandomDocuments() {}

  static Arbitrary<Document> documents() {
    Arbitrary<String> pieces = Arbitraries.of("We want lead. ", "He agreed! ", "😀", " ", "\n", "\u00A0",
        "tanks ",
        "x".repeat(170), "and so, and then; ", "Gen. I. V. ", "1. ", "(a) ", "…", "“No.” ", "e\u0301", "?",
        ")",
        "in the river, which was wide, and cold ", "\uD83D\uDE00".repeat(130), "5.5 ");
    Arbitrary<String> texts = pieces.list().ofMinSize(1).ofMaxSize(40).map(list -> String.join("", list))
        .filter(text -> text.codePoints().anyMatch(c -> !isSpace(c)));
    return Combinators.combine(Arbitraries.of(Role.values()), texts).as(Part::new).list().ofMinSize(1)
        .ofMaxSize(12).map(RandomDocuments::document);
  }

  static Document document(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Part part : parts) {
      int start = text.length();
      text.append(part.text());
      paragraphs.add(new Paragraph(start, text.length(), part.role(), 1, 1));
      text.append("\n\n");
    }
    return new Document("c", 1, "Title", null, DAY, Kind.TELEGRAM, null, null, null, null, text.toString(),
        "0",
        paragraphs, List.of());
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
