package org.readingroom.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;

/**
 * Cuts a document into sentences and the rows of its tables.
 *
 * <p>
 * A sentence ends with its full stop, question or exclamation mark and the quotes and brackets that close it,
 * unless that stop belongs to an abbreviation, an initial or the number of a list item. (The JDK's own
 * {@link java.text.BreakIterator} never ends one before a digit or an opening quote, which this kind of text is
 * full of.) A sentence too long to be quoted is cut at its clauses into parts of about the same length, and such a row
 * between its cells; a row of a table that goes on in the next line is one.
 */
public final class SentenceSplitter {

  /** The most characters in a sentence that is left whole, and in a run of sentences that is quoted. */
  public static final int MAX_LENGTH = 480;
  /** The fewest characters in a part of a sentence that is cut. */
  private static final int MIN_PART = MAX_LENGTH / 4;

  /** Chinese, Japanese, Khmer and Burmese sentences need no space between them. */
  private static final Pattern END = Pattern
      .compile("[.!?…؟۔।॥][.!?…؟\"”’')\\]]*\\s+|[。！？｡។။][。！？…”’」』）〉》】]*\\s*");
  private static final Pattern ABBREVIATION = Pattern.compile(
      "(?:^|[\\s(\\[\"“'‘/.-])(?:Cdes?|Comrs?|Com|Mr|Mrs|Ms|Dr|Prof|St|Gen|Maj|Col|Lt|Capt|Sgt|Adm|Brig|Amb|Min"
          + "|Dep|Sr|Jr|No|Nos|N|Nº|pp|p|para|Art|art|vol|Vol|ch|Fig|fig|Doc|doc|cf|vs|viz|approx|incl|e\\.g|i\\.e"
          + "|al|Fond|Opis|Delo|Op|Ltd|Co|[A-Z]|(?:[A-Z]\\.)+[A-Z]|Yu|Ya|Zh|Ch|Sh|th|a\\.k\\.a)\\.[\\s)\\]]*$");
  /** More characters than any abbreviation has with what stands before and after it. */
  private static final int LONGEST_ABBREVIATION = 16;
  private static final Pattern ITEM_NUMBER = Pattern
      .compile("^[\\s(\\[\"“]*(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\\s*$");
  private static final Pattern CLAUSE = Pattern
      .compile("(?<=[;:])\\s+|(?<=,)\\s+(?=(?:and|but|which|who|that|so|as|while|since|because|in|by)\\b)");
  /** Where a long sentence may be cut, the better places first. */
  private static final List<Pattern> GAPS = List.of(CLAUSE, Pattern.compile("(?<=[,،؛])\\s+|(?<=[，、；：])"),
      Pattern.compile("\\s+"));
  /** Where a long row may be cut: between its cells, then where a sentence in a cell may end. */
  private static final List<Pattern> ROW_GAPS = Stream
      .concat(Stream.of(Pattern.compile("(?<=;)\\s+"), END), GAPS.stream()).toList();

  /** Returns the sentences of a document in order; they do not overlap and leave out only white space. */
  public List<Sentence> split(Document document) {
    List<Sentence> sentences = new ArrayList<>();
    List<Paragraph> paragraphs = document.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      for (Span span : split(document.text(), paragraph)) {
        sentences.add(new Sentence(span, paragraph.role(), i));
      }
    }
    return sentences;
  }

  private static List<Span> split(String text, Paragraph paragraph) {
    Span whole = new Span(paragraph.start(), paragraph.end());
    return switch (paragraph.role()) {
      case TABLE -> rows(text, whole);
      case HEADING, SOURCE, SIGNATURE, FURNITURE -> one(text, whole);
      case BODY, LIST, FOOTNOTE, CAPTION, QUOTED -> sentences(text, whole);
    };
  }

  private static List<Span> one(String text, Span whole) {
    List<Span> one = new ArrayList<>();
    add(one, text, whole.start(), whole.end());
    return one;
  }

  private static List<Span> rows(String text, Span whole) {
    List<Span> rows = new ArrayList<>();
    lines(text, whole).forEach(line -> addWithin(rows, text, line.start(), line.end(), ROW_GAPS));
    return rows;
  }

  private static List<Span> lines(String text, Span whole) {
    List<Span> lines = new ArrayList<>();
    int start = whole.start();
    int end = start;
    while (start < whole.end()) {
      end = lineEnd(text, end, whole.end());
      if (!goesOn(text, start, end, whole.end())) {
        add(lines, text, start, end);
        start = end + 1;
      }
      end++;
    }
    return lines;
  }

  /** Tells whether a row without a figure goes on in the next line, which begins with a small letter. */
  private static boolean goesOn(String text, int start, int end, int last) {
    return end + 1 < last && Character.isLowerCase(text.charAt(end + 1))
        && lineEnd(text, end + 1, last) - start <= MAX_LENGTH
        && text.substring(start, end).codePoints().noneMatch(Character::isDigit);
  }

  private static int lineEnd(String text, int from, int last) {
    int newline = text.indexOf('\n', from);
    return newline < 0 || newline > last ? last : newline;
  }

  private static List<Span> sentences(String text, Span whole) {
    String paragraph = whole.of(text);
    List<Span> spans = new ArrayList<>();
    int start = 0;
    Matcher end = END.matcher(paragraph);
    while (end.find()) {
      if (isBoundary(paragraph, start, end.end())) {
        addWithin(spans, text, whole.start() + start, whole.start() + end.end(), GAPS);
        start = end.end();
      }
    }
    addWithin(spans, text, whole.start() + start, whole.end(), GAPS);
    return spans;
  }

  private static boolean isBoundary(String paragraph, int start, int end) {
    if (end == paragraph.length()) {
      return true;
    }
    char next = paragraph.charAt(end);
    String before = paragraph.substring(start, end);
    return !Character.isLowerCase(next) && next != ')' && next != ']' && next != ','
        && !endsInAbbreviation(before) && !ITEM_NUMBER.matcher(before).matches();
  }

  /**
   * Tells whether a stop is an abbreviation's. Looks only at the end, for a search from the start of a long sentence
   * would try every word.
   */
  public static boolean endsInAbbreviation(String sentence) {
    int from = Math.max(0, sentence.stripTrailing().length() - LONGEST_ABBREVIATION);
    return ABBREVIATION.matcher(sentence).region(from, sentence.length()).useAnchoringBounds(false).find();
  }

  /** Adds a sentence or a row, cut at some of its gaps where it is too long to be quoted. */
  private static void addWithin(List<Span> spans, String text, int start, int end, List<Pattern> gaps) {
    int from = start;
    while (end - from > MAX_LENGTH) {
      int cut = cut(text, from, end, gaps);
      add(spans, text, from, cut);
      from = cut;
    }
    add(spans, text, from, end);
  }

  /** Returns the gap to cut at that leaves parts of the most even length, or else a place between two characters. */
  private static int cut(String text, int from, int end, List<Pattern> gaps) {
    int even = from + (end - from) / Math.ceilDiv(end - from, MAX_LENGTH);
    for (Pattern gap : gaps) {
      Matcher matcher = gap.matcher(text).region(from + MIN_PART, Math.min(from + MAX_LENGTH, end - MIN_PART))
          .useTransparentBounds(true);
      Optional<Integer> nearest = matcher.results().map(MatchResult::end)
          .min(Comparator.comparingInt(place -> Math.abs(place - even)));
      if (nearest.isPresent()) {
        return nearest.get();
      }
    }
    return even - (Character.isLowSurrogate(text.charAt(even)) ? 1 : 0);
  }

  private static void add(List<Span> spans, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
  }

  /** Tells what is white space, no-break spaces included. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
