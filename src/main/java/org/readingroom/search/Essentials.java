package org.readingroom.search;

import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
      if (!isNamed(date, dates, claimed.reports())) {
        missing.add(date.span().of(claimed.text()));
      }
    }
    if (DENIAL.matcher(claimed.text()).find()
        ? !isDenied(nearest(claimed, text))
        : isReversed(claimed, text)) {
      missing.add("denial");
    }
    return missing;
  }

  /** Tells whether a number is a document's own, which the collection gives it. */
  private boolean isOwn(Quantities.Quantity number, String claim) {
    return number.value().equals(Integer.toString(document.number()))
        && NUMBER_OF_DOCUMENT.matcher(claim.substring(0, number.span().start())).find();
  }

  private static boolean isDenied(String sentence) {
    return DENIAL.matcher(sentence).find() || UNWILLING.matcher(sentence).find();
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

  private static boolean covers(DateExpression claimed, DateExpression date) {
    DateExpression placed = claimed.yearKnown() ? claimed : claimed.in(date.from().getYear());
    return !placed.from().isAfter(date.from()) && !placed.to().isBefore(date.to());
  }
}
