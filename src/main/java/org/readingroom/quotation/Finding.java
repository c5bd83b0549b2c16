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

  /** Says that nothing in the documents resembles the words. */
  record None() implements Finding {}
}
