package org.readingroom.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;
import org.readingroom.passage.WholeWords;
import org.readingroom.text.Demonyms;
import org.readingroom.text.Term;
import org.readingroom.text.TextAnalyzer;

/**
 * Is a text as a row of words that can be told to be the same as those of another: a name in any of its forms, a
 * number or a date is one word, and endings do not count.
 *
 * @param words the words in their order
 * @param terms what they are indexed by, the parts of names too
 */
record ComparedText(List<Word> words, Set<String> terms) {

  private static final Pattern NEW_SENTENCE = Pattern
      .compile("(?<!\\b(?:\\p{Lu}|No|Nos|Mr|Mrs|Dr|Gen|Col|Lt|Cde))[.!?…].*\\s.*|.*\\n\\s*\\n.*",
          Pattern.DOTALL);
  private static final Pattern PAUSE = Pattern.compile("[,;:“”\"«»—–…]|\\s-+\\s|--");
  private static final Pattern BRACKET = Pattern.compile("[()\\[\\]]");
  private static final Pattern JOINT = Pattern.compile("[-‐‑:/.,'’]?");

  /** Says what stands before a word. */
  enum Break {
    NONE,
    /** A comma, dash, mark of quotation or other sign inside a sentence. */
    PAUSE,
    /** A bracket that opens or closes. */
    BRACKET,
    /** The end of a sentence, or nothing. */
    SENTENCE
  }

  /**
   * Is a word, name, number or date.
   *
   * @param keys what it may share with the same word elsewhere
   * @param lower the word as it is written, in lower case
   * @param joined whether it is written together with the word before, as with a hyphen
   * @param date the date that it is; null for others
   */
  record Word(Set<String> keys, String lower, Break before, boolean joined,
      @Nullable DateExpression date) {

    boolean is(Word other) {
      if (date != null && other.date != null) {
        return date.isSame(other.date);
      }
      return !Collections.disjoint(keys, other.keys);
    }
  }

  ComparedText {
    words = List.copyOf(words);
    terms = Set.copyOf(terms);
  }

  /** Reads a claim, or what is written above a document. */
  static ComparedText of(String text, TextAnalyzer analyzer) {
    return of(text, Set.of(), analyzer);
  }

  /** Reads a passage. */
  static ComparedText of(Passage passage, TextAnalyzer analyzer) {
    WholeWords whole = passage.wholeWords();
    return of(whole.text(), passage.sentences().stream()
        .map(sentence -> whole.offset(sentence.span().start())).collect(Collectors.toSet()), analyzer);
  }

  private static ComparedText of(String text, Set<Integer> starts, TextAnalyzer analyzer) {
    List<Term> terms = analyzer.terms(text);
    List<DateExpression> dates = DateExpressions.find(text);
    List<Piece> whole = new ArrayList<>();
    dates.forEach(date -> add(whole, new Piece(date.span(), new HashSet<>(), date, false)));
    for (Term term : terms) {
      if (term.isName()) {
        Piece name = new Piece(new Span(term.start(), term.end()), new HashSet<>(Set.of(term.text())), null,
            true);
        add(whole, name);
      }
    }
    for (Quantities.Quantity number : Quantities.find(text)) {
      add(whole, new Piece(number.span(), new HashSet<>(Set.of("#" + number.value())), null, false));
    }
    TreeMap<Integer, Piece> pieces = new TreeMap<>();
    whole.forEach(piece -> pieces.put(piece.span().start(), piece));
    for (Term term : terms) {
      if (term.isName() || term.end() <= term.start()) {
        continue;
      }
      Span span = new Span(term.start(), term.end());
      if (whole.stream().noneMatch(piece -> piece.span().overlaps(span) && !piece.span().equals(span))) {
        pieces.computeIfAbsent(term.start(), start -> new Piece(span, new HashSet<>(), null, false)).keys()
            .add(term.text());
      }
    }
    List<Word> words = new ArrayList<>();
    int end = 0;
    for (Piece piece : pieces.values()) {
      String written = piece.span().of(text);
      if (Character.isUpperCase(written.codePointAt(0)) && written.indexOf(' ') < 0) {
        piece.keys().add("~" + Demonyms.root(written).toLowerCase(Locale.ROOT));
      }
      int from = Math.min(end, piece.span().start());
      Break before = between(text, from, piece.span().start(), starts);
      boolean joined = from > 0 && JOINT.matcher(text.substring(from, piece.span().start())).matches();
      words.add(new Word(piece.keys(), written.toLowerCase(Locale.ROOT), before, joined, piece.date()));
      end = piece.span().end();
    }
    return new ComparedText(words, terms.stream().map(Term::text).collect(Collectors.toSet()));
  }

  private record Piece(Span span, Set<String> keys, @Nullable DateExpression date, boolean name) {}

  /** Adds a piece unless another is there already; one in the same place gives it its keys. */
  private static void add(List<Piece> pieces, Piece piece) {
    for (Piece other : pieces) {
      if (other.span().overlaps(piece.span())) {
        if (other.span().equals(piece.span()) && other.name()) {
          other.keys().addAll(piece.keys());
        }
        return;
      }
    }
    pieces.add(piece);
  }

  private static Break between(String text, int from, int to, Set<Integer> starts) {
    String gap = text.substring(from, to);
    return from == 0 || starts.stream().anyMatch(start -> from <= start && start <= to)
        || NEW_SENTENCE.matcher(gap).matches()
            ? Break.SENTENCE
            : BRACKET.matcher(gap).find()
                ? Break.BRACKET
                : PAUSE.matcher(gap).find() ? Break.PAUSE : Break.NONE;
  }

  /** Tells whether another text has no word that is not here, wherever it stands. */
  boolean hasAll(ComparedText other) {
    return terms.containsAll(other.terms);
  }

  int size() {
    return words.size();
  }

  Word get(int index) {
    return words.get(index);
  }

  /** Returns the text from a word on. */
  ComparedText from(int index) {
    return new ComparedText(part(index, size()), terms);
  }

  /** Returns the words from one index to another. */
  List<Word> part(int from, int to) {
    return words.subList(from, Math.max(from, to));
  }
}
