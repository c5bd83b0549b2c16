package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.jspecify.annotations.Nullable;

/** Reads what a PDF says of itself, in XMP before in its older form. */
final class PdfMetadata {

  private PdfMetadata() {}

  static Metadata read(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    DublinCoreSchema core = core(document);
    String title = null;
    List<String> authors = List.of();
    String publisher = null;
    if (core != null) {
      title = Titles.usable(title(core));
      authors = core.getCreators() == null ? List.of() : authors(core.getCreators());
      publisher = core.getPublishers() == null || core.getPublishers().isEmpty()
          ? null
          : core.getPublishers().getFirst();
    }
    title = title == null ? Titles.usable(information.getTitle()) : title;
    String author = information.getAuthor();
    if (authors.isEmpty() && author != null) {
      authors = authors(List.of(author));
    }
    String language = Languages.code(language(document));
    return new Metadata(title, authors, Dates.of(information.getCreationDate()), publisher,
        Dois.find(information.getCustomMetadataValue("doi")), null, null, language);
  }

  private static @Nullable String title(DublinCoreSchema core) {
    try {
      return core.getTitle();
    } catch (BadFieldValueException e) {
      return null;
    }
  }

  private static @Nullable String language(PDDocument document) {
    try {
      return document.getDocumentCatalog().getLanguage();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static List<String> authors(List<String> names) {
    List<String> authors = new ArrayList<>();
    for (String name : names) {
      String separator = name.contains(";")
          ? ";"
          : name.split(",", -1).length > 2 || name.matches(".*\\S \\S+, \\S+ .*") ? "," : "\u0000";
      Arrays.stream(name.split(separator, -1)).map(String::strip).filter(PdfMetadata::isName)
          .forEach(authors::add);
    }
    return authors;
  }

  /** Rules out what programs and templates write for an author. */
  private static boolean isName(String name) {
    return !name.matches(
        "(?i)|ieee|author|user|admin(istrator)?|unknown|owner|microsoft.*|\\(?anonymous\\)?|.*\\d{4,}.*");
  }

  private static @Nullable DublinCoreSchema core(PDDocument document) {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata == null) {
      return null;
    }
    try (InputStream in = metadata.createInputStream()) {
      DomXmpParser parser = new DomXmpParser();
      parser.setStrictParsing(false);
      XMPMetadata xmp = parser.parse(in);
      return xmp.getDublinCoreSchema();
    } catch (IOException | XmpParsingException | RuntimeException e) {
      return null;
    }
  }
}
