package org.readingroom.ingest;

import java.util.regex.Pattern;

/** Recognises the marks that items of lists open with. */
final class ListMarks {

  private static final Pattern ITEM = Pattern.compile(
      "(?:[•‣◦▪▫■□●○◆➢➤✓✔·∙\uf0b7\uf0a7\uf0d8\uf076]|[-–—*+] |\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)] |\\[\\d{1,3}\\] )\\s*\\S.*",
      Pattern.DOTALL);
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\. \\p{Lu}.*", Pattern.DOTALL);

  private static final Pattern MARK = Pattern.compile(
      "[-•‣◦▪▫■□●○◆➢➤✓✔·∙*–—\uf0b7\uf0a7\uf0d8\uf076]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\\[\\d{1,3}\\]");

  private ListMarks() {}

  /** Tells whether characters are nothing but the mark of an item. */
  static boolean isMark(int length, String text) {
    return length <= 5 && MARK.matcher(text).matches();
  }

  static boolean isItem(String text) {
    return ITEM.matcher(text).matches() && !INITIAL.matcher(text).matches();
  }

  /** Tells items with a mark that numbers nothing. */
  static boolean isBullet(String text) {
    return isItem(text) && !Character.isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '(';
  }
}
