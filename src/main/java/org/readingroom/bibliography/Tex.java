package org.readingroom.bibliography;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads text with TeX's commands: accents, letters and marks become characters, and of all else the words stay.
 */
final class Tex {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Map<String, String> ACCENTS = Map.ofEntries(Map.entry("`", "\u0300"),
      Map.entry("'", "\u0301"), Map.entry("^", "\u0302"), Map.entry("~", "\u0303"),
      Map.entry("=", "\u0304"), Map.entry("u", "\u0306"), Map.entry(".", "\u0307"),
      Map.entry("\"", "\u0308"), Map.entry("r", "\u030a"), Map.entry("H", "\u030b"),
      Map.entry("v", "\u030c"), Map.entry("d", "\u0323"), Map.entry("c", "\u0327"),
      Map.entry("k", "\u0328"), Map.entry("b", "\u0331"));
  private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("ss", "ß"), Map.entry("o", "ø"),
      Map.entry("O", "Ø"), Map.entry("l", "ł"), Map.entry("L", "Ł"), Map.entry("ae", "æ"),
      Map.entry("AE", "Æ"), Map.entry("oe", "œ"), Map.entry("OE", "Œ"), Map.entry("aa", "å"),
      Map.entry("AA", "Å"), Map.entry("i", "i"), Map.entry("j", "j"), Map.entry("dh", "ð"),
      Map.entry("DH", "Ð"), Map.entry("th", "þ"), Map.entry("TH", "Þ"), Map.entry("dj", "đ"),
      Map.entry("DJ", "Đ"), Map.entry("ng", "ŋ"), Map.entry("NG", "Ŋ"), Map.entry("ldots", "…"),
      Map.entry("dots", "…"), Map.entry("textendash", "–"), Map.entry("textemdash", "—"),
      Map.entry("textquotedblleft", "“"), Map.entry("textquotedblright", "”"),
      Map.entry("textquotedbl", "\""), Map.entry("textquoteleft", "‘"), Map.entry("textquoteright", "’"),
      Map.entry("textbackslash", "\\"), Map.entry("textasciitilde", "~"),
      Map.entry("textasciicircum", "^"), Map.entry("textunderscore", "_"),
      Map.entry("textbraceleft", "{"), Map.entry("textbraceright", "}"), Map.entry("textless", "<"),
      Map.entry("textgreater", ">"), Map.entry("textbar", "|"), Map.entry("textdegree", "°"),
      Map.entry("S", "§"), Map.entry("P", "¶"), Map.entry("pounds", "£"), Map.entry("euro", "€"),
      Map.entry("texteuro", "€"), Map.entry("copyright", "©"), Map.entry("times", "×"));

  private final String tex;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean math;

  private Tex(String tex) {
    this.tex = tex;
  }

  /** Returns the text as people read it, on one line. */
  static String plain(String tex) {
    return SPACE.matcher(Normalizer.normalize(new Tex(tex).read(), Normalizer.Form.NFC)).replaceAll(" ")
        .strip();
  }

  private String read() {
    while (at < tex.length()) {
      char character = tex.charAt(at++);
      switch (character) {
        case '\\' -> command();
        case '{', '}' -> {
        }
        case '$' -> math = !math;
        case '~' -> out.append(' ');
        case '-' -> run('-', "-", "–", "—");
        case '`' -> run('`', "‘", "“", "“‘");
        case '\'' -> run('\'', "'", "”", "”'");
        case '_', '^' -> {
          if (!math) {
            out.append(character);
          }
        }
        default -> out.append(character);
      }
    }
    return out.toString();
  }

  /** Writes what up to three of a character mean. */
  private void run(char character, String one, String two, String three) {
    int count = 1;
    while (count < 3 && at < tex.length() && tex.charAt(at) == character) {
      at++;
      count++;
    }
    out.append(count == 1 ? one : count == 2 ? two : three);
  }

  private void command() {
    String name = name();
    String accent = ACCENTS.get(name);
    if (accent != null) {
      String letters = new Tex(argument()).read();
      int first = letters.isEmpty() ? 0 : letters.offsetByCodePoints(0, 1);
      out.append(letters, 0, first).append(first == 0 ? "" : accent).append(letters, first, letters.length());
    } else if (LETTERS.containsKey(name)) {
      out.append(LETTERS.get(name));
    } else if (name.length() == 1 && !Character.isLetter(name.charAt(0))) {
      out.append(switch (name.charAt(0)) {
        case '\\', ',', ';', ':', ' ', '\n' -> " ";
        case '-', '/', '!', '(', ')', '[', ']' -> "";
        default -> name;
      });
    } else {
      String letter = greek(name);
      out.append(letter == null ? "" : letter);
    }
  }

  /** Reads a command's name: letters, and the space that ends them, or one other character. */
  private String name() {
    int start = at;
    while (at < tex.length() && isLetter(tex.charAt(at))) {
      at++;
    }
    if (at == start) {
      at = Math.min(tex.length(), at + 1);
      return tex.substring(start, at);
    }
    String name = tex.substring(start, at);
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    return name;
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  /** Reads what an accent stands on: a group, a command or a character. */
  private String argument() {
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    int start = at;
    if (at == tex.length()) {
      return "";
    }
    char first = tex.charAt(at++);
    if (first == '\\') {
      name();
    } else if (first == '{') {
      for (int depth = 1; depth > 0 && at < tex.length(); at++) {
        depth += tex.charAt(at) == '{' ? 1 : tex.charAt(at) == '}' ? -1 : 0;
      }
    } else if (Character.isHighSurrogate(first) && at < tex.length()) {
      at++;
    }
    return tex.substring(start, at);
  }

  private static @Nullable String greek(String name) {
    try {
      boolean capital = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
      return Character
          .toString(Character.codePointOf("GREEK " + (capital ? "CAPITAL" : "SMALL") + " LETTER " + name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
