package org.readingroom.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the elements of HTML as blocks.
 *
 * <p>
 * A table whose cells hold no blocks of their own is written row by row; one that only lays out a page is not taken
 * for a table.
 */
final class HtmlBlocks {

  private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header",
      "footer",
      "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
      "pre",
      "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr",
      "address",
      "details", "summary", "fieldset", "legend", "center", "form", "body", "html", "hgroup", "title");
  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "head", "svg",
      "canvas",
      "iframe", "object", "button", "select", "option", "textarea", "input", "rt", "rp", "audio", "video",
      "map",
      "math-alt", "ix:header");

  /** The numbers of lines and pages that books carry along. */
  private static final Pattern FURNITURE = Pattern
      .compile("(?i)(?:^|\\s)(l(ine)?-?n(um(ber)?|o)?|page-?(num(ber)?|no)|pb|ocr_noise)s?(?:$|\\s)");
  private static final Pattern VERSE = Pattern
      .compile("(?i)(?:^|[\\s_-])(line-?group|stanza|verse|poem|poetry|lg)s?(?:$|[\\s_-])");

  private final DocumentWriter writer;
  private final boolean inMail;
  private final StringBuilder inline = new StringBuilder();
  private Role role = Role.BODY;
  private int quoted;

  private HtmlBlocks(DocumentWriter writer, boolean inMail) {
    this.writer = writer;
    this.inMail = inMail;
  }

  static void write(Element root, DocumentWriter writer) {
    write(root, writer, false);
  }

  /** Writes a mail's HTML, where a quotation is of another mail. */
  static void write(Element root, DocumentWriter writer, boolean inMail) {
    HtmlBlocks blocks = new HtmlBlocks(writer, inMail);
    blocks.children(root);
    blocks.flush();
  }

  private void children(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        inline.append(text.getWholeText().replaceAll("[\\r\\n]+", " "));
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (SILENT.contains(name) || isInvisible(element) || FURNITURE.matcher(element.className()).find()) {
      return;
    }
    if (name.equals("br")) {
      lineBreak();
    } else if (name.equals("wbr")) {
      return;
    } else if (BLOCKS.contains(name) || isNote(element)) {
      flush();
      block(element, name);
      flush();
    } else {
      children(element);
    }
  }

  /** Breaks a line; two breaks make a paragraph. */
  private void lineBreak() {
    int last = inline.length() - 1;
    while (last >= 0 && inline.charAt(last) != '\n' && WhiteSpace.isSpace(inline.charAt(last))) {
      last--;
    }
    if (last >= 0 && inline.charAt(last) == '\n') {
      flush();
    } else {
      inline.append('\n');
    }
  }

  private void block(Element element, String name) {
    Role before = role;
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "li", "dt", "dd" -> {
        role = Role.LIST;
        children(element);
        flush();
      }
      case "ul", "ol", "dl" -> {
        children(element);
        flush();
        writer.endGroup();
      }
      case "figcaption", "caption" -> {
        role = Role.CAPTION;
        children(element);
        flush();
      }
      case "blockquote" -> quotation(element);
      case "pre" -> {
        writer.verse(role, element.wholeText());
      }
      case "table" -> {
        writer.endGroup();
        children(element);
        flush();
        writer.endGroup();
      }
      case "tr" -> row(element);
      default -> {
        role = isNote(element) ? Role.NOTE : role;
        if (isStanza(element)) {
          stanza(element);
        } else {
          children(element);
        }
        flush();
      }
    }
    role = before;
  }

  /** Tells whether the blocks in an element are the lines of one stanza. */
  private static boolean isStanza(Element element) {
    return VERSE.matcher(element.className()).find() && element.childrenSize() > 1
        && element.children().stream().filter(HtmlBlocks::isLine).count() * 2 > element.childrenSize();
  }

  private static boolean isLine(Element element) {
    return element.normalName().matches("div|p|span")
        && element.children().select("div, p, ul, table").isEmpty();
  }

  private void stanza(Element element) {
    for (Element line : element.children()) {
      if (isLine(line)) {
        children(line);
        inline.append(inline.isEmpty() || inline.charAt(inline.length() - 1) == '\n' ? "" : "\n");
      } else {
        element(line);
      }
    }
  }

  private void heading(Element element, int level) {
    children(element);
    writer.heading(level, inline.toString());
    inline.setLength(0);
  }

  private void quotation(Element element) {
    quoted++;
    children(element);
    flush();
    quoted--;
  }

  private void row(Element row) {
    if (isLayout(row)) {
      children(row);
      return;
    }
    role = Role.TABLE;
    for (Element cell : row.children()) {
      if (!isInvisible(cell)) {
        cell(cell);
        inline.append(' ');
      }
    }
    writer.block(Role.TABLE, inline);
    inline.setLength(0);
  }

  /** Writes a cell's words without ending the row at its paragraphs. */
  private void cell(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        inline.append(text.getWholeText());
      } else if (child instanceof Element inner && !SILENT.contains(inner.normalName())
          && !isInvisible(inner)) {
        boolean block = BLOCKS.contains(inner.normalName()) || inner.normalName().equals("br");
        inline.append(block ? " " : "");
        cell(inner);
        inline.append(block ? " " : "");
      }
    }
  }

  /** Tells rows that lay out a page: with tables, headings or lists in their cells, or much text in a cell of several blocks. */
  private static boolean isLayout(Element row) {
    return row.selectFirst("table, h1, h2, h3, h4, ul, ol, pre, blockquote") != null
        || row.select("> td, > th").size() == 1 && row.select("p, div").size() > 1
        || row.select("> td, > th").stream()
            .anyMatch(cell -> cell.select("p, div").size() > 2 && cell.text().length() > 400);
  }

  private static boolean isNote(Element element) {
    String type = (element.attr("epub:type") + " " + element.attr("role")).toLowerCase(Locale.ROOT);
    return type.contains("footnote") && !type.contains("footnotes")
        || type.contains("doc-endnote") && !type.contains("endnotes")
        || type.contains("rearnote") && !type.contains("rearnotes")
        || type.matches(".*\\bendnote\\b.*");
  }

  private static boolean isInvisible(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
  }

  private void flush() {
    if (!inline.isEmpty()) {
      writer.verse(quoted > 0 && inMail ? Role.QUOTED : role, inline);
      inline.setLength(0);
    }
  }
}
