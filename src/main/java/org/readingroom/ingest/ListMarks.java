package org.readingroom.ingest;

import java.util.regex.Pattern;

/** Recognises the marks that items of lists open with. */
final class ListMarks {

  private static final Pattern ITEM = Pattern.compile(
      "(?:[•‣◦▪▫■□●○◆➢➤✓✔·∙\uf0b7\uf0a7\uf0d8\uf076]|[-–—*+] |\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)] )\\s*\\S.*",
      Pattern.DOTALL);
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\. \\p{Lu}.*", Pattern.DOTALL);

  private ListMarks() {}

  static boolean isItem(String text) {
    return ITEM.matcher(text).matches() && !INITIAL.matcher(text).matches();
  }
}
