package org.readingroom.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.passage.Span;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/**
 * Holds what a claim says, taken apart.
 *
 * @param words its words and names, without numbers and dates
 * @param text the claim
 * @param compared the claim as a row of words
 */
record Claimed(List<Word> words, List<Quantities.Quantity> numbers, List<DateExpression> dates, String text,
    ComparedText compared) {

  /** From which rarity a capitalised word that the authority file does not know counts as a name. */
  private static final double RARE = 0.5;
  private static final Pattern CAPITALISED = Pattern
      .compile("(?<=[\\p{L}\\d,;:“”\"’'(] ?)(?<![\\p{L}\\p{M}\\p{N}_])\\p{Lu}[\\p{L}’'-]+");

  /** Holds a word or a name. */
  record Word(String term, String shown, double weight, boolean name) {}

  Claimed {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
    dates = List.copyOf(dates);
  }

  /**
   * Takes a claim apart.
   *
   * @param rarity tells how rare a term is, from 0 to 1
   */
  static Claimed of(String claim, TextAnalyzer analyzer, ToDoubleFunction<String> rarity) {
    List<DateExpression> dates = DateExpressions.find(claim);
    List<Quantities.Quantity> numbers = Quantities.find(claim).stream()
        .filter(number -> dates.stream().noneMatch(date -> date.span().overlaps(number.span()))).toList();
    Set<Integer> capitals = new HashSet<>();
    Matcher capital = CAPITALISED.matcher(claim);
    while (capital.find()) {
      capitals.add(capital.start());
    }
    List<Term> terms = analyzer.terms(claim);
    List<Span> taken = new ArrayList<>();
    numbers.forEach(number -> taken.add(number.span()));
    dates.forEach(date -> taken.add(date.span()));
    List<Word> words = new ArrayList<>();
    for (Term term : terms) {
      boolean partOfName = !term.isName() && terms.stream().filter(Term::isName)
          .anyMatch(name -> name.start() <= term.start() && term.end() <= name.end());
      boolean counts = taken.stream()
          .anyMatch(span -> span.start() <= term.start() && term.end() <= span.end());
      if (!partOfName && !counts) {
        double weight = rarity.applyAsDouble(term.text());
        words.add(new Word(term.text(), claim.substring(term.start(), term.end()), weight,
            term.isName() || capitals.contains(term.start()) && weight >= RARE));
      }
    }
    return new Claimed(words, numbers, dates, claim, ComparedText.of(claim, analyzer));
  }

  List<Word> names() {
    return words.stream().filter(Word::name).toList();
  }
}
