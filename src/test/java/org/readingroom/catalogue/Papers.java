package org.readingroom.catalogue;

import java.util.List;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Paragraph;

/** Makes collections of files that have neither kind nor date. */
final class Papers {

  private static final String TEXT = "The ague comes with the damp of the marshes, as all there will tell you.";

  private Papers() {}

  static Collection collection(String title, String description, Authority authority, Document... papers) {
    return new Collection("papers", title, description, "", "", List.of(), "00", List.of(papers), authority,
        List.of());
  }

  static Document paper(int number, String... authors) {
    return new Document(
        new DocumentCard("papers", number, "Paper " + number, null, DocumentDate.UNKNOWN, Kind.OTHER, null,
            null, null, null, "00", TEXT.length(), "",
            new Origin(number + ".pdf", "application/pdf", List.of(authors), null, null, "en", false, 1)),
        new DocumentBody(TEXT, List.of(new Paragraph(0, TEXT.length(), Paragraph.Role.BODY, 1, 1)),
            List.of()));
  }
}
