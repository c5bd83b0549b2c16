package org.readingroom.passage;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.text.Script;

/**
 * Cuts a document into passages of whole sentences.
 *
 * <p>
 * A passage ends where it has its share of words, rather at the end of a paragraph than within one, and
 * rather after a table than in it. The archival citation is part of no passage, nor are running heads.
 */
public final class Chunker {

  private final Chunking chunking;
  private final SentenceSplitter splitter = new SentenceSplitter();

  public Chunker(Chunking chunking) {
    this.chunking = chunking;
  }

  /** Returns the passages of a document in order. */
  public List<Passage> chunk(Document document) {
    List<Sentence> sentences = splitter.split(document).stream()
        .filter(s -> s.role() != Role.SOURCE && s.role() != Role.FURNITURE).toList();
    List<Passage> passages = new ArrayList<>();
    List<Sentence> open = new ArrayList<>();
    int words = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      int more = words(document, sentence);
      boolean apart = !open.isEmpty() && isBetween(document, open.getLast(), sentence);
      if (apart || (!open.isEmpty() && endsBefore(open.getLast(), sentence, words, more))) {
        passages.add(passage(document, passages.size(), open));
        int shared = apart ? 0 : Math.min(chunking.overlap(), open.size());
        open = new ArrayList<>(open.subList(open.size() - shared, open.size()));
        words = open.stream().mapToInt(s -> words(document, s)).sum();
      }
      open.add(sentence);
      words += more;
    }
    if (!open.isEmpty()) {
      passages.add(passage(document, passages.size(), open));
    }
    return passages;
  }

  /** Tells whether words that belong to no passage stand between two sentences: a quotation is one span. */
  private static boolean isBetween(Document document, Sentence last, Sentence next) {
    return last.paragraph() < next.paragraph()
        && document.paragraphs().subList(last.paragraph(), next.paragraph()).stream()
            .anyMatch(paragraph -> paragraph.role() == Role.SOURCE || paragraph.role() == Role.FURNITURE);
  }

  private boolean endsBefore(Sentence last, Sentence next, int words, int more) {
    int target = chunking.words();
    boolean sameTable = last.role() == Role.TABLE && next.role() == Role.TABLE;
    boolean headed = last.role() == Role.HEADING;
    if (sameTable || headed) {
      return words + more > target * 3 / 2;
    }
    boolean newParagraph = last.paragraph() != next.paragraph();
    return words + more > target * 5 / 4 || (newParagraph && words >= target * 3 / 4)
        || (next.role() == Role.HEADING && words >= target / 2);
  }

  private static Passage passage(Document document, int ordinal, List<Sentence> sentences) {
    Span span = new Span(sentences.getFirst().span().start(), sentences.getLast().span().end());
    return new Passage(document, ordinal, span, sentences);
  }

  /** Counts words, in writing without spaces two characters for one. */
  private static int words(Document document, Sentence sentence) {
    String text = document.text();
    int words = 0;
    int unspaced = 0;
    boolean inWord = false;
    for (int i = sentence.span().start(); i < sentence.span().end(); i++) {
      char c = text.charAt(i);
      boolean apart = Script.isUnspaced(c);
      unspaced += apart ? 1 : 0;
      boolean inside = !apart && !Character.isWhitespace(c);
      words += inside && !inWord ? 1 : 0;
      inWord = inside;
    }
    return words + Math.ceilDiv(unspaced, 2);
  }
}
