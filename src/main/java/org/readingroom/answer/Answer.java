package org.readingroom.answer;

import java.util.List;
import org.readingroom.collection.Document;

/** Is what is said in reply to a question: an answer with its citations, or that there is none. */
public sealed interface Answer {

  /** Returns the reply in words, with {@code [n]} where citation n belongs. */
  String text();

  /**
   * Answers the question.
   *
   * @param citations the citations in the order of their markers, at least one
   */
  record Answered(String text, List<Citation> citations) implements Answer {

    public Answered {
      citations = List.copyOf(citations);
      if (citations.isEmpty()) {
        throw new IllegalArgumentException("an answer has at least one citation");
      }
    }
  }

  /**
   * Says that the documents do not answer the question.
   *
   * @param related the nearest documents, for the reader to look at; may be empty
   */
  record Abstained(String text, List<Document> related) implements Answer {

    public Abstained {
      related = List.copyOf(related);
    }
  }
}
