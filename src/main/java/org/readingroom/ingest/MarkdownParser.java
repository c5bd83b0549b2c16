package org.readingroom.ingest;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** A field of the front matter: its name, the value on its line, and the lines that belong to it. */
  private static final Pattern FRONT = Pattern
      .compile("(?m)^(title|author|date|lang|language):[ \\t]*(.*)((?:\\n(?:[ \\t]+|-).*)*+)");
  private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}(?=[^`]*$)|~{3,}).*");

  private final DocumentWriter writer;
  private final StringBuilder paragraph = new StringBuilder();
  private Role role = Role.BODY;

  /** What opened the code that the next line is of; empty outside of code. */
  private String fence = "";

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
    return Metadata.of(Titles.usable(value(front, "title")),
        OfficeProperties.authors(String.join(";", values(front, "author"))),
        Dates.parse(value(front, "date")), Languages.code(value(front, "lang")));
  }

  private static @Nullable String value(String front, String name) {
    List<String> values = values(front, name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** Returns the values of a field: the one on its line, or the items under it. */
  private static List<String> values(String front, String name) {
    return FRONT.matcher(front).results().filter(field -> field.group(1).equals(name))
        .flatMap(field -> Stream.concat(Stream.of(field.group(2)),
            field.group(3).lines().map(String::strip).filter(line -> line.startsWith("-"))
                .map(line -> line.replaceFirst("-\\s*(?:name:\\s*)?", ""))))
        .map(value -> value.strip().replaceAll("^[\"']|[\"']$", "")).filter(value -> !value.isBlank())
        .toList();
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
    Matcher opening = FENCE.matcher(line);
    if (!fence.isEmpty() && isClosing(line.strip())) {
      flush();
      fence = "";
    } else if (!fence.isEmpty()) {
      paragraph.append(line).append('\n');
    } else if (opening.matches()) {
      flush();
      fence = opening.group(1);
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

  /** Tells whether a line is nothing but the fence of the code at hand, or a longer one. */
  private boolean isClosing(String line) {
    return line.startsWith(fence) && line.chars().allMatch(character -> character == fence.charAt(0));
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
