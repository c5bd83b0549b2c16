package org.readingroom.quotation;

import java.util.List;

/** Says where words that somebody quotes stand, or what comes nearest to them. */
public sealed interface Finding {

  /**
   * Says that the words stand in a document as they are quoted, but for typography.
   *
   * @param occurrences every place where they do, in the order of the collection, at least one
   */
  record Exact(List<Occurrence> occurrences) implements Finding {

    public Exact {
      occurrences = List.copyOf(occurrences);
      if (occurrences.isEmpty()) {
        throw new IllegalArgumentException("an exact finding has a place");
      }
    }
  }

  /**
   * Says that other words come nearest.
   *
   * @param similarity how much of the words agrees, rare words counting more, from 0 to 1
   * @param differences where the two part, in order, at least one
   */
  record Nearest(Occurrence occurrence, double similarity, List<Difference> differences)
      implements
        Finding {

    public Nearest {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Says that the same words stand in a document, some of them in other case.
   *
   * @param occurrences every place where they do, in the order of the collection, at least one
   */
  record OtherCase(List<Occurrence> occurrences) implements Finding {

    public OtherCase {
      occurrences = List.copyOf(occurrences);
      if (occurrences.isEmpty()) {
        throw new IllegalArgumentException("words in other case have a place");
      }
    }
  }

  /**
   * Says that the words are put together from several places.
   *
   * @param pieces what stands word for word in a place, in the order of the quotation, at least two
   * @param share how many of the words are in one of them, from 0 to 1
   */
  record Spliced(List<Piece> pieces, double share) implements Finding {

    /**
     * Is a stretch of the quotation that stands somewhere.
     *
     * @param start where it starts in the quotation, in UTF-16 code units
     * @param end where it ends there, exclusive
     */
    public record Piece(int start, int end, Occurrence occurrence) {}

    public Spliced {
      pieces = List.copyOf(pieces);
      if (pieces.size() < 2) {
        throw new IllegalArgumentException("what is put together has two pieces");
      }
    }
  }

  /**
   * Says that no words resemble these, but that a passage says nearly the same.
   *
   * @param similarity how near it is in meaning, from 0 to 1
   */
  record LikeInMeaning(Occurrence occurrence, double similarity) implements Finding {}

  /** Says that nothing in the documents resembles the words. */
  record None() implements Finding {}
}
