package org.readingroom.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantizedTokenVectorsTests {

  private static final String QUESTION = "How much lead did Stalin want from Korea each year?";
  private static final String PASSAGE = "We would like to receive from Korea a yearly minimum of 25,000 tons "
      + "of lead. “We are ready,” Kim Il Sung replied, “to render this help.”";

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q);

  private final TokenEmbeddings query = MODEL.encodeQuery(QUESTION);
  private final TokenEmbeddings passage = MODEL.encodePassage("Telegram, 30 January 1950. ", PASSAGE);
  private final QuantizedTokenVectors vectors = QuantizedTokenVectors.of(passage);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @EnumSource
  void giveNearlyTheCosinesOfTheWholeNumbers(BundledModel bundled) {
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(bundled)) {
      TokenEmbeddings question = model.encodeQuery(QUESTION);
      TokenEmbeddings text = model.encodePassage(PASSAGE);
      TokenSimilarities rounded = QuantizedTokenVectors.of(text).similarities(question);
      for (int i = 0; i < question.size(); i++) {
        for (int j = 0; j < text.size(); j++) {
          assertThat(rounded.get(i, j)).isCloseTo(cosine(question, i, text, j), within(0.01f));
        }
      }
      assertThat(maxSim(rounded, 0, text.size())).isCloseTo(maxSim(question, text), within(0.003f));
    }
  }

  @Test
  void compareByEachOfSeveralModelsForItself() {
    List<BundledModel> both = List.of(BundledModel.BGE_SMALL_EN_V15_Q, BundledModel.ALL_MINILM_L6_V2_Q);
    try (OnnxEmbeddingModel joint = new OnnxEmbeddingModel(both, null, 1);
        OnnxEmbeddingModel mini = new OnnxEmbeddingModel(BundledModel.ALL_MINILM_L6_V2_Q)) {
      TokenEmbeddings question = joint.encodeQuery(QUESTION);
      QuantizedTokenVectors text = QuantizedTokenVectors.of(joint.encodePassage(PASSAGE));
      byte[] bytes = text.toBytes();
      TokenSimilarities compared = QuantizedTokenVectors.from(bytes, 0, bytes.length).similarities(question);
      TokenSimilarities first = QuantizedTokenVectors.of(MODEL.encodePassage(PASSAGE)).similarities(query);
      TokenSimilarities second = QuantizedTokenVectors.of(mini.encodePassage(PASSAGE))
          .similarities(mini.encodeQuery(QUESTION));

      assertThat(joint.modelName()).isEqualTo("bge-small-en-v1.5-q+all-minilm-l6-v2-q");
      assertThat(BundledModel.withIds(joint.modelName())).isEqualTo(both);
      assertThat(question.models()).isEqualTo(2);
      assertThat(question.vector()).isEqualTo(query.vector());
      assertThat(compared.queryTokens()).isEqualTo(2 * query.size());
      for (int i = 0; i < query.size(); i++) {
        for (int j = 0; j < text.size(); j++) {
          assertThat(compared.get(i, j)).isCloseTo(first.get(i, j), within(0.02f));
          assertThat(compared.get(query.size() + i, j)).isCloseTo(second.get(i, j), within(0.02f));
        }
      }
      assertThatIllegalArgumentException().isThrownBy(() -> text.similarities(query))
          .withMessageContaining("does not fit");
    }
  }

  @Test
  void surviveTheWayThroughBytes() {
    byte[] bytes = vectors.toBytes();
    byte[] shifted = new byte[bytes.length + 10];
    System.arraycopy(bytes, 0, shifted, 7, bytes.length);
    QuantizedTokenVectors read = QuantizedTokenVectors.from(shifted, 7, bytes.length);
    assertThat(read.toBytes()).isEqualTo(bytes);
    assertThat(read.size()).isEqualTo(passage.size());
    assertThat(read.dimension()).isEqualTo(384);
    for (int i = 0; i < passage.size(); i++) {
      assertThat(read.start(i)).isEqualTo(passage.start(i));
      assertThat(read.end(i)).isEqualTo(passage.end(i));
      assertThat(read.tokenId(i)).isEqualTo(passage.tokenId(i));
    }
    assertThat(maxSim(read.similarities(query), 0, read.size()))
        .isEqualTo(maxSim(vectors.similarities(query), 0, read.size()));
  }

  @Test
  void scoreTheWindowThatAnswersHigher() {
    TokenSimilarities similarities = vectors.similarities(query);
    int second = similarities.firstTokenFrom(PASSAGE.indexOf('“'));
    assertThat(maxSim(similarities, similarities.firstTokenFrom(0), second))
        .isGreaterThan(maxSim(similarities, second, vectors.size()));
    assertThat(similarities.best(0, 0, 0)).isZero();
  }

  @Test
  void compareTheTokensAskedForAlone() {
    TokenSimilarities all = vectors.similarities(query);
    TokenSimilarities some = vectors.similarities(query, new int[]{4, 2});

    assertThat(some.queryTokens()).isEqualTo(2);
    assertThat(some.tokens()).isEqualTo(all.tokens());
    for (int j = 0; j < vectors.size(); j++) {
      assertThat(some.get(0, j)).isEqualTo(all.get(4, j));
      assertThat(some.get(1, j)).isEqualTo(all.get(2, j));
    }
    assertThat(vectors.similarities(query, new int[0]).mean(0, vectors.size())).isZero();
  }

  @Test
  void giveTheMeanOfAWindow() {
    TokenSimilarities all = vectors.similarities(query);
    TokenSimilarities lead = vectors.similarities(query, new int[]{2});
    assertThat(QUESTION.substring(query.start(2), query.end(2))).isEqualTo("lead");
    assertThat(lead.mean(3, 5)).isCloseTo((all.get(2, 3) + all.get(2, 4)) / 2, within(1e-6f));
    assertThat(all.mean(3, 3)).isZero();
  }

  @Test
  void workWithDimensionsThatAreNoMultipleOfFour() {
    TokenEmbeddings small = new TokenEmbeddings(new float[]{1, 0, 0, 0, 0},
        new float[]{1, 0, 0, 0, 0, 0, 0, 0, 0, -1}, new int[]{7, 8}, new int[]{0, 2}, new int[]{1, 3},
        false);
    TokenSimilarities similarities = QuantizedTokenVectors.of(small).similarities(small);
    assertThat(similarities.get(0, 0)).isCloseTo(1, within(1e-6f));
    assertThat(similarities.get(0, 1)).isZero();
    assertThat(similarities.get(1, 1)).isCloseTo(1, within(1e-6f));
  }

  @Test
  void holdTheEmptyText() {
    QuantizedTokenVectors empty = QuantizedTokenVectors.of(MODEL.encodePassage(""));
    byte[] bytes = empty.toBytes();
    assertThat(QuantizedTokenVectors.from(bytes, 0, bytes.length).similarities(query).mean(0, 0)).isZero();
  }

  @Test
  void refuseBytesThatAreSomethingElse() {
    byte[] bytes = vectors.toBytes();
    assertThatIllegalArgumentException().isThrownBy(() -> QuantizedTokenVectors.from(bytes, 0, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantizedTokenVectors.from(bytes, 0, bytes.length - 1));
    byte[] other = Arrays.copyOf(bytes, bytes.length);
    other[0] = 9;
    assertThatIllegalArgumentException().isThrownBy(() -> QuantizedTokenVectors.from(other, 0, other.length));
  }

  private static float maxSim(TokenSimilarities similarities, int from, int to) {
    float sum = 0;
    for (int i = 0; i < similarities.queryTokens(); i++) {
      sum += similarities.best(i, from, to);
    }
    return sum / similarities.queryTokens();
  }

  private static float maxSim(TokenEmbeddings query, TokenEmbeddings passage) {
    float sum = 0;
    for (int i = 0; i < query.size(); i++) {
      float best = -1;
      for (int j = 0; j < passage.size(); j++) {
        best = Math.max(best, cosine(query, i, passage, j));
      }
      sum += best;
    }
    return sum / query.size();
  }

  private static float cosine(TokenEmbeddings query, int token, TokenEmbeddings passage, int other) {
    float[] a = query.tokenVector(token);
    float[] b = passage.tokenVector(other);
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
