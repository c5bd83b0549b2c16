package org.readingroom.bibliography;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads languages as bibliographies have them: {@code en}, {@code en-US}, {@code eng}, {@code English}. */
final class LanguageCode {

  private static final Map<String, String> CODES = codes();

  private LanguageCode() {}

  private static Map<String, String> codes() {
    // TeX has names of its own for these.
    Map<String, String> codes = new HashMap<>(Map.of("ngerman", "de", "naustrian", "de", "american", "en",
        "british", "en", "usenglish", "en", "ukenglish", "en", "brazilian", "pt"));
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.of(code);
      codes.put(language.getISO3Language(), code);
      codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    return codes;
  }

  /** Returns the ISO 639 code of a language, or null where the text names none. */
  static @Nullable String of(String text) {
    String known = CODES.get(text.toLowerCase(Locale.ROOT));
    String code = Locale.forLanguageTag(text.replace('_', '-')).getLanguage();
    return known != null || (code.length() != 2 && code.length() != 3)
        ? known
        : CODES.getOrDefault(code, code);
  }
}
