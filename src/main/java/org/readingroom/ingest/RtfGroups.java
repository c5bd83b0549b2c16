package org.readingroom.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of RTF what is no part of its text: headers, footers, comments, pictures, and characters that are hidden or
 * deleted. Notes are moved behind the text, after a paragraph that is {@link #NOTES}.
 *
 * <p>
 * An empty group stands in for whatever is taken out, so that no control word runs into what follows.
 */
final class RtfGroups {

  /** A character for private use, alone in the paragraph before the notes. */
  static final String NOTES = "\ue0f1";

  private static final Pattern ASIDE = Pattern
      .compile("(?:header|footer)[lrf]?|annotation|atn[a-z]+|pict|objdata");
  /** Control words that are characters. */
  private static final Set<String> CHARACTERS = Set.of("u", "tab", "bullet", "endash", "emdash", "enspace",
      "emspace", "qmspace", "lquote", "rquote", "ldblquote", "rdblquote");
  private static final int MOST_DIGITS = 9;

  private final PushbackInputStream in;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final Deque<Group> outer = new ArrayDeque<>();
  private Group group = new Group(text, "");

  private RtfGroups(InputStream in) {
    this.in = new PushbackInputStream(new BufferedInputStream(in));
  }

  /** A group that is open. */
  private static final class Group {

    /** Where it is written; null where it is taken out. */
    private @Nullable ByteArrayOutputStream out;
    /** What is still to be written before its first token. */
    private String opening;
    private boolean hidden;
    private boolean deleted;
    private boolean note;

    Group(@Nullable ByteArrayOutputStream out, String opening) {
      this.out = out;
      this.opening = opening;
    }

    Group inner() {
      Group inner = new Group(out, "{");
      inner.hidden = hidden;
      inner.deleted = deleted;
      return inner;
    }

    boolean isUnseen() {
      return hidden || deleted;
    }
  }

  /** Returns RTF without what is no part of its text. */
  static byte[] text(InputStream in) throws IOException {
    RtfGroups groups = new RtfGroups(in);
    groups.read();
    while (!groups.outer.isEmpty()) {
      groups.end();
    }
    return groups.text.toByteArray();
  }

  private void read() throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      switch (next) {
        case '{' -> {
          begin();
          outer.push(group);
          group = group.inner();
        }
        case '}' -> end();
        case '\\' -> control();
        case '\r', '\n' -> {
          if (group.opening.isEmpty()) {
            write(next);
          }
        }
        default -> character(next);
      }
    }
  }

  private void begin() {
    write(group.opening);
    group.opening = "";
  }

  private void end() {
    begin();
    write(group.note ? "\\par" : "");
    if (outer.size() == 1 && notes.size() > 0) {
      write("\\par\\pard\\plain {\\uc1\\u" + (int) NOTES.charAt(0) + "?}\\par ");
      text.writeBytes(notes.toByteArray());
    }
    write("}");
    if (!outer.isEmpty()) {
      group = outer.pop();
    }
  }

  private void character(int next) {
    begin();
    if (!group.isUnseen()) {
      write(next);
    }
  }

  private void control() throws IOException {
    int next = in.read();
    if (next < 0) {
      return;
    }
    if (!isLetter(next)) {
      symbol(next);
      return;
    }
    StringBuilder name = new StringBuilder();
    for (; isLetter(next); next = in.read()) {
      name.append((char) next);
    }
    StringBuilder number = new StringBuilder();
    for (; next == '-' && number.isEmpty() || next >= '0' && next <= '9'; next = in.read()) {
      number.append((char) next);
    }
    if (next >= 0 && next != ' ') {
      in.unread(next);
    }
    word(name.toString(), number.toString(), next == ' ' ? " " : "");
  }

  private static boolean isLetter(int character) {
    return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
  }

  private void symbol(int symbol) {
    if (symbol == '*' && group.opening.equals("{")) {
      group.opening = "{\\*";
      return;
    }
    begin();
    if (!group.isUnseen() || symbol == '\r' || symbol == '\n') {
      write('\\');
      write(symbol);
    }
  }

  private void word(String name, String number, String space) throws IOException {
    if (!group.opening.isEmpty() && (name.equals("footnote") || ASIDE.matcher(name).matches())) {
      takeOut(name.equals("footnote"));
      return;
    }
    begin();
    switch (name) {
      case "v" -> group.hidden = !number.equals("0");
      case "deleted" -> group.deleted = !number.equals("0");
      case "plain" -> {
        group.hidden = false;
        group.deleted = false;
      }
      default -> {
        // Any other word is none that hides.
      }
    }
    // What shows the mark of a comment is taken out with it.
    boolean isMark = name.equals("chatn");
    if (isMark || group.isUnseen() && CHARACTERS.contains(name)) {
      write("{}");
    } else {
      write("\\" + name + number + space);
    }
    if (name.equals("bin") && !number.startsWith("-") && number.length() <= MOST_DIGITS) {
      bytes(number.isEmpty() ? 0 : Integer.parseInt(number));
    }
  }

  /** Takes a group out of the text at its first word, and moves it to the notes where it is one. */
  private void takeOut(boolean isNote) {
    write("{}");
    group.opening = "";
    if (isNote && group.out != null) {
      group.out = notes;
      group.note = true;
      write("{\\pard\\plain ");
    } else {
      group.out = null;
    }
  }

  /** Takes over bytes that are no RTF. */
  private void bytes(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      write(next);
    }
  }

  private void write(int next) {
    ByteArrayOutputStream out = group.out;
    if (out != null) {
      out.write(next);
    }
  }

  private void write(String rtf) {
    ByteArrayOutputStream out = group.out;
    if (out != null) {
      out.writeBytes(rtf.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
