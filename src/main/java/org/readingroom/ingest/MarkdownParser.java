package org.readingroom.ingest;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown: its headings, lists, tables and quotations are told apart, its marks stay in the text.
 *
 * <p>
 * The text is the source's, so that a quotation of it is one; only the marks that open a heading are left out.
 */
final class MarkdownParser {

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+.*");
  private static final Pattern ROW = Pattern.compile("\\s*\\|.*|.*\\S\\s*\\|\\s*\\S.*\\|.*");
  private static final Pattern RULE = Pattern
      .compile("\\s*([-*_=])(?:\\s*\\1){2,}\\s*|\\s*\\|?[\\s:|-]*-[\\s:|-]*\\|?\\s*");
  private static final Pattern FRONT = Pattern
      .compile("(?m)^(title|author|date|lang|language):\\s*[\"']?(.*?)[\"']?\\s*$");

  private final DocumentWriter writer;
  private final StringBuilder paragraph = new StringBuilder();
  private Role role = Role.BODY;
  private boolean inCode;

  private MarkdownParser(DocumentWriter writer) {
    this.writer = writer;
  }

  static Extract parse(Source source) throws IOException {
    String text = Charsets.decode(source.textBytes(), false).replace("\r\n", "\n").replace('\r', '\n');
    DocumentWriter writer = source.writer();
    Metadata metadata = Metadata.NONE;
    Matcher front = Pattern.compile("\\A---\\n(.*?)\\n(?:---|\\.\\.\\.)\\n", Pattern.DOTALL).matcher(text);
    if (front.find()) {
      metadata = metadata(front.group(1));
      text = text.substring(front.end());
    }
    new MarkdownParser(writer).write(text.split("\n", -1));
    String title = metadata.title() == null ? Titles.usable(writer.firstHeading()) : metadata.title();
    return Extract.of(writer.document("", metadata.withTitle(title)));
  }

  private static Metadata metadata(String front) {
    return Metadata.of(Titles.usable(value(front, "title")), OfficeProperties.authors(value(front, "author")),
        Dates.parse(value(front, "date")), Languages.code(value(front, "lang")));
  }

  private static @Nullable String value(String front, String name) {
    Matcher matcher = FRONT.matcher(front);
    while (matcher.find()) {
      if (matcher.group(1).equals(name) && !matcher.group(2).isBlank()) {
        return matcher.group(2);
      }
    }
    return null;
  }

  private void write(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      String next = i + 1 < lines.length ? lines[i + 1] : "";
      line(lines[i], next);
    }
    flush();
  }

  private void line(String line, String next) {
    Matcher heading = HEADING.matcher(line);
    if (line.strip().startsWith("```") || line.strip().startsWith("~~~")) {
      flush();
      inCode = !inCode;
    } else if (inCode) {
      paragraph.append(line).append('\n');
    } else if (heading.matches()) {
      flush();
      writer.heading(heading.group(1).length(), heading.group(2));
    } else if (!line.isBlank() && paragraph.isEmpty() && next.matches("=+\\s*|-{2,}\\s*")
        && !line.contains("|")) {
      writer.heading(next.startsWith("=") ? 1 : 2, line);
    } else if (line.isBlank() || RULE.matcher(line).matches()) {
      flush();
      if (line.isBlank()) {
        writer.endGroup();
      }
    } else if (ROW.matcher(line).matches()) {
      flush();
      writer.block(Role.TABLE, line.replaceAll("^\\s*\\||\\|\\s*$", ""));
    } else {
      text(line);
    }
  }

  private void text(String line) {
    boolean item = ITEM.matcher(line).matches();
    if (item) {
      flush();
      role = Role.LIST;
    }
    String words = WhiteSpace.line(line.replaceFirst("^\\s*>+\\s?", ""));
    paragraph.append(paragraph.isEmpty() ? "" : Hyphens.joint(paragraph, words)).append(words);
    if (line.endsWith("  ") || line.endsWith("\\")) {
      paragraph.append('\n');
    }
  }

  private void flush() {
    writer.verse(role, paragraph);
    paragraph.setLength(0);
    role = Role.BODY;
  }
}
