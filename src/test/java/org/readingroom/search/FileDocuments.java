package org.readingroom.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentBody;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Paragraph;

/** Makes documents with files of their own. */
final class FileDocuments {

  private FileDocuments() {}

  /** Returns a document of a file, of the first day of a year, each of its pages a paragraph; 0 is no year. */
  static Document of(int number, String path, String title, int year, List<String> authors, String... pages) {
    return labelled(number, path, title, year, authors, List.of(), pages);
  }

  /** Returns a document whose first pages have labels printed on them. */
  static Document labelled(int number, String path, String title, int year, List<String> authors,
      List<String> labels, String... texts) {
    String text = String.join("\n\n", texts);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Origin.Page> pages = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < texts.length; i++) {
      int end = start + texts[i].length();
      paragraphs.add(new Paragraph(start, end, Paragraph.Role.BODY, 1, 1));
      pages.add(new Origin.Page(i + 1, i < labels.size() ? labels.get(i) : null, start, end));
      start = end + 2;
    }
    List<Origin.Page> paged = texts.length > 1 ? pages : List.of();
    DocumentCard card = new DocumentCard("files", number, title, null, date(year), Kind.OTHER, null, null,
        null, null, Integer.toHexString(text.hashCode()), text.length(), "",
        new Origin(path, "application/pdf", authors, null, null, "en", false, paged.size()));
    return new Document(card,
        new DocumentBody(text, paragraphs, List.of(), paged, List.of(), List.of()));
  }

  private static DocumentDate date(int year) {
    @Nullable
    LocalDate day = year == 0 ? null : LocalDate.of(year, 1, 1);
    return day == null ? DocumentDate.UNKNOWN : new DocumentDate(day, day, day.toString());
  }
}
