package org.readingroom.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Span;

/**
 * Measures how deep one has to read in what search finds in the whole collection to have an answer: every sentence of
 * one of the sets that answer is in part in one of the passages.
 */
final class PackRecall {

  /** How many passages deep it looks. */
  static final List<Integer> DEPTHS = List.of(5, 10, 16, 20, 50);

  private final Collection collection;
  private final BiFunction<String, Integer, List<Passage>> search;

  /**
   * Makes a measure.
   *
   * @param search finds the best passages for a question, so many at most
   */
  PackRecall(Collection collection, BiFunction<String, Integer, List<Passage>> search) {
    this.collection = collection;
    this.search = search;
  }

  /** A stretch of a document. */
  private record Place(int document, Span span) {

    boolean isIn(Passage passage) {
      return passage.document().number() == document && passage.span().overlaps(span);
    }
  }

  /**
   * Returns how many passages must be read, {@link Integer#MAX_VALUE} where more than the greatest depth; empty where the
   * question has no answer or its sentences do not stand in the collection.
   */
  Optional<Integer> depth(PackQuestion question) {
    if (!question.pack().isBuiltIn() || !question.answerable()) {
      return Optional.empty();
    }
    Map<String, Place> places = places(question.pack());
    List<Set<String>> answers = question.answers().stream().filter(places.keySet()::containsAll).toList();
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    List<Passage> found = search.apply(question.question(), DEPTHS.getLast());
    return answers.stream()
        .map(answer -> answer.stream()
            .mapToInt(sentence -> depth(Objects.requireNonNull(places.get(sentence)), found)).max().orElseThrow())
        .min(Integer::compare);
  }

  private static int depth(Place place, List<Passage> found) {
    for (int i = 0; i < found.size(); i++) {
      if (place.isIn(found.get(i))) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Returns where the sentences of a pack stand in the collection; those that do not are left out. */
  private Map<String, Place> places(Pack pack) {
    Map<String, Place> places = new TreeMap<>();
    for (Pack.Part passage : pack.passages()) {
      document(passage.document()).ifPresent(document -> place(passage, document, places));
    }
    return places;
  }

  private Optional<Document> document(String number) {
    return number.matches("\\d{1,9}") ? collection.document(Integer.parseInt(number)) : Optional.empty();
  }

  /** Looks for the passage as a whole, white space aside, since a short sentence may stand in many places. */
  private static void place(Pack.Part passage, Document document, Map<String, Place> places) {
    String text = document.text();
    int[] offsets = IntStream.range(0, text.length()).filter(i -> !isSpace(text.charAt(i))).toArray();
    String stripped = SourceText.withoutWhiteSpace(text);
    List<String> sentences = passage.text().sentences().stream().map(SourceText::withoutWhiteSpace).toList();
    int from = stripped.indexOf(String.join("", sentences));
    if (from < 0) {
      return;
    }
    for (int i = 0; i < sentences.size(); i++) {
      int to = from + sentences.get(i).length();
      if (to > from) {
        places.put(passage.sentence(i),
            new Place(document.number(), new Span(offsets[from], offsets[to - 1] + 1)));
      }
      from = to;
    }
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
