package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.readingroom.index.Hit;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Passage;

class FusionTests {

  @Test
  void stretchesScoresFromNoughtToOne() {
    assertThat(Fusion.MIN_MAX.comparable(found(9, 8, 5))).containsExactly(1, 0.75, 0);
  }

  @Test
  void looksAtRanksAlone() {
    assertThat(Fusion.RRF.comparable(found(9, 8, 5))).containsExactly(new double[]{1, 61.0 / 62, 61.0 / 63},
        within(1e-12));
  }

  @Test
  void takesListsThatStretchToNothing() {
    assertThat(Fusion.MIN_MAX.comparable(found(3, 3))).containsExactly(1, 1);
    assertThat(Fusion.MIN_MAX.comparable(found(3))).containsExactly(1);
    for (Fusion fusion : Fusion.values()) {
      assertThat(fusion.comparable(found())).isEmpty();
    }
  }

  private static List<Hit> found(double... scores) {
    Passage passage = new Chunker(SmallCollection.CHUNKING).chunk(SmallCollection.LEAD).getFirst();
    return DoubleStream.of(scores).mapToObj(score -> new Hit(passage, score)).toList();
  }
}
