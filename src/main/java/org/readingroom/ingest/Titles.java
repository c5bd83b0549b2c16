package org.readingroom.ingest;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells titles from what programs write where a title should be. */
final class Titles {

  private static final int LONGEST = 300;

  private static final Pattern PROGRAM = Pattern.compile(
      "(?i)(microsoft|ms|libreoffice|openoffice(\\.org)?|powerpoint|word|excel|slide) ?(\\p{L}+)? ?[-–] .*");
  private static final Pattern TEMPLATE = Pattern.compile(
      "(?i)paper title( \\(.*|)|.*\\(use style.*|title of (the )?(paper|article|document).*|insert title.*|click to (add|edit).*"
          + "|(untitled( spreadsheet| document| presentation)?|unknown|unbenannt|sans titre|sin título|no title|title|titel|document|dokument|normal|template|word document"
          + "|pdf document|((power)?point|pptxgenjs) presentation|presentation|slide|blank|(table of )?contents|inhalt(sverzeichnis)?|abstract|default|test|page|cover|index|home|null|none|n/?a|\\(anonymous\\)|layout|master)"
          + "[ _-]?\\d*");
  private static final Pattern FILE = Pattern.compile(
      "(?i).*\\.(docx?|pdf|rtf|odt|tex|dvi|ps|indd|qxd|pptx?|xlsx?|p65|fm|cdr|png|jpe?g|tiff?|gif|bmp|html?|txt|md|wpd|pub|pages|key|numbers|eps|ai|vsd|tmp|xml|csv)");
  private static final Pattern SCREENSHOT = Pattern
      .compile(
          "(?i)(screen ?shot|screenshot|bildschirmfoto|scan|img|image|dsc|photo|capture)[ _-]?[\\d_-].*");
  private static final Pattern LETTERS = Pattern.compile(
      ".*\\p{L}.*\\p{L}.*|.*[\\p{IsHan}\\p{IsHangul}\\p{IsKatakana}].*",
      Pattern.DOTALL);
  private static final Pattern PATH = Pattern.compile("(?i)([a-z]:\\\\|/|file:|https?:).*");

  private Titles() {}

  /** Returns a title as it is to be shown, or null where it is none that a person gave. */
  static @Nullable String usable(@Nullable String title) {
    if (title == null) {
      return null;
    }
    String clean = WhiteSpace.line(title);
    boolean usable = !clean.isEmpty() && clean.length() <= LONGEST && LETTERS.matcher(clean).matches()
        && clean.indexOf('\ufffd') < 0 && !PROGRAM.matcher(clean).matches()
        && !TEMPLATE.matcher(clean).matches() && !FILE.matcher(clean).matches()
        && !SCREENSHOT.matcher(clean).matches() && !PATH.matcher(clean).matches();
    return usable ? clean : null;
  }

  /** Returns a file's name without its ending. */
  static String ofFile(String name) {
    String clean = WhiteSpace.line(name);
    int dot = clean.lastIndexOf('.');
    return dot > 0 && clean.length() - dot <= 9 && !clean.substring(dot).contains(" ")
        ? clean.substring(0, dot)
        : clean;
  }

  /** Returns a file's ending in lower case, without its dot; empty where it has none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
