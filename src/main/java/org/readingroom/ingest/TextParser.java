package org.readingroom.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads plain text: paragraphs end with an empty line, and lines that a margin broke are joined. */
final class TextParser {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{24,}={0,2}\\s*");
  private static final List<String> CODED = List.of("UTF-8", "windows-1255", "windows-1251", "windows-1256");

  private static final double FULL = 0.8;
  private static final int WIDEST = 100;

  private final DocumentWriter writer;
  private final int margin;

  private TextParser(DocumentWriter writer, int margin) {
    this.writer = writer;
    this.margin = margin;
  }

  static Extract parse(Source source) throws IOException {
    String text = decoded(Charsets.decode(source.textBytes(), false));
    DocumentWriter writer = source.writer();
    write(text, writer);
    return Extract.of(writer.document("", Metadata.NONE));
  }

  /** Writes a text's paragraphs. */
  static void write(String text, DocumentWriter writer) {
    String clean = text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
    TextParser parser = new TextParser(writer, margin(clean.split("\n", -1)));
    for (String paragraph : clean.split("\n[ \\t\u00a0]*\n", -1)) {
      parser.paragraph(paragraph.split("\n", -1));
    }
  }

  /** Returns what is written in Base64 where a text is nothing else; else the text. */
  private static String decoded(String text) {
    String clean = text.replaceAll("\\s", "");
    if (clean.length() % 4 != 0 || !BASE64.matcher(text).matches()
        || !clean.matches(".*[A-Z].*[a-z].*|.*[a-z].*[A-Z].*")
        || text.strip().matches("[A-Za-z]+")) {
      return text;
    }
    byte[] bytes = Base64.getDecoder().decode(clean);
    for (String name : CODED) {
      String decoded = Charsets.strictly(bytes, Charset.forName(name));
      if (decoded != null && isText(decoded)) {
        return decoded;
      }
    }
    return text;
  }

  private static boolean isText(String decoded) {
    long good = decoded.codePoints().filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c))
        .count();
    boolean controls = decoded.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    return !controls && good > 0.8 * decoded.codePointCount(0, decoded.length());
  }

  /** Writes lines as items of a list, as lines that stay lines, or joined. */
  private void paragraph(String[] lines) {
    StringBuilder joined = new StringBuilder();
    boolean item = false;
    String before = "";
    for (String line : lines) {
      String clean = WhiteSpace.line(line);
      if (clean.isEmpty()) {
        continue;
      }
      boolean opens = ListMarks.isItem(clean);
      if (opens && !joined.isEmpty()) {
        flush(joined, item);
      }
      item = opens || item && !joined.isEmpty();
      joined.append(joined.isEmpty() ? "" : isBroken(before, clean) ? "\n" : Hyphens.joint(joined, clean))
          .append(clean);
      before = clean;
    }
    flush(joined, item);
  }

  private void flush(StringBuilder joined, boolean item) {
    writer.verse(item ? Role.LIST : Role.BODY, joined);
    joined.setLength(0);
  }

  /**
   * Tells whether somebody broke a line, as in verse and addresses: the next word had room on it. What goes on in
   * lower case was broken by a margin.
   */
  private boolean isBroken(String before, String line) {
    int space = line.indexOf(' ');
    int word = space < 0 ? line.length() : space;
    return before.length() + 1 + word < FULL * margin && !Character.isLowerCase(line.codePointAt(0));
  }

  /** Returns how long the lines of a text become before its margin breaks them. */
  private static int margin(String[] lines) {
    int longest = 0;
    for (String line : lines) {
      longest = Math.max(longest, line.strip().length());
    }
    return Math.min(longest, WIDEST);
  }
}
