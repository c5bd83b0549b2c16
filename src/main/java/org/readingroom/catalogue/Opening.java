package org.readingroom.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.catalogue.Finding.Place;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;

/** Finds the words that a document's running text begins with. */
final class Opening {

  /** The fewest characters of a sentence that is no mere address or letterhead. */
  private static final int MIN_LENGTH = 60;

  /** A telegram whose paragraphs are numbered has nothing but items of a list. */
  private static final Set<Paragraph.Role> TELLING = Set.of(Paragraph.Role.BODY, Paragraph.Role.LIST);

  private Opening() {}

  /** Returns the first sentence that says something; empty for a document without one that can be quoted. */
  static Optional<Place> sentence(Document document) {
    return first(document).map(span -> new Place(document, span, List.of()));
  }

  /** Returns that sentence and those after it in its paragraph, as far as they fit into one quotation. */
  static Optional<Place> sentences(Document document) {
    return first(document).map(first -> {
      int end = first.end();
      for (Sentence sentence : new SentenceSplitter().split(document)) {
        boolean follows = sentence.span().start() >= end && sentence.span().start() - end <= 2
            && TELLING.contains(sentence.role());
        if (follows && sentence.span().end() - first.start() <= SentenceSplitter.MAX_LENGTH) {
          end = sentence.span().end();
        }
      }
      return new Place(document, new Span(first.start(), end), List.of());
    });
  }

  private static Optional<Span> first(Document document) {
    List<Sentence> sentences = new SentenceSplitter().split(document).stream()
        .filter(sentence -> sentence.span().length() <= SentenceSplitter.MAX_LENGTH).toList();
    List<Sentence> telling = sentences.stream().filter(sentence -> TELLING.contains(sentence.role()))
        .toList();
    return telling.stream().filter(sentence -> sentence.span().length() >= MIN_LENGTH).findFirst()
        .or(() -> telling.stream().max(Comparator.comparingInt(sentence -> sentence.span().length())))
        .or(() -> sentences.stream().findFirst()).map(Sentence::span);
  }
}
