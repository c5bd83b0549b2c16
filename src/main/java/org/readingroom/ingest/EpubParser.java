package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads e-books in the order of their spine.
 *
 * <p>
 * Covers, title pages, imprints, contents, colophons and licences are no text of the book and left out; prefaces,
 * dedications, epigraphs and notes are.
 */
final class EpubParser {

  private static final Pattern FURNITURE = Pattern.compile(
      "(?i)\\b(cover|title-?page|half-?title-?page|toc|nav|landmarks|loi|lot|imprint|imprimatur|colophon|copyright-?page|copyright|uncopyright|page-list|index-list)\\b");
  private static final Pattern FILE = Pattern.compile(
      "(?i)(book|front|back)?[-_]?(cover(page)?|wrap\\d+|(half)?-?title[-_]?page|toc|nav|contents|tableofcontents|imprint|colophon|(un)?copyright(page)?|halftitle)\\d*");

  /** What Project Gutenberg writes around a book, and the marks of printed pages. */
  static final String SERVICE = ".pg-boilerplate, #pg-header, #pg-footer, #pg-machine-header, [epub:type=pagebreak]";
  private static final Pattern SELF_CLOSED = Pattern.compile(
      "<(div|span|a|p|i|b|em|strong|script|title|section|td|th|sup|sub|h[1-6]|li|ul|ol|small|blockquote)(\\s[^<>]*)?/>");

  private final Source source;
  private final ZipParts parts;
  private final String packageName;
  private final Document packageFile;
  private final Map<String, Element> items = new HashMap<>();
  private final Map<String, String> guide = new HashMap<>();

  private EpubParser(Source source, ZipParts parts, String packageName, Document packageFile) {
    this.source = source;
    this.parts = parts;
    this.packageName = packageName;
    this.packageFile = packageFile;
  }

  static Extract parse(Source source) throws IOException {
    try (ZipParts parts = new ZipParts(source.file())) {
      Document container = parts.xml("META-INF/container.xml");
      Element root = container == null ? null : container.getElementsByTag("rootfile").first();
      String name = root == null
          ? parts.names().stream().filter(part -> part.endsWith(".opf")).findFirst().orElse("")
          : root.attr("full-path");
      Document packageFile = parts.xml(name);
      if (packageFile == null) {
        throw new ParsingException(FileStatus.DAMAGED, "The file is no e-book, or is damaged.");
      }
      if (isProtected(parts)) {
        throw new ParsingException(FileStatus.ENCRYPTED,
            "The e-book is protected by its publisher and cannot be read.");
      }
      return Extract.of(new EpubParser(source, parts, name, packageFile).document());
    }
  }

  /** Tells books of which more than the fonts is encrypted. */
  private static boolean isProtected(ZipParts parts) throws IOException {
    Document encryption = parts.xml("META-INF/encryption.xml");
    return encryption != null && encryption.getAllElements().stream().map(element -> element.attr("URI"))
        .anyMatch(part -> part.matches("(?i).*\\.(x?html?|xml)"));
  }

  private ParsedDocument document() throws IOException {
    for (Element item : elements("item")) {
      items.put(item.attr("id"), item);
    }
    for (Element reference : elements("reference")) {
      // A reference into a file says nothing of the rest of it.
      if (!reference.attr("href").contains("#")) {
        guide.put(ZipParts.resolve(packageName, reference.attr("href")), reference.attr("type"));
      }
    }
    DocumentWriter writer = source.writer();
    for (Element reference : elements("itemref")) {
      Element item = items.get(reference.attr("idref"));
      if (item != null && !item.attr("media-type").startsWith("image/")
          && !item.attr("properties").matches(".*\\bnav\\b.*")) {
        chapter(ZipParts.resolve(packageName, item.attr("href")), writer);
      }
    }
    return writer.document("", EpubMetadata.read(packageFile));
  }

  /** Returns the package's elements of a name, with or without a prefix. */
  private List<Element> elements(String name) {
    List<Element> found = new ArrayList<>(packageFile.getElementsByTag(name));
    found.addAll(packageFile.getElementsByTag("opf:" + name));
    return found;
  }

  private void chapter(String name, DocumentWriter writer) throws IOException {
    byte[] bytes = parts.bytes(name);
    if (bytes == null) {
      return;
    }
    String xhtml = SELF_CLOSED.matcher(Charsets.decode(bytes, true)).replaceAll("<$1$2></$1>");
    Document page = Jsoup.parse(xhtml);
    page.select(SERVICE).remove();
    if (!isFurniture(name, page)) {
      HtmlBlocks.write(page.body(), writer);
      writer.endGroup();
    }
  }

  private boolean isFurniture(String name, Document page) {
    String type = guide.getOrDefault(name, "");
    if (FURNITURE.matcher(type).find()) {
      return true;
    }
    Element body = page.body();
    List<Element> children = body.children();
    String marked = mark(body) + " " + (children.size() == 1 ? mark(children.getFirst()) : "");
    if (FURNITURE.matcher(marked).find()) {
      return true;
    }
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)
        .replaceFirst("\\.[a-z]+$", "");
    return FILE.matcher(file).matches() || isLinksOnly(body);
  }

  private static @Nullable String mark(Element element) {
    return element.attr("epub:type") + " " + element.attr("role").replace("doc-", "");
  }

  /** Tells a page that is nothing but a list of links into the book. */
  private static boolean isLinksOnly(Element body) {
    int linked = body.select("a[href]").stream().mapToInt(link -> link.text().length()).sum();
    return body.select("a[href]").size() > 2 && linked > 0.75 * body.text().length();
  }
}
