package org.readingroom.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph.Role;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.Span;
import org.readingroom.search.ReadPassage;
import org.readingroom.search.Retrieval;

/**
 * A sentence of a passage that was read.
 *
 * @param place its place among the sentences of its passage
 * @param score how well it answers
 */
record ScoredSentence(Passage passage, int place, double score) {

  private static final int MIN_LENGTH = 15;
  /** A name before what its bearer says: up to four capitalised words and a full stop or colon. */
  private static final Pattern SPEAKER = Pattern
      .compile("(?:\\p{Lu}[\\p{L}'’-]*\\s+){0,3}\\p{Lu}[\\p{L}'’-]*[.:]");

  /** Returns all sentences read, those of one document in their order. */
  static List<ScoredSentence> inOrder(Retrieval retrieval) {
    List<ScoredSentence> sentences = new ArrayList<>();
    retrieval.read().stream()
        .sorted(Comparator.comparingInt((ReadPassage read) -> read.passage().document().number())
            .thenComparingInt(read -> read.passage().ordinal()))
        .forEach(read -> {
          for (int i = 0; i < read.sentences().size(); i++) {
            sentences.add(new ScoredSentence(read.passage(), i, read.sentences().get(i)));
          }
        });
    return sentences;
  }

  Document document() {
    return passage.document();
  }

  Span span() {
    return sentence().span();
  }

  private Sentence sentence() {
    return passage.sentences().get(place);
  }

  private String text() {
    return span().of(document().text());
  }

  /** Tells whether this sentence comes right after another and goes on with it; no heading does. */
  boolean follows(ScoredSentence other) {
    boolean next = passage.equals(other.passage)
        ? place == other.place + 1
        : place == 0 && other.place == other.passage.sentences().size() - 1
            && document().number() == other.document().number()
            && passage.ordinal() == other.passage.ordinal() + 1;
    return next && sentence().role() != Role.HEADING && other.sentence().role() != Role.HEADING;
  }

  /** Tells whether a quotation may end with it: not with a question, nor with the name of who speaks next. */
  boolean canEnd() {
    String text = text();
    return !text.stripTrailing().endsWith("?") && !SPEAKER.matcher(text).matches();
  }

  /** Tells whether it may be quoted alone. */
  boolean canStandAlone() {
    return sentence().role() != Role.HEADING && span().length() >= MIN_LENGTH && canEnd()
        && span().length() <= Quote.MAX_LENGTH && score > Double.NEGATIVE_INFINITY;
  }
}
