package org.readingroom.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;

/**
 * Cuts a document into sentences and the rows of its tables.
 *
 * <p>
 * A sentence ends with its full stop, question or exclamation mark and the quotes and brackets that close it,
 * unless that stop belongs to an abbreviation, an initial or the number of a list item. (The JDK's own
 * {@link java.text.BreakIterator} never ends one before a digit or an opening quote, which this kind of text is
 * full of.) A sentence too long to be quoted is cut at its clauses.
 */
public final class SentenceSplitter {

  /** The most characters in a sentence that is left whole. */
  static final int MAX_LENGTH = 440;

  private static final Pattern END = Pattern.compile("[.!?…][.!?…\"”’')\\]]*\\s+");
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
  private static final Pattern ANY_GAP = Pattern.compile("\\s+");

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
      case TABLE -> lines(text, whole);
      case HEADING, SOURCE, SIGNATURE -> one(text, whole);
      case BODY, LIST, FOOTNOTE -> sentences(text, whole);
    };
  }

  private static List<Span> one(String text, Span whole) {
    List<Span> one = new ArrayList<>();
    add(one, text, whole.start(), whole.end());
    return one;
  }

  private static List<Span> lines(String text, Span whole) {
    List<Span> lines = new ArrayList<>();
    int start = whole.start();
    while (start < whole.end()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 || newline > whole.end() ? whole.end() : newline;
      add(lines, text, start, end);
      start = end + 1;
    }
    return lines;
  }

  private static List<Span> sentences(String text, Span whole) {
    String paragraph = whole.of(text);
    List<Span> spans = new ArrayList<>();
    int start = 0;
    Matcher end = END.matcher(paragraph);
    while (end.find()) {
      if (isBoundary(paragraph, start, end.end())) {
        addWithin(spans, text, whole.start() + start, whole.start() + end.end());
        start = end.end();
      }
    }
    addWithin(spans, text, whole.start() + start, whole.end());
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

  /** Looks only at the end, for a search from the start of a long sentence would try every word. */
  private static boolean endsInAbbreviation(String sentence) {
    int from = Math.max(0, sentence.stripTrailing().length() - LONGEST_ABBREVIATION);
    return ABBREVIATION.matcher(sentence).region(from, sentence.length()).useAnchoringBounds(false).find();
  }

  /** Adds a sentence, cut at its clauses where it is too long to be quoted. */
  private static void addWithin(List<Span> spans, String text, int start, int end) {
    int from = start;
    while (end - from > MAX_LENGTH) {
      int cut = lastGap(CLAUSE, text, from, from + MAX_LENGTH);
      if (cut < 0) {
        cut = lastGap(ANY_GAP, text, from, from + MAX_LENGTH);
      }
      if (cut < 0) {
        cut = from + MAX_LENGTH;
        cut -= Character.isLowSurrogate(text.charAt(cut)) ? 1 : 0;
      }
      add(spans, text, from, cut);
      from = cut;
    }
    add(spans, text, from, end);
  }

  /** Returns the end of the last gap that leaves a piece worth quoting before it, or -1. */
  private static int lastGap(Pattern gap, String text, int from, int to) {
    var matcher = gap.matcher(text).region(from, to).useTransparentBounds(true);
    int cut = -1;
    while (matcher.find()) {
      if (matcher.end() - from > MAX_LENGTH / 4) {
        cut = matcher.end();
      }
    }
    return cut;
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
