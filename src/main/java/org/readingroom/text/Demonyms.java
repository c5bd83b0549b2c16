package org.readingroom.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells that a country, its people and what is theirs are one name: China and Chinese, Manchuria and Manchurian. */
public final class Demonyms {

  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{L}+");
  private static final Pattern ENDING = Pattern.compile("(?:ese|ians?|ans?|ns?|ia|as?)$");
  /** A shorter rest is that of too many names. */
  private static final int LEAST_LENGTH = 4;

  /** What no ending tells: of the people's name and the country's the one for the other. */
  private static final Map<String, String> IRREGULAR = Map.ofEntries(Map.entry("hungary", "hungarian"),
      Map.entry("italy", "italian"), Map.entry("germany", "german"), Map.entry("ukraine", "ukrainian"),
      Map.entry("british", "britain"), Map.entry("briton", "britain"), Map.entry("britons", "britain"),
      Map.entry("indian", "india"), Map.entry("indians", "india"), Map.entry("syrian", "syria"),
      Map.entry("syrians", "syria"), Map.entry("cuban", "cuba"), Map.entry("cubans", "cuba"),
      Map.entry("french", "france"), Map.entry("english", "england"), Map.entry("polish", "poland"),
      Map.entry("poles", "poland"), Map.entry("spanish", "spain"), Map.entry("turkish", "turkey"),
      Map.entry("turks", "turkey"), Map.entry("greek", "greece"), Map.entry("greeks", "greece"),
      Map.entry("swedish", "sweden"), Map.entry("danish", "denmark"), Map.entry("finnish", "finland"),
      Map.entry("dutch", "netherlands"), Map.entry("swiss", "switzerland"), Map.entry("iraqi", "iraq"),
      Map.entry("iraqis", "iraq"), Map.entry("israeli", "israel"), Map.entry("israelis", "israel"));

  private Demonyms() {}

  /** Returns the roots of the capitalised words of a text. */
  public static Set<String> roots(String text) {
    return CAPITALISED.matcher(text).results().map(word -> root(word.group())).collect(Collectors.toSet());
  }

  /** Returns what a country's name and its people's share, or the name itself, in lower case. */
  public static String root(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst("['’]s?$", "");
    String known = IRREGULAR.getOrDefault(lower, lower);
    String root = ENDING.matcher(known).replaceFirst("");
    return root.length() < LEAST_LENGTH ? known : root;
  }
}
