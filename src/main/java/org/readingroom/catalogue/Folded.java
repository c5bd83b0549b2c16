package org.readingroom.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text without case, accents and punctuation, in which each word is followed by the place it was read at.
 *
 * @param text words between single spaces; the possessive {@code 's} is a word of its own
 * @param places for each character of the text, where it stands in what was folded
 */
record Folded(String text, List<Integer> places) {

  Folded {
    places = List.copyOf(places);
  }

  /** Folds a text. */
  static Folded of(String written) {
    StringBuilder text = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (isApostrophe(c)) {
        if (isPossessive(written, i)) {
          add(text, places, " '", i);
        }
      } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
          || joinsDigits(written, i)) {
        add(text, places, plain(c), i);
      } else {
        add(text, places, " ", i);
      }
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return new Folded(text.substring(0, end), places);
  }

  /** Returns the first stretch of what was folded that folds to some words, which it has. */
  String written(String words, String from) {
    int at = text.indexOf(words);
    return from.substring(places.get(at), places.get(at + words.length() - 1) + 1);
  }

  private static void add(StringBuilder text, List<Integer> places, String more, int place) {
    for (int i = 0; i < more.length(); i++) {
      boolean isSecondSpace = more.charAt(i) == ' '
          && (text.isEmpty() || text.charAt(text.length() - 1) == ' ');
      if (!isSecondSpace) {
        places.add(place);
        text.append(more.charAt(i));
      }
    }
  }

  private static String plain(char c) {
    if (c < 128) {
      return String.valueOf(Character.toLowerCase(c));
    }
    String letter = switch (Character.toLowerCase(c)) {
      case 'ł' -> "l";
      case 'ø' -> "o";
      case 'đ' -> "d";
      case 'ı' -> "i";
      default -> String.valueOf(c);
    };
    return Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isApostrophe(char c) {
    return "'’ʼ`‘".indexOf(c) >= 0;
  }

  private static boolean isPossessive(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && at + 1 < text.length()
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  /** Tells whether a mark belongs to a date written in figures. */
  private static boolean joinsDigits(String text, int at) {
    return ".-/–—".indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
  }
}
