package org.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.Reading;

/** Ranks the sentences of a pack as the program ranks those of the passages that it has found. */
final class PackReader {

  private final PassageReader reader;
  private final double passage;
  private final DoubleUnaryOperator estimate;

  /**
   * Makes a reader.
   *
   * @param passage what a sentence's score gains with each point of its passage's
   * @param estimate tells from the best score how likely it is that there is an answer
   */
  PackReader(PassageReader reader, double passage, DoubleUnaryOperator estimate) {
    this.reader = reader;
    this.passage = passage;
    this.estimate = estimate;
  }

  /** Reads the pack of a question. */
  PackAnswer read(PackQuestion question) {
    Pack pack = question.pack();
    List<Reading> readings = reader.read(question.question(), pack.texts());
    List<ScoredId> ranked = new ArrayList<>();
    for (int p = 0; p < readings.size(); p++) {
      Reading reading = readings.get(p);
      for (int s = 0; s < reading.sentences().size(); s++) {
        ranked.add(new ScoredId(pack.passages().get(p).sentence(s),
            reading.sentences().get(s) + passage * reading.answers()));
      }
    }
    ranked.sort(Comparator.comparingDouble(ScoredId::score).reversed());
    ScoredId best = ranked.getFirst();
    int rank = 1;
    while (rank <= ranked.size() && !question.isAnsweredBy(ranked.get(rank - 1).id())) {
      rank++;
    }
    return new PackAnswer(pack.name(), pack.corpus(), question.style(), question.question(), question.answerable(),
        best.id(), rank > ranked.size() ? 0 : rank, best.score(), estimate.applyAsDouble(best.score()));
  }
}
