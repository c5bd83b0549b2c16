package org.readingroom.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a number counts: 25,000 tons of gold are not supported by 25,000 tons of lead. */
final class CountedThings {

  /** A measure of something, or things right behind their number. */
  private static final Pattern COUNTED = Pattern
      .compile("\\G[ -](?:\\p{Ll}+ ){0,2}?(\\p{Ll}+s) of (\\p{Ll}{3,})\\b|\\G[ -](\\p{Ll}{2,}s)\\b");
  /** What ends like things and is none. */
  private static final Set<String> OTHERS = Set.of("is", "was", "has", "does", "says", "as", "its", "his",
      "this", "perhaps", "the", "these", "those", "their", "them", "which", "all", "our");

  private CountedThings() {}

  /** Returns the words for what the number is of that ends at a place; none where that cannot be told. */
  static List<String> after(int end, String text) {
    Matcher counted = COUNTED.matcher(text);
    if (!counted.find(end)) {
      return List.of();
    }
    return (counted.group(3) == null
        ? List.of(counted.group(1), counted.group(2))
        : List.of(counted.group(3))).stream().filter(word -> !OTHERS.contains(word)).toList();
  }
}
