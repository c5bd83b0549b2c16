package org.readingroom.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what an e-book says of itself: its authors without illustrators, the date of publication without conversion. */
final class EpubMetadata {

  private final Document packageFile;

  private EpubMetadata(Document packageFile) {
    this.packageFile = packageFile;
  }

  static Metadata read(Document packageFile) {
    EpubMetadata reader = new EpubMetadata(packageFile);
    String publisher = packageFile.getElementsByTag("dc:publisher").eachText().stream().findFirst()
        .orElse(null);
    String language = packageFile.getElementsByTag("dc:language").eachText().stream().findFirst()
        .orElse(null);
    return new Metadata(reader.title(), reader.authors(), reader.date(), publisher, null, null, null,
        Languages.code(language));
  }

  private @Nullable String title() {
    List<Element> titles = packageFile.getElementsByTag("dc:title");
    Element main = titles.stream().filter(title -> refined(title, "title-type").equals("main")).findFirst()
        .orElse(titles.isEmpty() ? null : titles.getFirst());
    return main == null ? null : Titles.usable(main.wholeText());
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (Element creator : packageFile.getElementsByTag("dc:creator")) {
      String role = creator.attr("opf:role").isEmpty() ? refined(creator, "role") : creator.attr("opf:role");
      if (role.isEmpty() || role.equals("aut") || role.equals("cre")) {
        authors.add(creator.text());
      }
    }
    return authors;
  }

  private @Nullable LocalDate date() {
    List<Element> dates = packageFile.getElementsByTag("dc:date");
    Element date = dates.stream()
        .filter(each -> each.attr("opf:event").matches("(?i)(original-)?publication")).findFirst()
        .orElse(dates.stream().filter(each -> each.attr("opf:event").isEmpty()).findFirst().orElse(null));
    return date == null ? null : Dates.parse(date.text().matches("\\d{4}") ? null : date.text());
  }

  /** Returns what another element says of one; empty where none does. */
  private String refined(Element element, String property) {
    String id = element.id();
    return id.isEmpty()
        ? ""
        : packageFile.getElementsByTag("meta").stream()
            .filter(meta -> meta.attr("refines").equals("#" + id) && meta.attr("property").equals(property))
            .map(Element::text)
            .findFirst().orElse("");
  }
}
