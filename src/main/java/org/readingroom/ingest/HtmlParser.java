package org.readingroom.ingest;

import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads web pages without what stands around their text. */
final class HtmlParser {

  private HtmlParser() {}

  static Extract parse(Source source) throws IOException {
    Document page = Jsoup.parse(Charsets.decode(source.textBytes(), true));
    Metadata metadata = metadata(page);
    page.select(EpubParser.SERVICE).remove();
    Boilerplate.remove(page);
    DocumentWriter writer = source.writer();
    HtmlBlocks.write(page.body(), writer);
    String title = metadata.title() == null ? Titles.usable(writer.firstHeading()) : metadata.title();
    return Extract.of(writer.document("", metadata.withTitle(title)));
  }

  private static Metadata metadata(Document page) {
    String title = first(Titles.usable(meta(page, "citation_title", "dc.title")), Titles.usable(page.title()),
        Titles.usable(meta(page, "og:title")));
    List<String> authors = page
        .select("meta[name=citation_author], meta[name=author], meta[name=dc.creator], meta[name=DC.creator]")
        .stream()
        .map(element -> element.attr("content")).filter(name -> !name.isBlank()).toList();
    String date = meta(page, "citation_publication_date", "citation_date", "article:published_time",
        "dc.date", "date");
    return new Metadata(title, authors, Dates.parse(date), meta(page, "citation_publisher", "dc.publisher"),
        Dois.find(meta(page, "citation_doi", "dc.identifier")), null, null, language(page));
  }

  private static @Nullable String language(Document page) {
    Element html = page.selectFirst("html");
    return html == null
        ? null
        : Languages.code(html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang"));
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String meta(Document page, String... names) {
    for (String name : names) {
      for (Element element : page.select("meta")) {
        boolean named = name.equalsIgnoreCase(element.attr("name"))
            || name.equalsIgnoreCase(element.attr("property"));
        if (named && !element.attr("content").isBlank()) {
          return element.attr("content");
        }
      }
    }
    return null;
  }
}
