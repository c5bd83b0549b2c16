package org.readingroom.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its script and, in the Latin one, by its smallest words. */
final class Language {

  private static final int LOOKED_AT = 20_000;
  private static final int FEWEST_WORDS = 8;
  private static final double LEAST_SHARE = 0.08;

  /** The smallest words of each language; where a text has as many of two, the first one counts. */
  private static final List<Map.Entry<String, List<String>>> WORDS = List.of(
      Map.entry("en",
          List.of("the", "of", "and", "to", "in", "is", "that", "for", "with", "this", "are", "was", "it",
              "on", "as")),
      Map.entry("de",
          List.of("der", "die", "und", "das", "den", "von", "zu", "mit", "ist", "nicht", "ein", "eine", "auf",
              "für", "des")),
      Map.entry("fr",
          List.of("le", "la", "les", "et", "des", "du", "une", "est", "que", "dans", "pour", "qui", "au",
              "sur", "pas")),
      Map.entry("es",
          List.of("el", "la", "los", "las", "más", "de", "que", "en", "por", "una", "con", "para", "del",
              "es",
              "se")),
      Map.entry("it",
          List.of("il", "di", "che", "la", "alla", "per", "una", "con", "non", "del", "della", "sono", "gli",
              "nel", "è")),
      Map.entry("pt",
          List.of("ao", "os", "as", "mais", "de", "que", "do", "da", "em", "um", "uma", "não", "para", "com",
              "dos")),
      Map.entry("nl",
          List.of("de", "het", "een", "en", "van", "is", "dat", "niet", "op", "te", "met", "voor", "zijn",
              "aan", "door")));

  private Language() {}

  /** Returns a language's code, or null where it cannot be told. */
  static @Nullable String of(CharSequence text) {
    String start = text.subSequence(0, Math.min(text.length(), LOOKED_AT)).toString();
    int[] scripts = new int[Character.UnicodeScript.values().length];
    int letters = 0;
    for (int i = 0; i < start.length(); i++) {
      if (Character.isLetter(start.charAt(i))) {
        scripts[Character.UnicodeScript.of(start.charAt(i)).ordinal()]++;
        letters++;
      }
    }
    if (letters == 0) {
      return null;
    }
    int kana = scripts[Character.UnicodeScript.HIRAGANA.ordinal()]
        + scripts[Character.UnicodeScript.KATAKANA.ordinal()];
    int han = scripts[Character.UnicodeScript.HAN.ordinal()];
    if (2 * (kana + han) > letters) {
      return 20 * kana > kana + han ? "ja" : "zh";
    }
    if (2 * scripts[Character.UnicodeScript.LATIN.ordinal()] > letters) {
      return byWords(start);
    }
    return byScript(scripts, letters);
  }

  private static @Nullable String byScript(int[] scripts, int letters) {
    Map<Character.UnicodeScript, String> codes = Map.of(Character.UnicodeScript.HANGUL, "ko",
        Character.UnicodeScript.HEBREW, "he", Character.UnicodeScript.ARABIC, "ar",
        Character.UnicodeScript.CYRILLIC,
        "ru", Character.UnicodeScript.GREEK, "el", Character.UnicodeScript.THAI, "th",
        Character.UnicodeScript.DEVANAGARI, "hi");
    return codes.entrySet().stream().filter(code -> 2 * scripts[code.getKey().ordinal()] > letters)
        .findFirst()
        .map(Map.Entry::getValue).orElse(null);
  }

  private static @Nullable String byWords(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1)) {
      if (!word.isEmpty()) {
        words++;
        counts.merge(word, 1, Integer::sum);
      }
    }
    String best = null;
    int most = 0;
    for (Map.Entry<String, List<String>> language : WORDS) {
      int found = language.getValue().stream().mapToInt(word -> counts.getOrDefault(word, 0)).sum();
      if (found > most) {
        most = found;
        best = language.getKey();
      }
    }
    return words >= FEWEST_WORDS && most >= LEAST_SHARE * words ? best : null;
  }
}
