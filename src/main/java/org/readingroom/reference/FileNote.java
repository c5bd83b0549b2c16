package org.readingroom.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;
import org.readingroom.passage.Span;

/** Writes a Chicago-style note for a document with a file of its own: authors, title, publisher, date, page, DOI. */
final class FileNote {

  private FileNote() {}

  static String of(Document document, Origin origin, @Nullable Span quotation, String collection) {
    List<String> parts = new ArrayList<>();
    String authors = authors(document, origin);
    if (!authors.isEmpty()) {
      parts.add(authors);
    }
    List<String> rest = new ArrayList<>();
    if (document.to() != null) {
      rest.add("to " + document.to());
    }
    if (origin.publisher() != null) {
      rest.add(origin.publisher());
    }
    if (document.date().isKnown()) {
      rest.add(document.date().label());
    }
    if (quotation != null) {
      Pages.of(origin, quotation)
          .ifPresent(pages -> rest.add((pages.contains("–") ? "pp. " : "p. ") + pages));
      List<String> headings = origin.headings(quotation.start());
      if (origin.pages().isEmpty() && !headings.isEmpty()) {
        rest.add("under “" + headings.getLast() + "”");
      }
    }
    if (origin.doi() != null) {
      rest.add("https://doi.org/" + origin.doi());
    }
    rest.add("file " + origin.path() + " in " + collection);
    parts.add("“" + document.title() + ",” " + String.join(", ", rest));
    return OneLine.of(String.join(", ", parts) + ".");
  }

  private static String authors(Document document, Origin origin) {
    List<String> names = origin.authors();
    if (names.isEmpty()) {
      return document.from() == null ? "" : document.from();
    }
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 2 -> names.getFirst() + " and " + names.getLast();
      case 3 -> names.get(0) + ", " + names.get(1) + ", and " + names.get(2);
      default -> names.getFirst() + " et al.";
    };
  }
}
