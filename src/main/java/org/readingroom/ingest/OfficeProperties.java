package org.readingroom.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** Reads what an Office file says of itself. */
final class OfficeProperties {

  private static final Pattern PROGRAM = Pattern.compile(
      "(?i)|python-docx|openpyxl|openspout|apache poi|pptxgenjs|un-named|microsoft.*"
          + "|user|admin(istrator)?|owner|unknown( creator)?|author");

  /** When the templates of python-docx and python-pptx were made. */
  private static final Set<String> TEMPLATES = Set.of("2013-12-23T23:15:00Z", "2013-01-27T09:14:16Z");

  private OfficeProperties() {}

  static Metadata read(ZipParts parts) throws IOException {
    Document core = parts.xml("docProps/core.xml");
    if (core == null) {
      return Metadata.NONE;
    }
    String created = Xml.text(core, "dcterms:created");
    LocalDate date = created == null || TEMPLATES.contains(created) ? null : Dates.parse(created);
    return Metadata.of(Titles.usable(Xml.text(core, "dc:title")), authors(Xml.text(core, "dc:creator")),
        date, Languages.code(Xml.text(core, "dc:language")));
  }

  /** Returns the authors of a list with semicolons, but for those that programs name. */
  static List<String> authors(@org.jspecify.annotations.Nullable String creator) {
    return creator == null
        ? List.of()
        : Arrays.stream(creator.split(";", -1)).map(String::strip)
            .filter(name -> !PROGRAM.matcher(name).matches())
            .toList();
  }
}
