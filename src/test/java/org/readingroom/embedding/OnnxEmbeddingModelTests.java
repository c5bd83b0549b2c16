package org.readingroom.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.onnx.ModelException;

class OnnxEmbeddingModelTests {

  private static final String SIX_PIECES = "The situation requires a decision. ";
  private static final List<String> TEXTS = List.of("How much lead did Stalin want?",
      "“We would like to receive from Korea a yearly minimum of 25,000 tons of lead.”",
      "Ciphered telegram no. 600308/sh. Comrade Kim Il Sung (김일성) asked Ambassador Shtykov for café 🚀.",
      SIX_PIECES.repeat(17));

  private static final OnnxEmbeddingModel BGE = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q);

  @AfterAll
  static void close() {
    BGE.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheVectorsOfLangChain4jsOwnClass(BundledModel bundled) {
    EmbeddingModel theirs = switch (bundled) {
      case BGE_SMALL_EN_V15_Q -> new BgeSmallEnV15QuantizedEmbeddingModel();
      case ALL_MINILM_L6_V2_Q -> new AllMiniLmL6V2QuantizedEmbeddingModel();
      case E5_SMALL_V2_Q -> new E5SmallV2QuantizedEmbeddingModel();
    };
    try (OnnxEmbeddingModel ours = new OnnxEmbeddingModel(bundled)) {
      assertThat(ours.dimension()).isEqualTo(theirs.dimension());
      assertThat(ours.modelName()).isEqualTo(bundled.id());
      for (String text : TEXTS) {
        assertThat(CosineSimilarity.between(ours.embed(text).content(), theirs.embed(text).content()))
            .as(text).isGreaterThan(0.999);
      }
    }
  }

  @Test
  void readsOnWhereLangChain4jsMiniLmStopsSilently() {
    EmbeddingModel theirs = new AllMiniLmL6V2QuantizedEmbeddingModel();
    String start = SIX_PIECES.repeat(21);
    String whole = start + "Stalin wants 25,000 tons of lead.";
    try (OnnxEmbeddingModel ours = new OnnxEmbeddingModel(BundledModel.ALL_MINILM_L6_V2_Q)) {
      assertThat(CosineSimilarity.between(ours.embed(start).content(), theirs.embed(whole).content()))
          .isGreaterThan(0.999);
      assertThat(CosineSimilarity.between(ours.embed(start).content(), ours.embed(whole).content()))
          .isLessThan(0.99);
    }
  }

  @Test
  void givesTheSameBitsInAnyOrderAndOnAnyThread() {
    List<TextSegment> segments = IntStream.range(0, 24).mapToObj(i -> TextSegment.from(TEXTS.get(i % 4) + i))
        .toList();
    List<Embedding> alone = segments.stream().map(segment -> BGE.embed(segment).content()).toList();
    try (
        OnnxEmbeddingModel four = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, null, 4)) {
      assertThat(four.embedAll(segments).content()).isEqualTo(alone);
      assertThat(four.embedAll(segments.reversed()).content().reversed()).isEqualTo(alone);
    }
  }

  @Test
  void countsTheTokensOfATextOfAnyLength() {
    assertThat(BGE.countTokens("")).isZero();
    assertThat(BGE.countTokens(SIX_PIECES.repeat(300))).isEqualTo(1_800);
    assertThat(BGE.countTokens("한".repeat(500))).isGreaterThanOrEqualTo(4);
  }

  @Test
  void givesVectorsOfLengthOne() {
    for (String text : List.of(TEXTS.get(2), TEXTS.get(3), "", "  \n")) {
      assertThat(length(BGE.embed(text).content().vector())).as(text).isCloseTo(1, within());
    }
    assertThat(BGE.embedAll(List.of()).content()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsNoMoreThanTheModelsMaximum(BundledModel bundled) {
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(bundled)) {
      int pieces = bundled.encoder().maxTokens() - 2;
      Embedding full = model.embed("lead ".repeat(pieces)).content();
      assertThat(model.embed("lead ".repeat(pieces) + "tin").content()).isEqualTo(full);
      assertThat(model.embed("lead ".repeat(pieces - 1) + "tin").content()).isNotEqualTo(full);
    }
  }

  @Test
  void putsTheModelsOwnPrefixBeforeQueriesAndPassages() {
    try (OnnxEmbeddingModel e5 = new OnnxEmbeddingModel(BundledModel.E5_SMALL_V2_Q)) {
      assertThat(e5.embedQuery("lead")).isEqualTo(e5.embed("query: lead").content().vector());
      assertThat(e5.embedPassage("lead")).isEqualTo(e5.embed("passage: lead").content().vector())
          .isNotEqualTo(e5.embedQuery("lead"));
    }
    assertThat(BGE.embedQuery("lead")).isEqualTo(BGE.embedPassage("lead"))
        .isEqualTo(BGE.embed("lead").content().vector());
  }

  @Test
  void readsAModelOfOnesOwnFromItsFiles(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("own.onnx");
    copy("/bge-small-en-v1.5-q.onnx", own);
    copy("/bge-small-en-v1.5-q-tokenizer.json", folder.resolve("tokenizer.json"));
    EmbeddingSettings settings = new EmbeddingSettings(own.toString(), 1, "", Pooling.CLS, 512, "query: ",
        "");
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(settings, null)) {
      assertThat(model.isBundled()).isFalse();
      assertThat(model.dimension()).isEqualTo(384);
      assertThat(model.embedPassage("lead")).isEqualTo(BGE.embedPassage("lead"));
      assertThat(model.embedQuery("lead")).isEqualTo(BGE.embedPassage("query: lead"));
      assertThat(model.modelName()).matches("own\\.onnx [0-9a-f]{32} [0-9a-f]{32} CLS 512 query:");
    }
    EmbeddingSettings mean = new EmbeddingSettings(own.toString(), 1, "", Pooling.MEAN, 512, "", "");
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(mean, null)) {
      assertThat(model.embedPassage("lead")).isNotEqualTo(BGE.embedPassage("lead"));
    }
  }

  @Test
  void saysWhatIsMissingOfAModelOfOnesOwn(@TempDir Path folder) {
    EmbeddingSettings settings = new EmbeddingSettings(folder.resolve("none.onnx").toString(), 1, "",
        Pooling.MEAN,
        512, "", "");
    assertThatIllegalArgumentException().isThrownBy(() -> new OnnxEmbeddingModel(settings, null))
        .withMessageContaining("bge-small-en-v1.5-q, all-minilm-l6-v2-q, e5-small-v2-q")
        .withMessageContaining("none.onnx")
        .withMessageContaining("tokenizer.json");
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = OnnxEmbeddingModelTests.class.getResourceAsStream(resource)) {
      Files.copy(in, file);
    }
  }

  @Test
  void knowsCommonWordsWholeAndOthersInPieces() {
    assertThat(List.of("lead", "armistice", "bridges")).allMatch(BGE::isWord);
    assertThat(List.of("brigdes", "hamhung", "two words", "")).noneMatch(BGE::isWord);
  }

  @Test
  void loadsFromTheCacheFolderWhatItPutThere(@TempDir Path folder) throws IOException {
    for (int start = 0; start < 2; start++) {
      try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, folder,
          1)) {
        model.preload();
        assertThat(model.embed("lead").content()).isEqualTo(BGE.embed("lead").content());
      }
    }
    assertThat(folder.resolve("bge-small-en-v1.5-q.onnx")).hasSize(34_014_426);
    try (var files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
    }
  }

  @Test
  void doesWithoutACacheFolderThatCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("not-a-folder"));
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, file,
        1)) {
      assertThat(model.embed("lead").content()).isEqualTo(BGE.embed("lead").content());
    }
  }

  @Test
  void tellsWhyWorkOnATextFailed() {
    assertThatThrownBy(() -> BGE.onWorkers(Collections.nCopies(9, "x"), text -> {
      throw new IllegalStateException("disk full");
    })).isInstanceOf(ModelException.class).hasRootCauseMessage("disk full");
  }

  @Test
  void refusesToEmbedWhenClosed() {
    OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.ALL_MINILM_L6_V2_Q);
    model.close();
    assertThatThrownBy(() -> model.embed("lead")).isInstanceOf(ModelException.class)
        .hasMessage("the embedding model all-minilm-l6-v2-q is closed");
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    return Math.sqrt(squares);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-5);
  }
}
