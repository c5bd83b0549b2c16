package org.readingroom.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads plain text: paragraphs end with an empty line, and lines that a margin broke are joined. Where lines are too
 * long for any margin, each is a paragraph. A short line alone, without a full stop and before prose, is a heading;
 * where the text begins with one, that is its title.
 */
final class TextParser {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{24,}={0,2}\\s*");
  private static final List<String> CODED = List.of("UTF-8", "windows-1255", "windows-1251", "windows-1256");

  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\f\n]");
  private static final Pattern ENDED = Pattern.compile("[.!?…。！？｡؟۔।॥][\"”’»)\\]」』]*$");
  private static final Pattern UNFINISHED = Pattern.compile("[,;:，；：、،؛]$");
  private static final int LONGEST_HEADING = 80;

  private static final double FULL = 0.8;
  private static final int NARROWEST = 50;
  private static final int WIDEST = 100;
  private static final int UNBROKEN = 150;
  private static final int SEVERAL = 3;
  private static final int NO_MARGIN = Integer.MAX_VALUE;

  private final DocumentWriter writer;
  private final int margin;

  private TextParser(DocumentWriter writer, int margin) {
    this.writer = writer;
    this.margin = margin;
  }

  static Extract parse(Source source) throws IOException {
    Gutenberg book = Gutenberg.of(decoded(Charsets.decode(source.textBytes(), false)));
    DocumentWriter writer = source.writer();
    boolean titled = of(book.text(), writer).paragraphs(book.text(), true);
    Metadata metadata = book.metadata();
    return Extract.of(writer.document("", titled && metadata.title() == null
        ? metadata.withTitle(Titles.usable(writer.firstHeading()))
        : metadata));
  }

  /** Writes a text's paragraphs, none as a heading. */
  static void write(String text, DocumentWriter writer) {
    of(text, writer).paragraphs(text, false);
  }

  private static TextParser of(String text, DocumentWriter writer) {
    return new TextParser(writer, margin(LINE_END.split(text, -1)));
  }

  /** Writes paragraphs, and tells whether the first is a heading. */
  private boolean paragraphs(String text, boolean headed) {
    String clean = LINE_END.matcher(text).replaceAll("\n");
    List<String> all = Stream.of(clean.split("\n[ \\t\u00a0]*\n", -1)).filter(part -> !part.isBlank())
        .toList();
    boolean titled = false;
    for (int i = 0; i < all.size(); i++) {
      String paragraph = all.get(i);
      if (headed && i + 1 < all.size() && isHeading(paragraph.strip()) && isProse(all.get(i + 1).strip())) {
        titled |= i == 0;
        writer.heading(1, paragraph);
      } else {
        paragraph(paragraph.strip().split("\n", -1));
      }
    }
    return titled;
  }

  private static boolean isHeading(String paragraph) {
    return paragraph.length() <= LONGEST_HEADING && !paragraph.contains("\n")
        && Character.isLetterOrDigit(paragraph.codePointAt(0))
        && !Character.isLowerCase(paragraph.codePointAt(0))
        && paragraph.codePoints().anyMatch(Character::isLetter)
        && !UNFINISHED.matcher(paragraph).find() && !ENDED.matcher(paragraph).find()
        && !ListMarks.isItem(paragraph);
  }

  private static boolean isProse(String paragraph) {
    return paragraph.length() > LONGEST_HEADING || ENDED.matcher(paragraph).find();
  }

  /** Returns what is written in Base64 where a text is nothing else; else the text. */
  private static String decoded(String text) {
    String clean = text.replaceAll("\\s", "");
    if (clean.length() % 4 != 0 || !BASE64.matcher(text).matches()
        || clean.chars().noneMatch(Character::isUpperCase) || clean.chars().noneMatch(Character::isLowerCase)
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
    boolean alone = isLinePerParagraph(lines);
    boolean item = false;
    String before = "";
    for (String line : lines) {
      String clean = WhiteSpace.line(line);
      if (clean.isEmpty()) {
        continue;
      }
      boolean opens = ListMarks.isItem(clean);
      if ((opens || alone) && !joined.isEmpty()) {
        flush(joined, item);
      }
      item = opens || item && !joined.isEmpty();
      joined.append(joined.isEmpty() ? "" : isBroken(before, clean) ? "\n" : Hyphens.joint(joined, clean))
          .append(clean);
      before = clean;
    }
    flush(joined, item);
  }

  /** Tells whether a line that no margin broke goes before another. */
  private boolean isLinePerParagraph(String[] lines) {
    return margin == NO_MARGIN
        && Stream.of(lines).limit(lines.length - 1).anyMatch(line -> line.length() > WIDEST);
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

  /**
   * Returns how long the lines of a text become before its margin breaks them. It has none where several lines of words
   * are longer than any margin, and fewer lines go on in lower case after one that a margin may have broken.
   */
  private static int margin(String[] lines) {
    int longest = 0;
    int unbroken = 0;
    int broken = 0;
    int before = 0;
    for (String line : lines) {
      String clean = line.strip();
      longest = Math.max(longest, clean.length());
      unbroken += clean.length() > UNBROKEN && isWords(clean) ? 1 : 0;
      boolean goesOn = before >= NARROWEST && !clean.isEmpty() && Character.isLowerCase(clean.codePointAt(0));
      broken += goesOn ? 1 : 0;
      before = clean.length();
    }
    return unbroken >= SEVERAL && unbroken > broken ? NO_MARGIN : Math.min(longest, WIDEST);
  }

  /** Tells words from an address or a code. */
  private static boolean isWords(String line) {
    return line.chars().anyMatch(character -> character == ' ' || character >= '\u2e80');
  }
}
