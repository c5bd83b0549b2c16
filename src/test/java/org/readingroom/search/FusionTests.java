package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.junit.jupiter.api.Test;

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

  private static TopDocs found(float... scores) {
    ScoreDoc[] hits = new ScoreDoc[scores.length];
    for (int i = 0; i < scores.length; i++) {
      hits[i] = new ScoreDoc(i, scores[i]);
    }
    return new TopDocs(new TotalHits(scores.length, TotalHits.Relation.EQUAL_TO), hits);
  }
}
