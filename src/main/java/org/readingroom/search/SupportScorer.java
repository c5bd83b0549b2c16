package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;

/**
 * Finds the span of a passage that supports a claim best, and tells how well.
 *
 * <p>
 * Every number of the claim must be in the span, with what it counts; its names and dates too, but for those in
 * the document's heading, which is shown with each quotation: its number, who wrote to whom, and when. A country
 * and its people are one name. A claim that denies needs a span that does. Who did what to whom is seen only where
 * a claim copies the passage, by {@link #compare}.
 */
public final class SupportScorer {

  /** From which rarity a capitalised word that the authority file does not know counts as a name. */
  private static final double RARE = 0.5;
  /** From which rarity a word says something of what is named beside it. */
  private static final double SAYING = 0.15;
  /** The weight of words below which a claim says nothing that could be supported. */
  private static final double LEAST_SAID = 0.5;
  private static final int MAX_SENTENCES = 3;
  private static final int MAX_LENGTH = 500;
  private static final Pattern CAPITALISED = Pattern
      .compile("(?<=[\\p{L}\\d,;:“”\"’'(] ?)\\b\\p{Lu}[\\p{L}’'-]+");
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
  private final ToDoubleFunction<String> rarity;
  /** The passages as claims are compared with them: all claims of an answer are compared with the same. */
  private final Map<Passage, Known> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Makes a scorer.
   *
   * @param rarity tells how rare a term is, from 0 to 1
   */
  SupportScorer(TextAnalyzer analyzer, ToDoubleFunction<String> rarity) {
    this.analyzer = analyzer;
    this.rarity = rarity;
  }

  /** Returns a scorer that knows names but not how rare words are, for where there is no index. */
  public static SupportScorer of(Authority authority) {
    return new SupportScorer(new TextAnalyzer(authority), term -> term.length() > 3 ? 1 : 0.1);
  }

  /** Returns the best span of a passage: a sentence or up to three in a row, the shorter of two as good. */
  public Optional<Support> best(String claim, Passage passage) {
    Claimed claimed = claimed(claim);
    Set<String> headed = headed(passage.document());
    List<Support> found = new ArrayList<>();
    var sentences = passage.sentences();
    for (int first = 0; first < sentences.size(); first++) {
      for (int last = first; last < Math.min(sentences.size(), first + MAX_SENTENCES); last++) {
        Span span = new Span(sentences.get(first).span().start(), sentences.get(last).span().end());
        if (span.length() > MAX_LENGTH) {
          break;
        }
        found.add(score(claimed, passage.document(), headed, List.of(span)));
      }
    }
    return found.stream().min(Comparator.comparingInt((Support support) -> support.missing().size())
        .thenComparing(Comparator.comparingDouble((Support support) -> shortened(support)).reversed()));
  }

  /** Lets a longer span be better only by what it adds. */
  private static double shortened(Support support) {
    return support.score() - 0.0001 * support.span().length();
  }

  /** Returns how well some spans of a document support a claim together; the first is the one named. */
  public Support score(String claim, Document document, List<Span> spans) {
    return score(claimed(claim), document, headed(document), spans);
  }

  /** Says how the words of a claim stand to those of a passage. */
  public enum Likeness {
    /** They are the claim's own, in the main. */
    OWN,
    /** They are the passage's, and say the same. */
    COPIED,
    /** They are the passage's but for something that makes them say something else. */
    ALTERED
  }

  /**
   * Compares a claim with passages, word by word; one that copies any of them faithfully is copied. See
   * {@link CloseCopy} for what makes it say something else.
   */
  public Likeness compare(String claim, List<Passage> passages) {
    ComparedText compared = ComparedText.of(claim, analyzer);
    Likeness likeness = Likeness.OWN;
    for (Passage passage : passages) {
      Known text = known.computeIfAbsent(passage, this::known);
      List<String> differences = CloseCopy.differences(compared, text.text(), text.heading());
      if (differences != null && differences.isEmpty()) {
        return Likeness.COPIED;
      }
      likeness = differences == null ? likeness : Likeness.ALTERED;
    }
    return likeness;
  }

  /** Is a passage as claims are compared with it. */
  private record Known(ComparedText text, Heading heading) {}

  private Known known(Passage passage) {
    Document document = passage.document();
    Predicate<ComparedText.Word> from = isIn(document.from());
    Predicate<ComparedText.Word> to = isIn(document.to());
    Predicate<ComparedText.Word> dated = word -> word.date() != null
        && isNamed(word.date(), List.of(), document);
    return new Known(ComparedText.of(passage, analyzer),
        new Heading(from, to, from.or(to).or(isIn(document.title())).or(dated)));
  }

  private Predicate<ComparedText.Word> isIn(@Nullable String text) {
    List<ComparedText.Word> words = text == null ? List.of() : ComparedText.of(text, analyzer).words();
    return word -> words.stream().anyMatch(word::is);
  }

  /** Is a word or a name of a claim. */
  private record Word(String term, String shown, double weight, boolean name) {}

  private record Claimed(List<Word> words, List<Quantities.Quantity> numbers, List<DateExpression> dates,
      String text, boolean denies) {}

  private Claimed claimed(String claim) {
    List<DateExpression> dates = DateExpressions.find(claim);
    List<Quantities.Quantity> numbers = Quantities.find(claim).stream()
        .filter(number -> dates.stream().noneMatch(date -> date.span().overlaps(number.span()))).toList();
    Set<Integer> capitals = new HashSet<>();
    Matcher capital = CAPITALISED.matcher(claim);
    while (capital.find()) {
      capitals.add(capital.start());
    }
    List<Term> terms = analyzer.terms(claim);
    List<Term> names = terms.stream().filter(Term::isName).toList();
    List<Word> words = new ArrayList<>();
    for (Term term : terms) {
      boolean part = !term.isName()
          && names.stream().anyMatch(name -> name.start() <= term.start() && term.end() <= name.end());
      boolean counted = numbers.stream().map(Quantities.Quantity::span)
          .anyMatch(span -> span.start() <= term.start() && term.end() <= span.end());
      boolean dated = dates.stream().map(DateExpression::span)
          .anyMatch(span -> span.start() <= term.start() && term.end() <= span.end());
      if (!part && !counted && !dated) {
        double weight = rarity.applyAsDouble(term.text());
        words.add(new Word(term.text(), claim.substring(term.start(), term.end()), weight,
            term.isName() || capitals.contains(term.start()) && weight >= RARE));
      }
    }
    return new Claimed(words, numbers, dates, claim, DENIAL.matcher(claim).find());
  }

  private Support score(Claimed claimed, Document document, Set<String> headed, List<Span> spans) {
    String text = String.join("\n",
        spans.stream().map(span -> WholeWords.of(document, span).text()).toList());
    Set<String> terms = terms(text);
    Set<String> values = new HashSet<>();
    Quantities.find(text).forEach(quantity -> values.add(quantity.value()));
    List<DateExpression> dates = DateExpressions.find(text);
    Set<String> roots = Demonyms.roots(text + " ; " + heading(document));
    List<String> missing = new ArrayList<>();
    double sum = 0;
    double met = 0;
    boolean says = false;
    boolean said = false;
    for (Word word : claimed.words()) {
      boolean there = terms.contains(word.term()) || headed.contains(word.term())
          || word.name() && roots.contains(Demonyms.root(word.shown()));
      sum += word.weight();
      met += there ? word.weight() : 0;
      says |= !word.name() && word.weight() >= SAYING;
      said |= there && !word.name() && word.weight() >= SAYING;
      if (word.name() && !there) {
        missing.add(word.shown());
      }
    }
    for (Quantities.Quantity number : claimed.numbers()) {
      boolean own = isOf(document, number, claimed.text());
      boolean there = own || values.contains(number.value());
      sum += 1;
      met += there ? 1 : 0;
      if (!there) {
        missing.add(number.span().of(claimed.text()));
      } else if (!own) {
        CountedThings.after(number.span().end(), claimed.text()).stream()
            .filter(thing -> terms(thing).stream()
                .noneMatch(term -> terms.contains(term) || headed.contains(term)))
            .forEach(missing::add);
      }
    }
    for (DateExpression date : claimed.dates()) {
      boolean there = isNamed(date, dates, document);
      sum += 1;
      met += there ? 1 : 0;
      if (!there) {
        missing.add(date.span().of(claimed.text()));
      }
    }
    if (claimed.denies()
        ? !isDenied(nearest(claimed, text))
        : isReversed(claimed, text)) {
      missing.add("denial");
    }
    if (says && !said) {
      missing.add("what is said");
    }
    return new Support(spans.getFirst(), sum < LEAST_SAID ? 0 : met / sum, missing);
  }

  /** Tells whether a number is a document's own, which the collection gives it. */
  private static boolean isOf(Document document, Quantities.Quantity number, String claim) {
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

  /** Returns the terms of a heading, with the cities that its people wrote from. */
  private Set<String> headed(Document document) {
    Set<String> terms = terms(heading(document));
    for (String term : List.copyOf(terms)) {
      Authority.Entry entry = analyzer.entry(term);
      if (entry != null && entry.seat() != null) {
        terms.addAll(terms(entry.seat()));
      }
    }
    return terms;
  }

  private static String heading(Document document) {
    return Stream.of(document.title(), document.from(), document.to()).filter(Objects::nonNull)
        .collect(Collectors.joining(" ; "));
  }

  /** Tells whether a date is the document's own or one in the span, or a wider one around such a one. */
  private static boolean isNamed(DateExpression claimed, List<DateExpression> dates, Document document) {
    var from = document.date().from();
    var to = document.date().to();
    if (from != null && to != null
        && covers(claimed, new DateExpression(claimed.span(), from, to, true))) {
      return true;
    }
    int year = document.date().sortDay().getYear();
    return dates.stream().anyMatch(date -> covers(claimed, date.yearKnown() ? date : in(year, date)));
  }

  private static DateExpression in(int year, DateExpression date) {
    int more = date.to().getYear() - date.from().getYear();
    return new DateExpression(date.span(), date.from().withYear(year), date.to().withYear(year + more), true);
  }

  private static boolean covers(DateExpression claimed, DateExpression date) {
    DateExpression placed = claimed.yearKnown() ? claimed : in(date.from().getYear(), claimed);
    return !placed.from().isAfter(date.from()) && !placed.to().isBefore(date.to());
  }
}
