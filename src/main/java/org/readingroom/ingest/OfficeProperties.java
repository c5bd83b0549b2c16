package org.readingroom.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;

/** Reads what an Office file says of itself. */
final class OfficeProperties {

  private OfficeProperties() {}

  static Metadata read(ZipParts parts) throws IOException {
    Document core = parts.xml("docProps/core.xml");
    if (core == null) {
      return Metadata.NONE;
    }
    return Metadata.of(Titles.usable(Xml.text(core, "dc:title")), authors(Xml.text(core, "dc:creator")),
        Dates.parse(Xml.text(core, "dcterms:created")), Languages.code(Xml.text(core, "dc:language")));
  }

  /** Returns the authors of a list with semicolons, but for those that programs name. */
  static List<String> authors(@org.jspecify.annotations.Nullable String creator) {
    return creator == null
        ? List.of()
        : Arrays.stream(creator.split(";", -1)).map(String::strip)
            .filter(name -> !name
                .matches("(?i)|python-docx|microsoft.*|user|admin(istrator)?|owner|unknown|author"))
            .toList();
  }
}
