package org.readingroom.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.search.DateExpression;
import org.readingroom.search.DateExpressions;

/** A question, folded, from which what is understood is taken word by word; what is left was not understood. */
final class Phrase {

  private static final int MAX_NAME = 8;
  private static final Pattern TITLE = words(
      "the|comrade|cde|comr|mr|mrs|dr|general|gen|marshal|colonel|ambassador|president|premier|chairman|minister");
  private static final String QUOTATION_MARKS = "\"“”„«»'‘’‹›";
  private static final Pattern YEAR = words("(1\\d{3}|20\\d{2})");

  private static final Pattern MAY_OR_MARCH = words("may|march|mar");
  private static final Pattern POLITE = words(
      "hello|hi|hey|good (?:morning|afternoon|evening)|please|pls|and|so|ok|okay|well"
          + "|now|but|also|then|(?:can|could|would|will) you|tell me(?! about)|i (?:want|would like|d like) to (?:know|see)|do you know");
  private static final Pattern SCOPE = words(
      "please|thanks|thank you|for me|here|exactly|altogether|in all|in total|overall"
          + "|(?:in|of|from) (?:this|the|your|these) (?:whole )?(?:collection|documents|archive|corpus|library|reader|texts|sources)");

  private final String written;
  private final Folded folded;
  private int at;
  private int end;
  private String lastName = "";

  Phrase(String written) {
    this.written = written;
    this.folded = Folded.of(written);
    this.end = folded.text().length();
  }

  /** Returns a pattern of whole words, with the space behind them. */
  static Pattern words(String alternatives) {
    return Pattern.compile("(?:" + alternatives + ")(?: +|$)");
  }

  /** Takes the words that come next if they are such. */
  boolean take(Pattern words) {
    return match(words).isPresent();
  }

  /** Takes the words that come next and returns their groups. */
  Optional<MatchResult> match(Pattern words) {
    Matcher matcher = words.matcher(folded.text()).region(at, end);
    if (!matcher.lookingAt() || matcher.end() == at) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher.toMatchResult());
  }

  /** Takes words off the end if they are such. */
  boolean takeLast(Pattern words) {
    Matcher matcher = words.matcher(folded.text()).region(at, end);
    while (matcher.find()) {
      boolean isWordStart = matcher.start() == at || folded.text().charAt(matcher.start() - 1) == ' ';
      if (isWordStart && matcher.end() == end) {
        end = Math.max(at, matcher.start());
        while (end > at && folded.text().charAt(end - 1) == ' ') {
          end--;
        }
        return true;
      }
    }
    return false;
  }

  /** Takes all that is left if it is such. */
  boolean takeAll(Pattern words) {
    Matcher matcher = words.matcher(folded.text()).region(at, end);
    if (matcher.matches()) {
      at = end;
      return true;
    }
    return false;
  }

  /** Takes the politeness that a question begins with. */
  void takePoliteness() {
    while (take(POLITE)) {
      // one word after another
    }
  }

  /** Takes the politeness that a question ends with, and the collection that it is put to. */
  void takeScope() {
    while (takeLast(SCOPE)) {
      // one word after another
    }
  }

  void takeRest() {
    at = end;
  }

  boolean startsWith(Pattern words) {
    return words.matcher(folded.text()).region(at, end).lookingAt();
  }

  /** Takes the longest name that comes next, with or without a title before it. */
  <N> Optional<N> takeName(Function<String, Optional<N>> known) {
    int start = at;
    do {
      Optional<N> name = name(known);
      if (name.isPresent()) {
        return name;
      }
    } while (take(TITLE));
    at = start;
    return Optional.empty();
  }

  private <N> Optional<N> name(Function<String, Optional<N>> known) {
    String rest = rest();
    int stop = 0;
    int words = 0;
    while (stop < rest.length() && words < MAX_NAME) {
      int space = rest.indexOf(' ', stop + 1);
      stop = space < 0 ? rest.length() : space;
      words++;
    }
    while (stop > 0) {
      Optional<N> name = known.apply(rest.substring(0, stop));
      if (name.isPresent()) {
        lastName = written(at, at + stop);
        at = Math.min(end, at + stop + 1);
        return name;
      }
      stop = rest.lastIndexOf(' ', stop - 1);
    }
    return Optional.empty();
  }

  /** Takes a day, month, season, part of a year, or year that comes next. */
  Optional<Period> takePeriod(List<Integer> years) {
    return takePeriod(years, rest());
  }

  /** Takes a time that comes next, behind a word that makes "may" and "march" months. */
  Optional<Period> takeMonth(List<Integer> years) {
    String rest = rest();
    Matcher month = MAY_OR_MARCH.matcher(rest);
    return takePeriod(years, month.lookingAt()
        ? month.group().toUpperCase(Locale.ROOT) + rest.substring(month.end())
        : rest);
  }

  private Optional<Period> takePeriod(List<Integer> years, String rest) {
    Optional<DateExpression> date = DateExpressions.find(rest).stream()
        .filter(found -> found.span().start() == 0 && (found.span().end() == rest.length()
            || rest.charAt(found.span().end()) == ' '))
        .findFirst();
    if (date.isPresent()) {
      at = Math.min(end, at + date.get().span().end() + 1);
      return Optional.of(Period.of(date.get(), years));
    }
    return match(YEAR).map(year -> Integer.parseInt(year.group(1)))
        .map(year -> Period.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }

  /** Returns the place that was reached, to go back to. */
  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  /** Returns the whole question, whatever was taken of it. */
  String written() {
    return written;
  }

  /** Returns what is left, folded. */
  String rest() {
    return folded.text().substring(Math.min(at, end), end);
  }

  /** Tells whether what is left was written between quotation marks. */
  boolean isInQuotationMarks() {
    return at < end && isQuotationMark(folded.places().get(at) - 1)
        && isQuotationMark(folded.places().get(end - 1) + 1);
  }

  private boolean isQuotationMark(int place) {
    return place >= 0 && place < written.length() && QUOTATION_MARKS.indexOf(written.charAt(place)) >= 0;
  }

  /** Returns what is left as it was written. */
  String restAsWritten() {
    return at >= end
        ? ""
        : written(at, end);
  }

  /** Returns the name that was taken last as it was written, without titles. */
  String lastName() {
    return lastName;
  }

  private String written(int from, int to) {
    return written.substring(folded.places().get(from), folded.places().get(to - 1) + 1).strip();
  }
}
