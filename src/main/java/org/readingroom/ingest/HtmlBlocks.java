package org.readingroom.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

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
      "map", "annotation", "annotation-xml",
      "math-alt", "ix:header");

  /** The numbers of lines and pages that books carry along, and Wikipedia's links that edit a section. */
  private static final Pattern FURNITURE = Pattern
      .compile("(?i)(?:^|\\s)(l(ine)?-?n(um(ber)?|o)?|page-?(num(ber)?|no)|pb|ocr_noise|mw-editsection)s?"
          + "(?:$|\\s)");
  private static final Pattern NOTE_MARK = Pattern
      .compile("(?i)(?:^|\\s)(mso(foot|end)notereference|footnote-?ref(erence)?|fnanchor)(?:$|\\s)");

  /** What the mark of a note says, such as {@code [1]}, {@code *}, {@code [b]} or {@code [note 3]}. */
  private static final Pattern MARK = Pattern
      .compile("\\P{L}*(?:\\p{L}{0,3}|[\\p{L}-]+\\P{L}*\\p{N})\\P{L}*");
  private static final Pattern VERSE = Pattern
      .compile("(?i)(?:^|[\\s_-])(line-?group|stanza|verse|poem|poetry|lg)s?(?:$|[\\s_-])");
  private static final int LONGEST_HEADING = 300;

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
        words(text);
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  private void words(TextNode text) {
    inline.append(text.getWholeText().replaceAll("[\\r\\n]+", " "));
  }

  private void element(Element element) {
    String name = element.normalName();
    if (isLeftOut(element)) {
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

  /** Writes a heading, whole although blocks are in it, unless nobody closed it before the text. */
  private void heading(Element element, int level) {
    if (element.text().length() > LONGEST_HEADING
        || element.selectFirst("p, ul, ol, dl, table, pre, blockquote") != null) {
      children(element);
    } else {
      cell(element);
    }
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

  /** Writes the words of a cell or a heading without ending it at the blocks in it. */
  private void cell(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        words(text);
      } else if (child instanceof Element inner && !isLeftOut(inner)) {
        String gap = BLOCKS.contains(inner.normalName()) ? " " : inner.normalName().equals("br") ? "\n" : "";
        inline.append(gap);
        cell(inner);
        inline.append(gap);
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

  private static boolean isLeftOut(Element element) {
    return SILENT.contains(element.normalName()) && !isQuestion(element) || isInvisible(element)
        || FURNITURE.matcher(element.className()).find() || isNoteMark(element);
  }

  /** Tells a button that is all of its heading, as where an answer unfolds under its question. */
  private static boolean isQuestion(Element element) {
    Element heading = element.normalName().equals("button")
        ? element.closest("h1, h2, h3, h4, h5, h6, dt, summary")
        : null;
    return heading != null && letters(heading.text()).equals(letters(element.text()));
  }

  /** Tells the mark of a note by what is said of it, or by being a raised link into a text. */
  private static boolean isNoteMark(Element element) {
    boolean raised = switch (element.normalName()) {
      case "sup" -> element.hasClass("reference")
          || isOnly(element, element.getElementsByAttributeValueContaining("href", "#"));
      case "a" -> element.attr("href").contains("#") && isOnly(element, element.getElementsByTag("sup"));
      default -> false;
    };
    boolean said = (element.attr("epub:type") + " " + element.attr("role")).contains("noteref")
        || NOTE_MARK.matcher(element.className()).find();
    return (raised || said) && MARK.matcher(element.text()).matches();
  }

  /** Tells whether all words of an element are in some of its elements. */
  private static boolean isOnly(Element element, Elements inner) {
    return !inner.isEmpty() && letters(inner.text()).equals(letters(element.text()));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /** Tells what is not seen; Wikipedia hides the words of a formula behind its picture. */
  private static boolean isInvisible(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    boolean hidden = element.hasAttr("hidden") || style.contains("display:none")
        || style.contains("visibility:hidden");
    return hidden && !element.hasClass("mwe-math-mathml-a11y");
  }

  private void flush() {
    if (!inline.isEmpty()) {
      writer.verse(quoted > 0 && inMail ? Role.QUOTED : role, inline);
      inline.setLength(0);
    }
  }
}
