package org.readingroom.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text without the licence that Project Gutenberg puts around it, with what its head says.
 *
 * @param text the book; all of a text that is none of the project's
 * @param metadata its title, authors and language
 */
record Gutenberg(String text, Metadata metadata) {

  private static final Pattern START = Pattern.compile(
      "^\\*\\*\\* ?START OF TH(?:E|IS) PROJECT GUTENBERG EBOOK[^*]{0,500}\\*\\*\\*", Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("^\\*\\*\\* ?END OF TH(?:E|IS) PROJECT GUTENBERG EBOOK",
      Pattern.MULTILINE);

  static Gutenberg of(String text) {
    Matcher start = START.matcher(text);
    if (!start.find()) {
      return new Gutenberg(text, Metadata.NONE);
    }
    String head = text.substring(0, start.start());
    String rest = text.substring(start.end());
    int end = END.matcher(rest).results().mapToInt(match -> match.start()).max().orElse(rest.length());
    return new Gutenberg(rest.substring(0, end), Metadata.of(Titles.usable(field(head, "Title")),
        Arrays.asList(field(head, "Author").split("\\R", -1)), null,
        language(field(head, "Language").strip())));
  }

  /** Returns what the head says behind a name and on the indented lines below. */
  private static String field(String head, String name) {
    Matcher matcher = Pattern.compile("^" + name + ":(.*(?:\\R[ \\t]+\\S.*)*)", Pattern.MULTILINE)
        .matcher(head);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Returns the code of a language by its English name; null where it has none. */
  private static @Nullable String language(String name) {
    return Arrays.stream(Locale.getISOLanguages())
        .filter(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)).findFirst()
        .orElse(null);
  }
}
