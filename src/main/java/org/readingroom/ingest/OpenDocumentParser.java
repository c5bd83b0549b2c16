package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads documents, slides and sheets in the OpenDocument formats of LibreOffice. */
final class OpenDocumentParser {

  private OpenDocumentParser() {}

  static Extract parse(Source source) throws IOException {
    try (ZipParts parts = new ZipParts(source.file())) {
      Document manifest = parts.xml("META-INF/manifest.xml");
      if (manifest != null && Xml.first(manifest, "manifest:encryption-data") != null) {
        throw new ParsingException(FileStatus.PASSWORD_NEEDED, source.password() == null
            ? "The file opens only with a password; save it without one."
            : "Passwords of this format are not supported; save the file without one.");
      }
      Document content = parts.xml("content.xml");
      Element body = Xml.first(content, "office:body");
      if (content == null || body == null) {
        throw new ParsingException(FileStatus.DAMAGED, "The file is no OpenDocument file, or is damaged.");
      }
      Document styles = parts.xml("styles.xml");
      DocumentWriter writer = source.writer();
      heads(styles, "style:header", writer);
      OpenDocumentBody reader = new OpenDocumentBody(new OpenDocumentStyles(content, styles), writer);
      reader.write(body);
      heads(styles, "style:footer", writer);
      Metadata metadata = metadata(parts.xml("meta.xml"));
      String title = metadata.title() == null ? Titles.usable(reader.title()) : metadata.title();
      return Extract.of(writer.document("",
          metadata.withTitle(title == null ? Titles.usable(writer.firstHeading()) : title)));
    }
  }

  private static void heads(@Nullable Document styles, String kind, DocumentWriter writer) {
    if (styles == null) {
      return;
    }
    Set<String> written = new LinkedHashSet<>();
    for (Element head : styles.getElementsByTag(kind)) {
      for (Element paragraph : head.getElementsByTag("text:p")) {
        String words = WhiteSpace.line(paragraph.text());
        if (!words.isEmpty() && written.add(words)) {
          writer.block(Role.RUNNING_HEAD, words);
        }
      }
    }
  }

  private static Metadata metadata(@Nullable Document meta) {
    List<String> authors = new ArrayList<>(OfficeProperties.authors(Xml.text(meta, "meta:initial-creator")));
    if (authors.isEmpty()) {
      authors.addAll(OfficeProperties.authors(Xml.text(meta, "dc:creator")));
    }
    return Metadata.of(Titles.usable(Xml.text(meta, "dc:title")), authors,
        Dates.parse(Xml.text(meta, "meta:creation-date")), Languages.code(Xml.text(meta, "dc:language")));
  }
}
