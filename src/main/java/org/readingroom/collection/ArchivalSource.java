package org.readingroom.collection;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds where the original is kept and who translated it, as the text says.
 *
 * @param citation the archival citation as printed, without brackets and translator
 */
record ArchivalSource(@Nullable String citation, @Nullable String translator) {

  private static final Pattern TRANSLATED = Pattern
      .compile("[\\s,.(]*Translated (?:for \\p{Lu}+ )?by ([\\p{L}. -]+?)[.)\\]\\s]*$");

  /** Reads the source paragraphs of a document; the first citation counts, and the first translator. */
  static ArchivalSource in(String text, List<Paragraph> paragraphs) {
    String citation = null;
    String translator = null;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.role() != Paragraph.Role.SOURCE) {
        continue;
      }
      String source = text.substring(paragraph.start(), paragraph.end());
      Matcher translated = TRANSLATED.matcher(source);
      if (translated.find()) {
        translator = translator == null ? translated.group(1) : translator;
        source = source.substring(0, translated.start() + (source.charAt(translated.start()) == '.' ? 1 : 0));
      }
      String bare = bare(source);
      if (citation == null && !bare.isEmpty()) {
        citation = bare;
      }
    }
    return new ArchivalSource(citation, translator);
  }

  private static String bare(String source) {
    String bare = source.replace('\n', ' ').strip();
    if (bare.startsWith("[")) {
      bare = bare.substring(1).replaceFirst("^Source:?\\s*", "");
      bare = bare.replaceFirst("\\]+$", "");
    }
    return bare.startsWith("(Translated") || bare.startsWith("Translated") ? "" : bare.strip();
  }
}
