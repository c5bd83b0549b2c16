package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;

/**
 * Judges how well passages support a claim: a reader estimates it, and rules see to what is certain.
 *
 * <p>
 * Every number of the claim must be in the sentences that support it, with what it counts, and every date; a document's
 * own date dates only what the claim says of the document or as told by it. Names must be in the passage or the
 * document's heading, which is shown with each quotation; a country and its people are one name. A claim that denies
 * needs a sentence that does. A claim that copies a passage must not alter it ({@link #compare}).
 */
public final class SupportScorer {

  /** From which rarity a capitalised word that the authority file does not know counts as a name. */
  private static final double RARE = 0.5;
  /** From which rarity a word says something of what is named beside it. */
  private static final double SAYING = 0.15;
  /** With so few words that say something, one of them must be there: the reader has too little to go by. */
  private static final int FEW = 2;
  /** What a sentence's score gains with each point of its passage's, as the reader was trained. */
  private static final double PASSAGE = 0.5;
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

  /** What is said of a document or by it, which its own date dates. */
  private static final Pattern REPORT = Pattern.compile(
      "\\b(?:wr(?:ote|itten|ites)|sen(?:t|ds?)|cabl(?:ed?|es)|telegra\\w+|letters?|messages?|reports?|reported|dated|"
          + "inform(?:ed|s)|t(?:old|ells)|sa(?:id|ys)|ask(?:ed|s)|repl(?:ied|ies|y)|answer(?:ed|s)?|propos(?:ed|es)|"
          + "request(?:ed|s)?|suggest(?:ed|s)|conversations?|talk(?:ed|s)?|spoke|met|meeting|recorded|record|minutes|"
          + "documents?|memorand\\w+|instruct(?:ed|s|ions?)|stat(?:ed|es)|note[sd]?|order(?:ed|s)?|decid(?:ed|es)|"
          + "decisions?|thank(?:ed|s)|agreed|urged|warned|advised|announced|explained|complained)\\b",
      Pattern.CASE_INSENSITIVE);

  private final TextAnalyzer analyzer;
  private final PassageReader reader;
  private final ToDoubleFunction<String> rarity;
  /** The passages as claims are compared with them: all claims of an answer are compared with the same. */
  private final Map<Passage, Known> known = Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Makes a scorer.
   *
   * @param rarity tells how rare a term is, from 0 to 1
   * @param reader estimates how well a passage supports a claim
   */
  SupportScorer(TextAnalyzer analyzer, ToDoubleFunction<String> rarity, PassageReader reader) {
    this.reader = reader;
    this.analyzer = analyzer;
    this.rarity = rarity;
  }

  /**
   * Returns how well each of some passages supports a claim, the best first.
   *
   * <p>
   * The support of a passage is the sentence that supports best, with those beside it that support, too, or have what
   * the claim cannot do without.
   */
  public List<Support> read(String claim, List<Passage> passages) {
    Claimed claimed = claimed(claim);
    List<Reading> readings = reader.support(claim, passages.stream().map(AnswerReader::readable).toList());
    return IntStream.range(0, passages.size())
        .mapToObj(i -> {
          Reading reading = readings.get(i);
          return support(claimed, passages.get(i), reading.sentences(), chance(reading));
        })
        .sorted(Comparator.comparing((Support support) -> !support.missing().isEmpty())
            .thenComparing(Comparator.comparingDouble(Support::score).reversed()))
        .toList();
  }

  /**
   * Returns how well some passages together support a claim: what each has to say to it, with the estimate for all of
   * them read as one, and what is missing in all.
   */
  public List<Support> readTogether(String claim, List<Passage> passages) {
    Claimed claimed = claimed(claim);
    List<ReadablePassage> parts = passages.stream().map(AnswerReader::readable).toList();
    Reading reading = reader.support(claim, List.of(new ReadablePassage(
        parts.stream().map(ReadablePassage::header).distinct().collect(Collectors.joining("; ")),
        parts.stream().flatMap(part -> part.sentences().stream()).toList()))).getFirst();
    List<Support> supports = new ArrayList<>();
    int from = 0;
    for (Passage passage : passages) {
      int to = from + passage.sentences().size();
      supports.add(support(claimed, passage, reading.sentences().subList(from, to), chance(reading)));
      from = to;
    }
    Set<String> missing = new LinkedHashSet<>(supports.getFirst().missing());
    supports.forEach(support -> missing.retainAll(support.missing()));
    return supports.stream()
        .map(
            support -> new Support(support.document(), support.span(), support.score(), List.copyOf(missing)))
        .toList();
  }

  private static double chance(Reading reading) {
    double best = reading.sentences().stream().mapToDouble(Double::doubleValue).max()
        .orElse(Double.NEGATIVE_INFINITY);
    return 1 / (1 + Math.exp(-best - PASSAGE * reading.answers()));
  }

  private Support support(Claimed claimed, Passage passage, List<Double> sentences, double chance) {
    int best = IntStream.range(0, sentences.size()).boxed().max(Comparator.comparing(sentences::get))
        .orElse(0);
    Set<String> headed = headed(passage.document());
    List<Run> runs = new ArrayList<>();
    for (int first = Math.max(0, best - MAX_SENTENCES + 1); first <= best; first++) {
      for (int last = best; last < Math.min(sentences.size(), first + MAX_SENTENCES); last++) {
        Span span = new Span(passage.sentences().get(first).span().start(),
            passage.sentences().get(last).span().end());
        if (span.length() <= MAX_LENGTH || first == last) {
          runs.add(new Run(span,
              sentences.subList(first, last + 1).stream().mapToDouble(Double::doubleValue).sum(),
              missing(claimed, passage, headed, span)));
        }
      }
    }
    Run chosen = runs.stream().min(Comparator.comparingInt((Run run) -> run.missing().size())
        .thenComparing(Comparator.comparingDouble(Run::gain).reversed())).orElseThrow();
    return new Support(passage.document(), chosen.span(), chance, chosen.missing());
  }

  /** Holds sentences in a row, the sum of their scores, and what they lack. */
  private record Run(Span span, double gain, List<String> missing) {}

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
        && isNamed(word.date(), List.of(), document, true);
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
      String text, boolean denies, boolean reports) {

    List<Word> names() {
      return words.stream().filter(Word::name).toList();
    }
  }

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
    return new Claimed(words, numbers, dates, claim, DENIAL.matcher(claim).find(),
        REPORT.matcher(claim).find());
  }

  /** Returns what a claim cannot do without and a span and its document's heading do not have. */
  private List<String> missing(Claimed claimed, Passage passage, Set<String> headed, Span span) {
    Document document = passage.document();
    String text = WholeWords.of(document, span).text();
    Set<String> terms = terms(text);
    // Whom "he" means is told before; whether it is so is the reader's to say.
    String nearby = passage.wholeWords().text();
    Set<String> near = terms(nearby);
    Set<String> values = new HashSet<>();
    Quantities.find(text).forEach(quantity -> values.add(quantity.value()));
    List<DateExpression> dates = DateExpressions.find(text);
    Set<String> roots = Demonyms.roots(nearby + " ; " + heading(document));
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
      if (isOf(document, number, claimed.text())) {
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
      if (!isNamed(date, dates, document, claimed.reports())) {
        missing.add(date.span().of(claimed.text()));
      }
    }
    if (claimed.denies()
        ? !isDenied(nearest(claimed, text))
        : isReversed(claimed, text)) {
      missing.add("denial");
    }
    return missing;
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

  /**
   * Tells whether a date is one of those in the text, or a wider one around such a one.
   *
   * @param own whether the document's own date counts, too
   */
  private static boolean isNamed(DateExpression claimed, List<DateExpression> dates, Document document,
      boolean own) {
    var from = document.date().from();
    var to = document.date().to();
    if (own && from != null && to != null
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
