package org.readingroom.search;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;
import org.readingroom.search.Claimed.Word;
import org.readingroom.text.Demonyms;
import org.readingroom.text.TextAnalyzer;

/**
 * Finds what sentences of a passage lack that a claim cannot do without.
 *
 * <p>
 * Every number must be in the sentences, with what it counts, and every date; a document's own date dates only what is
 * said of the document or as told by it. Names must be in the passage or the document's heading, which is shown with
 * each quotation; a country and its people are one name. A claim that denies needs a sentence that does.
 */
final class Essentials {

  /** From which rarity a word says something of what is named beside it. */
  private static final double SAYING = 0.15;
  /** With so few words that say something, one of them must be there: the reader has too little to go by. */
  private static final int FEW = 2;
  private static final Pattern DENIAL = Pattern.compile(
      "\\b(?:not|never|no(?!\\.?\\s*\\d)|none|neither|nor|nobody|nothing|without|cannot)\\b|n[’']t\\b",
      Pattern.CASE_INSENSITIVE);
  /** What a sentence denies: the word behind the denial, for what comes after may be true all the same. */
  private static final Pattern DENIED = Pattern.compile(
      "(?:\\b(?:not|never|cannot)|n[’']t)\\s+(?!(?:only|less|more|later|fewer|longer|all|always|every|just|merely)\\b)"
          + "(\\p{L}{3,})",
      Pattern.CASE_INSENSITIVE);
  /** What denies nothing: "No, it was Stalin", "not only approved". */
  private static final Pattern NO_DENIAL = Pattern.compile(
      "^\\s*no,|\\bnot\\s+(?=(?:only|merely|just|least)\\b)", Pattern.CASE_INSENSITIVE);
  /** What tells when something was done at last: "not signed until July". */
  private static final Pattern NOT_UNTIL = Pattern.compile(
      "(?:\\bnot|n[’']t)\\b(?=(?:\\s+(?!(?:and|but|or)\\b)[\\p{L}’'-]+){0,6}?\\s+(?:until|till)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern UNTIL = Pattern.compile("\\b(?:until|till)\\b", Pattern.CASE_INSENSITIVE);
  /** A range that is written with both its ends, unlike "the 1920s". */
  private static final Pattern RANGE = Pattern.compile(
      "\\d(?:st|nd|rd|th)?\\s*(?:[-–—]|to|until|through|and)\\s*\\d", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_OF_DOCUMENT = Pattern.compile("\\b(?:document|doc\\.?|no\\.?)\\s*$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern UNWILLING = Pattern.compile(
      "\\b(?:refus|reject|den(?:y|ie)|declin|fail|lack|unable|impossib|unacceptab|inexpedien|oppos|absen|against"
          + "|abstain|refrain|forbid|forbad|prohibit)",
      Pattern.CASE_INSENSITIVE);

  private final TextAnalyzer analyzer;
  private final Document document;
  /** The terms of the heading, with the cities that its people wrote from. */
  private final Set<String> headed;
  /** The terms of the passage. Whom "he" means is told before; whether it is so is the reader's to say. */
  private final Set<String> near;
  private final Set<String> roots;
  private final Predicate<ComparedText.Word> writer;

  Essentials(Passage passage, TextAnalyzer analyzer) {
    this.analyzer = analyzer;
    this.document = passage.document();
    String heading = Stream.of(document.title(), document.from(), document.to()).filter(Objects::nonNull)
        .collect(Collectors.joining(" ; "));
    String text = passage.wholeWords().text();
    this.headed = terms(heading);
    for (String term : List.copyOf(headed)) {
      Authority.Entry entry = analyzer.entry(term);
      if (entry != null && entry.seat() != null) {
        headed.addAll(terms(entry.seat()));
      }
    }
    this.near = terms(text);
    this.roots = Demonyms.roots(text + " ; " + heading);
    String from = document.from();
    List<ComparedText.Word> names = from == null ? List.of() : ComparedText.of(from, analyzer).words();
    this.writer = word -> names.stream().anyMatch(word::is);
  }

  /** Returns what a claim has and some sentences of the passage and its heading have not. */
  List<String> missing(Claimed claimed, Span span) {
    String text = WholeWords.of(document, span).text();
    Set<String> terms = terms(text);
    Set<String> values = new HashSet<>();
    Quantities.find(text).forEach(quantity -> values.add(quantity.value()));
    List<DateExpression> dates = DateExpressions.find(text);
    List<String> missing = new ArrayList<>();
    for (Word name : claimed.names()) {
      if (!near.contains(name.term()) && !headed.contains(name.term())
          && !roots.contains(Demonyms.root(name.shown()))) {
        missing.add(name.shown());
      }
    }
    List<Word> said = claimed.words().stream().filter(word -> !word.name() && word.weight() >= SAYING)
        .toList();
    if (!said.isEmpty() && said.size() <= FEW
        && said.stream().noneMatch(word -> near.contains(word.term()))) {
      missing.add("what is said");
    }
    for (Quantities.Quantity number : claimed.numbers()) {
      if (isOwn(number, claimed.text())) {
        continue;
      }
      if (!values.contains(number.value())) {
        missing.add(number.span().of(claimed.text()));
      } else {
        CountedThings.after(number.span().end(), claimed.text()).stream()
            .filter(thing -> terms(thing).stream()
                .noneMatch(term -> terms.contains(term) || headed.contains(term)))
            .forEach(missing::add);
      }
    }
    for (DateExpression date : claimed.dates()) {
      if (!isNamed(date, dates, Report.isAbout(claimed.compared(), writer)) && !isEnd(date, dates, text)
          && !isHeading(date, text)) {
        missing.add(date.span().of(claimed.text()));
      }
    }
    // What was so until July is not what was not so until July.
    boolean until = UNTIL.matcher(claimed.text()).find() && UNTIL.matcher(text).find();
    if (DENIAL.matcher(denying(claimed.text(), until)).find()
        ? !isDenied(nearest(claimed, text))
        : isReversed(claimed, denying(text, until))) {
      missing.add("denial");
    }
    return missing;
  }

  /** Tells whether a number is a document's own, which the collection gives it. */
  private boolean isOwn(Quantities.Quantity number, String claim) {
    return number.value().equals(Integer.toString(document.number()))
        && NUMBER_OF_DOCUMENT.matcher(claim.substring(0, number.span().start())).find();
  }

  /** Returns a text without what denies nothing; "not until" stays if asked for. */
  private static String denying(String text, boolean until) {
    String denying = NO_DENIAL.matcher(text).replaceAll("");
    return until ? denying : NOT_UNTIL.matcher(denying).replaceAll("");
  }

  private static boolean isDenied(String sentence) {
    return DENIAL.matcher(sentence).find() || isUnwilling(sentence);
  }

  /** Tells whether a text has a word for not doing, or not wanting, something. */
  static boolean isUnwilling(String text) {
    return UNWILLING.matcher(text).find();
  }

  /** Tells whether a claim says outright what a text only denies: "did not agree" is no agreeing. */
  private boolean isReversed(Claimed claimed, String text) {
    Matcher denied = DENIED.matcher(text);
    if (!denied.find()) {
      return false;
    }
    Set<String> all = terms(text);
    Set<String> affirmed = terms(denied.replaceAll(" "));
    return claimed.words().stream().map(Word::term)
        .anyMatch(term -> all.contains(term) && !affirmed.contains(term));
  }

  /** Returns the sentence that has most in common with a claim: the others may deny something else. */
  private String nearest(Claimed claimed, String text) {
    String nearest = "";
    double most = -1;
    for (String sentence : text.split("(?<=[.!?])\\s+")) {
      Set<String> terms = terms(sentence);
      double common = claimed.words().stream().filter(word -> terms.contains(word.term()))
          .mapToDouble(Word::weight).sum();
      if (common > most) {
        nearest = sentence;
        most = common;
      }
    }
    return nearest;
  }

  private Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    analyzer.terms(text).forEach(term -> terms.add(term.text()));
    return terms;
  }

  /** Tells whether a date is the document's own, or a wider one around it. */
  boolean isOwn(DateExpression date) {
    var from = document.date().from();
    var to = document.date().to();
    return from != null && to != null && covers(date, new DateExpression(date.span(), from, to, true));
  }

  /** Tells whether a word is a date of the year that the document is of. */
  boolean isOfItsYear(ComparedText.Word word) {
    DateExpression date = word.date();
    return date != null && isOwn(new DateExpression(date.span(), date.from().withDayOfYear(1),
        date.to().with(TemporalAdjusters.lastDayOfYear()), true));
  }

  /** Tells whether a date is one of those in the text, or a wider one around such a one; or the document's, if that counts. */
  private boolean isNamed(DateExpression claimed, List<DateExpression> dates, boolean own) {
    int year = document.date().sortDay().getYear();
    return own && isOwn(claimed)
        || dates.stream().anyMatch(date -> covers(claimed, date.yearKnown() ? date : date.in(year)));
  }

  /** Tells whether a date is the first or last year, or day, of a range that a text writes. */
  private boolean isEnd(DateExpression claimed, List<DateExpression> dates, String text) {
    return dates.stream().filter(date -> RANGE.matcher(date.span().of(text)).find()).anyMatch(date -> {
      DateExpression range = date.yearKnown() ? date : date.in(document.date().sortDay().getYear());
      DateExpression placed = claimed.yearKnown() ? claimed : claimed.in(range.from().getYear());
      if (isWholeYear(placed)) {
        return range.from().getDayOfYear() == 1 && isLastOfYear(range.to())
            && (placed.from().equals(range.from()) || placed.to().equals(range.to()));
      }
      // Of years and months no day is written.
      return placed.isDay() && !(range.from().getDayOfMonth() == 1
          && range.to().getDayOfMonth() == range.to().lengthOfMonth())
          && (placed.from().equals(range.from()) || placed.from().equals(range.to()));
    });
  }

  /** Tells whether a date is a year that a text has as the heading of what happened then: "1687: Newton". */
  private static boolean isHeading(DateExpression date, String text) {
    return isWholeYear(date)
        && Pattern.compile("(?<![\\d.,])" + date.from().getYear() + "\\s*[:–—]\\s").matcher(text).find();
  }

  private static boolean isWholeYear(DateExpression date) {
    return date.yearKnown() && date.from().getDayOfYear() == 1 && isLastOfYear(date.to())
        && date.from().getYear() == date.to().getYear();
  }

  private static boolean isLastOfYear(LocalDate day) {
    return day.getDayOfYear() == day.lengthOfYear();
  }

  private static boolean covers(DateExpression claimed, DateExpression date) {
    DateExpression placed = claimed.yearKnown() ? claimed : claimed.in(date.from().getYear());
    return !placed.from().isAfter(date.from()) && !placed.to().isBefore(date.to());
  }
}
