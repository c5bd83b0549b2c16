package org.readingroom.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells that a country, its people and what is theirs are one name: China and Chinese, Manchuria and Manchurian. */
public final class Demonyms {

  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{L}+");
  private static final Pattern ENDING = Pattern.compile("(?:ese|ians?|ans?|ns?|ia|as?)$");
  /** A shorter rest is that of too many names. */
  private static final int LEAST_LENGTH = 4;

  private Demonyms() {}

  /** Returns the roots of the capitalised words of a text. */
  public static Set<String> roots(String text) {
    return CAPITALISED.matcher(text).results().map(word -> root(word.group())).collect(Collectors.toSet());
  }

  /** Returns what a country's name and its people's share, or the name itself. */
  public static String root(String name) {
    String root = ENDING.matcher(name.toLowerCase(Locale.ROOT).replaceFirst("['’]s?$", "")).replaceFirst("");
    return root.length() < LEAST_LENGTH ? name : root;
  }
}
