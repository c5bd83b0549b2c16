package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.reading.ReadablePassage;

/**
 * A few passages that look alike, about which questions are asked.
 *
 * @param corpus what the passages are from, in one word
 */
public record Pack(String name, String corpus, List<Part> passages) {

  /** The corpus of passages that are from the collection that comes with the program. */
  static final String BUILT_IN = "reader";

  /**
   * One passage.
   *
   * @param id its name within the pack
   * @param document the document it is from; a number where the corpus is {@link #BUILT_IN}
   */
  public record Part(String id, String document, ReadablePassage text) {

    /** Returns the name of a sentence, such as {@code 3.2} for the second one of the passage 3. */
    String sentence(int place) {
      return id + "." + (place + 1);
    }
  }

  public Pack {
    passages = List.copyOf(passages);
  }

  boolean isBuiltIn() {
    return corpus.equals(BUILT_IN);
  }

  List<ReadablePassage> texts() {
    return passages.stream().map(Part::text).toList();
  }

  /** Returns the names of all sentences in order. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Part passage : passages) {
      for (int i = 0; i < passage.text().sentences().size(); i++) {
        sentences.add(passage.sentence(i));
      }
    }
    return sentences;
  }
}
