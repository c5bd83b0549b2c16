package org.readingroom.answer;

import java.util.List;
import org.readingroom.collection.Document;

/** What is said in reply to a question: an answer with its citations, one that needs none, or that there is none. */
public sealed interface Answer {

  /** Returns the reply in words, with {@code [n]} where citation n belongs. */
  String text();

  /** Returns the citations in the order of their markers. */
  default List<Citation> citations() {
    return List.of();
  }

  /** Returns what a language model says in it in its own words, in order; none where the documents' words answer. */
  default List<SupportedClaim> claims() {
    return List.of();
  }

  /** Returns documents to look at besides those cited. */
  default List<Document> related() {
    return List.of();
  }

  /** Tells whether the question is answered. */
  default boolean isAnswer() {
    return !(this instanceof Abstained);
  }

  /**
   * Answers the question.
   *
   * @param citations the citations in the order of their markers, at least one
   * @param claims what a language model says in its own words, in order
   */
  record Answered(String text, List<Citation> citations, List<SupportedClaim> claims) implements Answer {

    public Answered {
      citations = List.copyOf(citations);
      claims = List.copyOf(claims);
      if (citations.isEmpty()) {
        throw new IllegalArgumentException("an answer has at least one citation");
      }
      if (!claims.stream().allMatch(claim -> claim.text().equals(claim.span().of(text)))) {
        throw new IllegalArgumentException("a claim is not in the answer");
      }
    }

    /** Answers with the documents' words. */
    public Answered(String text, List<Citation> citations) {
      this(text, citations, List.of());
    }
  }

  /**
   * Answers a question about the collection, or a greeting, which no quotation could.
   *
   * @param related the documents that are spoken of, for the reader to look at; may be empty
   */
  record Told(String text, List<Document> related) implements Answer {

    public Told {
      related = List.copyOf(related);
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
