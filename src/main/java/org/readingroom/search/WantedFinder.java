package org.readingroom.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.collection.Authority;
import org.readingroom.passage.Span;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/** Finds in a text what may be of the kind that a question asks for and is not in the question itself. */
final class WantedFinder {

  /** Where a word of any letters may begin or end. */
  private static final String EDGE = "(?U:\\b)";
  private static final Pattern NUMBER = Pattern.compile(
      "\\b\\d[\\d,.]*\\d(?:\\s?(?:%|percent))?|\\b\\d+%?|" + EDGE
          + "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
          + "|forty|fifty|sixty|hundreds?|thousands?|million|half|once|twice)" + EDGE,
      Pattern.CASE_INSENSITIVE);
  /** The number of an item in a list, which counts nothing. */
  private static final Pattern ENUMERATOR = Pattern.compile("(?m)^\\s*\\(?\\d{1,2}[.)](?=\\s)");
  private static final Pattern NAME = Pattern
      .compile(EDGE + "(?:\\p{Lu}[\\p{L}'’-]+\\s+){1,3}\\p{Lu}[\\p{L}'’-]+|" + EDGE + "\\p{Lu}{4,}" + EDGE);
  private static final Pattern PROPER = Pattern.compile("(?<=[\\p{L},;)] )\\p{Lu}[\\p{L}'’-]{3,}");
  private static final Pattern REASON = Pattern
      .compile("\\b(?:because|since|due to|owing to|in view of|in order to|so that"
          + "|as a result|therefore|consequently|the reason|in connection with|caused|for fear|thus|explained by"
          + "|inasmuch|taking into account|considering)\\b", Pattern.CASE_INSENSITIVE);

  private final AnswerType wanted;
  private final Measure measure;
  private final String question;
  private final TextAnalyzer analyzer;
  private final List<DateExpression> asked;

  WantedFinder(Query query, TextAnalyzer analyzer) {
    this.wanted = query.wanted();
    this.question = query.text().toLowerCase(Locale.ROOT);
    this.measure = Measure.askedFor(query.focused());
    this.analyzer = analyzer;
    this.asked = query.dates();
  }

  /** Returns the places of what is asked for in a sentence, in order; none where no rule can know. */
  List<Span> find(String sentence, List<Term> terms, int offset) {
    return find(sentence, terms, offset, DateExpressions.find(sentence));
  }

  /** Does the same where the dates in the sentence are known. */
  List<Span> find(String sentence, List<Term> terms, int offset, List<DateExpression> dates) {
    return switch (wanted) {
      case NUMBER -> numbers(sentence, dates);
      case DATE -> dates.stream()
          .filter(date -> asked.stream().noneMatch(known -> known.isDay() && known.meets(date)))
          .map(DateExpression::span).toList();
      case PERSON -> names(sentence, terms, offset, Authority.Type.PERSON, NAME);
      case PLACE -> names(sentence, terms, offset, Authority.Type.PLACE, PROPER);
      case REASON -> matches(REASON, sentence);
      case LIST, COURSE, OTHER -> List.of();
    };
  }

  /** Tells whether the kind asked for is one that can be recognised in a text. */
  boolean canTell() {
    return wanted != AnswerType.LIST && wanted != AnswerType.COURSE && wanted != AnswerType.OTHER;
  }

  private List<Span> numbers(String sentence, List<DateExpression> dates) {
    List<Span> enumerators = matches(ENUMERATOR, sentence);
    return matches(NUMBER, sentence).stream()
        .filter(number -> enumerators.stream().noneMatch(number::overlaps))
        .filter(number -> dates.stream().map(DateExpression::span).noneMatch(number::overlaps))
        .filter(number -> measure.isIn(sentence, number.end())).toList();
  }

  private List<Span> names(String sentence, List<Term> terms, int offset, Authority.Type type,
      Pattern unknown) {
    List<Span> found = new ArrayList<>();
    for (Term term : terms) {
      Authority.Entry entry = term.isName() ? analyzer.entry(term.text()) : null;
      if (entry != null && entry.type() == type) {
        add(found, sentence, term.start() - offset, term.end() - offset);
      }
    }
    for (Span span : matches(unknown, sentence)) {
      if (found.stream().noneMatch(span::overlaps)) {
        add(found, sentence, span.start(), span.end());
      }
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private void add(List<Span> found, String sentence, int start, int end) {
    if (start >= 0 && end <= sentence.length() && start < end
        && !question.contains(sentence.substring(start, end).toLowerCase(Locale.ROOT))) {
      found.add(new Span(start, end));
    }
  }

  private List<Span> matches(Pattern pattern, String sentence) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      if (wanted == AnswerType.REASON || !containsWord(question, matcher.group().toLowerCase(Locale.ROOT))) {
        found.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return found;
  }

  private static boolean containsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
