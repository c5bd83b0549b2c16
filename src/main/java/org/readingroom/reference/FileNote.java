package org.readingroom.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Creator;
import org.readingroom.collection.Document;
import org.readingroom.collection.OneLine;
import org.readingroom.collection.Origin;
import org.readingroom.collection.Publication;
import org.readingroom.collection.WorkType;
import org.readingroom.passage.Span;

/** Writes a Chicago-style note for a document with a file of its own: authors, title, publisher, date, page, DOI. */
final class FileNote {

  private FileNote() {}

  static String of(Document document, Origin origin, @Nullable Span quotation, String citation) {
    List<String> parts = new ArrayList<>();
    String authors = authors(document, origin);
    if (!authors.isEmpty()) {
      parts.add(authors);
    }
    List<String> rest = new ArrayList<>();
    if (document.to() != null) {
      rest.add("to " + document.to());
    }
    if (origin.publication() != null) {
      rest.addAll(published(origin.publication()));
    }
    if (document.translator() != null) {
      rest.add("trans. " + document.translator());
    }
    if (origin.publisher() != null) {
      rest.add(origin.publisher());
    }
    if (document.date().isKnown()) {
      rest.add(document.date().label());
    }
    if (quotation != null) {
      Pages.of(document, quotation)
          .ifPresent(pages -> rest.add((pages.contains("–") ? "pp. " : "p. ") + pages));
      List<String> headings = document.headings(quotation.start());
      if (origin.pages() == 0 && !headings.isEmpty()) {
        rest.add("under “" + headings.getLast() + "”");
      }
    }
    if (origin.doi() != null) {
      rest.add("https://doi.org/" + origin.doi());
    }
    rest.add("file " + origin.path() + " " + citation);
    parts.add("“" + document.title() + ",” " + String.join(", ", rest));
    return OneLine.of(String.join(", ", parts) + ".");
  }

  /** Returns the journal or book that it is part of, with its number and who edited it. */
  private static List<String> published(Publication publication) {
    List<String> parts = new ArrayList<>();
    String volume = publication.volume() == null ? "" : " " + publication.volume();
    if (publication.container() != null) {
      parts.add((publication.type() == WorkType.CHAPTER ? "in " : "") + publication.container() + volume);
    } else if (!volume.isEmpty()) {
      parts.add("vol." + volume);
    }
    if (publication.issue() != null) {
      parts.add("no. " + publication.issue());
    }
    if (!publication.editors().isEmpty()) {
      parts.add("ed. " + joined(publication.editors().stream().map(Creator::inOrder).toList()));
    }
    return parts;
  }

  private static String authors(Document document, Origin origin) {
    List<String> names = origin.authors();
    return names.isEmpty() ? document.from() == null ? "" : document.from() : joined(names);
  }

  private static String joined(List<String> names) {
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 2 -> names.getFirst() + " and " + names.getLast();
      case 3 -> names.get(0) + ", " + names.get(1) + ", and " + names.get(2);
      default -> names.getFirst() + " et al.";
    };
  }
}
