package org.readingroom.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.readingroom.collection.Document;
import org.readingroom.collection.Reader;
import org.readingroom.passage.Span;

/** Quotes random stretches of the real documents, set in random ways or altered at random. */
class QuotationPropertyTests {

  private static final QuotationFinder FINDER = new QuotationFinder(Reader.COLLECTION);
  private static final Pattern LEADERS = Pattern.compile("…\\s*[.…]|\\.\\s*…|\\.\\s*\\.\\s*\\.\\s*\\.");
  private static final List<Document> DOCUMENTS = Reader.COLLECTION.documents();

  /** Is a stretch of a document from one white space to another, and luck for what is done to it. */
  record Quoted(Document document, Span span, Random luck) {

    String words() {
      return span.of(document.text());
    }

    @Override
    public String toString() {
      return document.id() + span + ": " + words();
    }
  }

  @Provide
  Arbitrary<Quoted> quoted() {
    return Arbitraries.longs().map(seed -> {
      Random luck = new Random(seed);
      while (true) {
        Document document = DOCUMENTS.get(luck.nextInt(DOCUMENTS.size()));
        String text = document.text();
        int start = luck.nextInt(text.length());
        int end = start + 60 + luck.nextInt(400);
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
          start--;
        }
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        if (end <= text.length() && isFairGame(text, start, end)) {
          return new Quoted(document, new Span(start, end), luck);
        }
      }
    });
  }

  /**
   * Leaves out stretches that begin or end within a word that the source itself broke, that have few words, or
   * that hold the dots which lead to a number in a table: they read as words left out.
   */
  private static boolean isFairGame(String text, int start, int end) {
    String words = text.substring(start, end);
    return !words.isBlank() && words.strip().equals(words) && words.split("\\s+").length > 6
        && letters(words).length() > 30 && !LEADERS.matcher(words).find() && !words.endsWith("-")
        && (start < 2 || text.charAt(start - 2) != '-');
  }

  @Property(tries = 800)
  void aQuotationIsFoundHoweverItIsSet(@ForAll("quoted") Quoted quoted) {
    Finding finding = FINDER.find(set(quoted.words(), quoted.luck()));

    assertThat(finding).isInstanceOf(Finding.Exact.class);
    assertThat(((Finding.Exact) finding).occurrences())
        .anyMatch(place -> place.document().equals(quoted.document()) && quoted.span().contains(place.span())
            && letters(place.text()).equals(letters(quoted.words())));
  }

  @Property(tries = 250)
  void anAlteredWordIsNeverExact(@ForAll("quoted") Quoted quoted) {
    String altered = altered(quoted.words(), quoted.luck());
    Finding finding = FINDER.find(set(altered, quoted.luck()));

    // The altered words may by chance be those of another place.
    if (finding instanceof Finding.Exact exact) {
      assertThat(exact.occurrences()).allMatch(place -> letters(place.parts().stream()
          .map(part -> part.of(place.document().text())).collect(Collectors.joining()))
          .equals(letters(altered)));
    }
  }

  @Property(tries = 100)
  void theNearestToAnAlteredQuotationIsWhereItCameFrom(@ForAll("quoted") Quoted quoted) {
    String altered = altered(quoted.words(), quoted.luck());
    if (FINDER.find(altered) instanceof Finding.Nearest nearest) {
      assertThat(nearest.differences()).isNotEmpty();
      assertThat(letters(nearest.occurrence().text())).isNotEmpty();
      int end = 0;
      for (Difference difference : nearest.differences()) {
        assertThat(difference.quoteStart()).isGreaterThanOrEqualTo(end);
        end = difference.quoteEnd();
      }
      // Everything outside the differences is the document's.
      StringBuilder rebuilt = new StringBuilder();
      int at = 0;
      for (Difference difference : nearest.differences()) {
        rebuilt.append(altered, at, difference.quoteStart()).append(' ')
            .append(nearest.occurrence().document().text(), difference.start(), difference.end()).append(' ');
        at = difference.quoteEnd();
      }
      rebuilt.append(altered.substring(at));
      assertThat(letters(rebuilt.toString())).isEqualTo(letters(nearest.occurrence().text()));
    }
  }

  /** Sets words as books, web pages and PDF files do. */
  private static String set(String words, Random luck) {
    StringBuilder set = new StringBuilder();
    boolean curly = luck.nextBoolean();
    for (int i = 0; i < words.length(); i++) {
      char character = words.charAt(i);
      switch (character) {
        case ' ', '\n' -> set.append(pick(luck, " ", " ", "\n", "\r\n", "  ", "\u00a0", "\n\n", " \t"));
        case '"', '“', '”' -> set.append(curly ? pick(luck, "“", "”", "‘", "«") : "\"");
        case '\'', '’', '‘' -> set.append(curly ? "’" : "'");
        case '…' -> set.append(pick(luck, "…", "..."));
        default -> set.append(character);
      }
      if (isWithinWord(words, i)) {
        set.append(pick(luck, "", "", "", "", "", "", "", "", "", "", "", "", "-\n", "\u00ad", "\u200b",
            "-\r\n  "));
      }
    }
    return luck.nextBoolean() ? set.toString() : "“" + set + "”";
  }

  private static boolean isWithinWord(String words, int index) {
    return index > 1 && index + 3 < words.length()
        && words.substring(index - 1, index + 3).chars().allMatch(Character::isLetter);
  }

  private static String pick(Random luck, String... ways) {
    return ways[luck.nextInt(ways.length)];
  }

  /** Changes, drops, adds or swaps a word, or a letter or digit of one. */
  private static String altered(String words, Random luck) {
    String other;
    do {
      List<String> list = new ArrayList<>(Arrays.asList(words.split("(?<=\\s)|(?=\\s)")));
      int at = wordAt(list, luck, 0);
      String word = list.get(at);
      switch (luck.nextInt(5)) {
        case 0 -> list.set(at, "peace" + luck.nextInt(10));
        case 1 -> list.subList(at, Math.min(at + 2, list.size())).clear();
        case 2 -> list.add(at, "not ");
        case 3 -> {
          int next = wordAt(list, luck, 0);
          list.set(at, list.get(next));
          list.set(next, word);
        }
        default -> {
          int letter = luck.nextInt(word.length());
          list.set(at, word.substring(0, letter) + word.substring(letter + 1));
        }
      }
      other = String.join("", list);
    } while (letters(other).equals(letters(words)) || letters(other).isEmpty());
    return other;
  }

  private static int wordAt(List<String> list, Random luck, int from) {
    int at;
    do {
      at = from + luck.nextInt(list.size() - from);
    } while (list.get(at).isBlank());
    return at;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
