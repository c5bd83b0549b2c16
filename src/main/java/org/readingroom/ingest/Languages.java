package org.readingroom.ingest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the codes of languages that files declare. */
final class Languages {

  private Languages() {}

  /** Returns the code of two or three letters that a tag such as {@code en-US} begins with; null where it has none. */
  static @Nullable String code(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    String code = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return code.length() == 2 || code.length() == 3 && !code.equals("und") ? code : null;
  }
}
