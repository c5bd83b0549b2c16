package org.readingroom.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.passage.Passage;

/**
 * One state of an index of passages, as far as the engine can keep one: what changes meanwhile is not seen, or is left
 * out.
 *
 * <p>
 * It counts its users, of whom the one that opened it is the first, and closes what it holds when the last has let go.
 * Any number of threads may use it.
 */
public interface PassageIndex {

  /** The BM25 parameters of all engines, the measured choice for passages of one to two hundred words. */
  float BM25_K1 = 0.9f;
  float BM25_B = 0.4f;

  /** How many terms a search takes at most. */
  int MAX_TERMS = 500;

  /** Returns the number of passages. */
  int size();

  /** Returns the best passages that have any of some terms, the best first. */
  List<Hit> byWords(List<WeightedTerm> anyOf, PassageFilter filter, int limit);

  /**
   * Returns the best passages whose text has a term of each of some sets, the best first.
   *
   * @param allOf sets of terms, of which one in each suffices
   */
  List<Hit> byAllWords(Collection<Set<String>> allOf, PassageFilter filter, int limit);

  /**
   * Returns the passages nearest to a vector, the nearest first.
   *
   * @param vector of length one
   */
  List<Hit> byVector(float[] vector, PassageFilter filter, int limit);

  /** Returns all passages that a filter lets through, in the order of the collection. */
  List<Passage> all(PassageFilter filter);

  /** Returns the numbers of the documents with a passage that has each of some terms in its text or header. */
  Set<Integer> documentsWith(Set<String> terms);

  /** Returns in how many passages each of some terms stands; 0 where in none. */
  Map<String, Integer> counts(IndexField field, Collection<String> terms);

  /** Returns how many passages were counted for {@link #counts}, which may include some that are deleted. */
  int counted();

  /**
   * Returns the words that differ from a word by one letter more, less, changed or swapped with its neighbour, the
   * first letter excepted, each with how often it stands in the passages.
   *
   * @param word in lower case
   */
  Map<String, Long> wordsNear(String word);

  /** Returns whether a search has found that what it searches was deleted, so that another has to take its place. */
  default boolean isGone() {
    return false;
  }

  /** Counts one more user, who has to {@link #release} it; returns false where it is closed already. */
  boolean retain();

  /** Counts one user less, and closes after the last. */
  void release();
}
