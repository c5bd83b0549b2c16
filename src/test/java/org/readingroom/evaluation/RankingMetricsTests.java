package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class RankingMetricsTests {

  private static final Map<String, Integer> GRADES = Map.of("a", 2, "b", 1, "c", 0, "d", 1);

  @Test
  void ndcgDiscountsGradesByTheLogarithmOfTheRank() {
    // DCG = 1/log2(2) + 0 + 2/log2(4) = 2; ideal = 2 + 1/log2(3) + 1/log2(4) = 3.13093
    assertThat(RankingMetrics.ndcg(List.of("b", "c", "a"), GRADES, 10)).isCloseTo(2 / 3.1309297,
        within(1e-7));
    assertThat(RankingMetrics.ndcg(List.of("a", "d", "b"), GRADES, 10)).isCloseTo(1, within(1e-12));
    assertThat(RankingMetrics.ndcg(List.of("c", "z"), GRADES, 10)).isZero();
  }

  @Test
  void ndcgLooksAtTheFirstKOfBothRankings() {
    // With k = 1 the best possible is grade 2 alone.
    assertThat(RankingMetrics.ndcg(List.of("b", "a"), GRADES, 1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void recallIsTheShareOfRelevantTextsFound() {
    assertThat(RankingMetrics.recall(List.of("c", "a", "z", "b"), GRADES, 3)).isCloseTo(1 / 3.0,
        within(1e-12));
    assertThat(RankingMetrics.recall(List.of("c", "a", "z", "b"), GRADES, 4)).isCloseTo(2 / 3.0,
        within(1e-12));
    assertThat(RankingMetrics.recall(List.of("a"), Map.of("a", 0), 4)).isZero();
  }

  @Test
  void reciprocalRankIsThatOfTheFirstRelevantText() {
    assertThat(RankingMetrics.reciprocalRank(List.of("c", "z", "d", "a"), GRADES, 10)).isEqualTo(1 / 3.0);
    assertThat(RankingMetrics.reciprocalRank(List.of("c", "z", "d", "a"), GRADES, 2)).isZero();
  }

  @Property
  void everyMeasureIsFromZeroToOne(
      @ForAll @UniqueElements List<@StringLength(1) @CharRange(from = 'a', to = 'h') String> ranked,
      @ForAll @Size(max = 8) Map<@StringLength(1) @CharRange(from = 'a', to = 'h') String, @IntRange(min = -1, max = 3) Integer> grades,
      @ForAll @IntRange(min = 1, max = 12) int k) {
    assertThat(RankingMetrics.ndcg(ranked, grades, k)).isBetween(0.0, 1 + 1e-12);
    assertThat(RankingMetrics.recall(ranked, grades, k)).isBetween(0.0, 1.0);
    assertThat(RankingMetrics.reciprocalRank(ranked, grades, k)).isBetween(0.0, 1.0);
  }

  @Property
  void theOrderOfTextsOfOneGradeDoesNotMatter(@ForAll Random random) {
    List<String> ties = new ArrayList<>(List.of("b", "d", "e"));
    Map<String, Integer> grades = Map.of("a", 2, "b", 1, "d", 1, "e", 1);
    double before = RankingMetrics.ndcg(List.of("a", "b", "d", "e"), grades, 10);
    Collections.shuffle(ties, random);
    ties.addFirst("a");
    assertThat(RankingMetrics.ndcg(ties, grades, 10)).isEqualTo(before);
  }

  @Property
  void movingAGoodTextUpRaisesNdcg(@ForAll @IntRange(min = 1, max = 9) int from) {
    List<String> ranked = new ArrayList<>(Collections.nCopies(10, "z"));
    ranked.set(from, "a");
    double before = RankingMetrics.ndcg(ranked, Map.of("a", 1), 10);
    Collections.swap(ranked, from, from - 1);
    assertThat(RankingMetrics.ndcg(ranked, Map.of("a", 1), 10)).isGreaterThan(before);
  }
}
