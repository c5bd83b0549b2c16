package org.readingroom.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;

/**
 * Cuts text into terms, for the index and for queries alike: words without case, accents and English endings,
 * numbers without separators, and beside every form of a name the one term of its authority entry. Chinese, Japanese,
 * Korean, Thai, Lao, Khmer and Burmese writing is cut into pairs of characters, since most of it does not tell where
 * words end.
 */
public final class TextAnalyzer extends Analyzer {

  /** Begins the term of an authority entry; no word does. */
  public static final char NAME_MARK = '§';

  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`]");
  /** The plural of a number: of what it names, such as the MiG-15s, or of its years. */
  private static final Pattern PLURAL = Pattern.compile("(?<=^\\d{1,9})s$");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,.](?=\\d{3}(?:\\D|$))");
  private static final List<String> SMALL_NUMBERS = List.of("zero", "one", "two", "three", "four", "five",
      "six",
      "seven", "eight", "nine", "ten", "eleven", "twelve");

  private final SynonymMap names;
  private final Map<String, Authority.Entry> entries = new HashMap<>();

  /** Makes an analyzer that knows the names of an authority file. */
  public TextAnalyzer(Authority authority) {
    try {
      this.names = names(authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream named = new SynonymGraphFilter(folded(words), names, true);
    return new TokenStreamComponents(words, new PorterStemFilter(new FlattenGraphFilter(named)));
  }

  /** Returns the terms of a text in order, each with its place. */
  public List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  /** Returns the terms of a text as an index takes them. */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = tokenStream("", new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), step.getPositionIncrement()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** Returns the authority entry that a term stands for, or null for a word. */
  public Authority.@Nullable Entry entry(String term) {
    return entries.get(term);
  }

  private static TokenStream folded(TokenStream words) {
    TokenStream stream = new EnglishPossessiveFilter(new SyllablePairs(words));
    stream = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(stream)));
    stream = new CJKBigramFilter(stream);
    stream = new PatternReplaceFilter(stream, APOSTROPHE, "", true);
    stream = new PatternReplaceFilter(stream, PLURAL, "", false);
    return new PatternReplaceFilter(stream, THOUSANDS, "", true);
  }

  private SynonymMap names(Authority authority) throws IOException {
    SynonymMap.Builder builder = new SynonymMap.Builder(true);
    for (int number = 0; number < SMALL_NUMBERS.size(); number++) {
      builder.add(new CharsRef(SMALL_NUMBERS.get(number)), new CharsRef(Integer.toString(number)), true);
    }
    CharArraySet seen = new CharArraySet(1_000, false);
    for (Authority.Entry entry : authority.entries()) {
      String id = NAME_MARK + String.join("_", fold(entry.name())).toUpperCase(Locale.ROOT);
      for (List<String> folded : forms(entry)) {
        if (!folded.isEmpty() && seen.add(String.join(" ", folded))) {
          CharsRef input = SynonymMap.Builder.join(folded.toArray(String[]::new), new CharsRefBuilder());
          builder.add(input, new CharsRef(id), true);
        }
      }
      entries.put(id, entry);
    }
    return builder.build();
  }

  /** Returns the forms of a name, also one run into the next: Chairman Mao, Mao Zedong, Chairman Mao Zedong. */
  private static List<List<String>> forms(Authority.Entry entry) throws IOException {
    List<List<String>> forms = new ArrayList<>();
    forms.add(fold(entry.name()));
    for (String variant : entry.variants()) {
      forms.add(fold(variant));
    }
    for (List<String> first : List.copyOf(forms)) {
      for (List<String> next : List.copyOf(forms)) {
        if (first.size() > 1 && next.size() > 1 && first.getLast().equals(next.getFirst())) {
          List<String> whole = new ArrayList<>(first);
          whole.addAll(next.subList(1, next.size()));
          forms.add(whole);
        }
      }
    }
    return forms;
  }

  private static List<String> fold(String name) throws IOException {
    StandardTokenizer words = new StandardTokenizer();
    words.setReader(new StringReader(name));
    List<String> folded = new ArrayList<>();
    try (TokenStream stream = folded(words)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        folded.add(term.toString());
      }
      stream.end();
    }
    return folded;
  }
}
