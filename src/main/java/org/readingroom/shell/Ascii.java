package org.readingroom.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.Map;

/** Writes text for a terminal that shows nothing but ASCII. */
final class Ascii extends FilterWriter {

  /** The system property by which the launcher says that the terminal shows nothing else. */
  static final String PROPERTY = "reading-room.ascii";

  /** How many characters the longest replacement is longer than what it stands for. */
  static final int LONGER = 2;

  private static final Map<Character, String> SIGNS = Map.ofEntries(Map.entry('“', "\""),
      Map.entry('”', "\""), Map.entry('„', "\""), Map.entry('‘', "'"), Map.entry('’', "'"),
      Map.entry('–', "-"), Map.entry('—', "-"), Map.entry('…', "..."), Map.entry('│', "|"),
      Map.entry('█', "#"), Map.entry('»', ">"), Map.entry('«', "<"), Map.entry('\u00a0', " "));

  Ascii(Writer out) {
    super(out);
  }

  /** Tells whether the terminal of this process shows nothing else. */
  static boolean isWanted() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Returns text with every sign replaced by the nearest one of ASCII, or a question mark. */
  static String of(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      if (c < 128) {
        ascii.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        ascii.append(SIGNS.getOrDefault(c, "?"));
      }
    }
    return ascii.toString();
  }

  @Override
  public void write(int c) throws IOException {
    out.write(of(String.valueOf((char) c)));
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    out.write(of(new String(characters, offset, length)));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(of(text.substring(offset, offset + length)));
  }
}
