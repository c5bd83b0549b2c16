package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.readingroom.search.SmallCollection.CHUNKING;
import static org.readingroom.search.SmallCollection.LEAD;
import static org.readingroom.search.SmallCollection.LETTER;
import static org.readingroom.search.SmallCollection.MODELS;
import static org.readingroom.search.SmallCollection.RICE;
import static org.readingroom.search.SmallCollection.TALKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;

class LiveIndexIT {

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(
      BundledModel.BGE_SMALL_EN_V15_Q,
      MODELS, 2);
  private static final int PASSAGES = passages(LEAD, TALKS, RICE, LETTER).size();

  @TempDir
  Path folder;

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void buildsWhatIsMissing() throws IOException {
    try (LiveIndex index = index(SmallCollection.whole())) {
      assertThat(index.state()).isInstanceOf(IndexState.Closed.class);
      assertThatExceptionOfType(IndexNotReadyException.class).isThrownBy(index::get)
          .withMessage("The index is not open yet.");
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
      assertThat(index.state()).isEqualTo(new IndexState.Ready(4, PASSAGES));
    }
  }

  @Test
  void keepsTheRecordsInTheOrderOfTheCollection() throws IOException {
    try (LiveIndex index = index(SmallCollection.slow())) {
      index.open(BuildProgress.SILENT);
      assertThat(IntStream.range(0, index.get().size()).mapToObj(index.get()::passage))
          .containsExactlyElementsOf(
              passages(SmallCollection.slow().documents().getFirst()));
    }
  }

  @Test
  void embedsNothingWhereTheIndexIsCurrent() throws IOException {
    build(SmallCollection.whole());
    List<Path> files = files();
    assertThat(build(SmallCollection.whole())).isZero();
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void opensAheadWhatIsCurrentAndLeavesTheRestToBeBuilt() throws IOException {
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.openIfCurrent();
      assertThat(index.state()).isInstanceOf(IndexState.Closed.class);
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
    }
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.openIfCurrent();
      assertThat(index.state()).isEqualTo(new IndexState.Ready(4, PASSAGES));
    }
    try (LiveIndex index = index(SmallCollection.of(LEAD, TALKS))) {
      index.openIfCurrent();
      assertThat(index.state()).isInstanceOf(IndexState.Closed.class);
    }
  }

  @Test
  void embedsOnlyThePassagesThatChanged() throws IOException {
    build(SmallCollection.whole());
    String more = LETTER.text() + " The funeral is on the ninth of March.";
    Document changed = SmallCollection.document(4, LETTER.title(), LETTER.date(), LETTER.kind(),
        LETTER.from(),
        LETTER.to(), more);
    assertThat(build(SmallCollection.of(LEAD, TALKS, RICE, changed))).isEqualTo(passages(changed).size());
    assertThat(build(SmallCollection.of(TALKS, RICE, changed))).isZero();
  }

  @Test
  void reusesVectorsAsTheyWere() throws IOException {
    float[] vector;
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      vector = vector(index, RICE);
    }
    try (LiveIndex index = index(SmallCollection.of(RICE, LETTER))) {
      assertThat(embeddedBy(index)).isZero();
      assertThat(vector(index, RICE)).isEqualTo(vector);
    }
  }

  @Test
  void isBuiltAgainWithoutEmbeddingWhereOnlyTheKindOrANameChanges() throws IOException {
    build(SmallCollection.whole());
    try (LiveIndex index = index(SmallCollection.of(LEAD, TALKS, SmallCollection.as(RICE, Kind.DECREE)))) {
      assertThat(embeddedBy(index)).isZero();
      assertThat(index.state()).isEqualTo(new IndexState.Ready(3, PASSAGES - passages(LETTER).size()));
    }
  }

  @Test
  void embedsEverythingForAnotherModel() throws IOException {
    build(SmallCollection.whole());
    try (
        OnnxEmbeddingModel other = new OnnxEmbeddingModel(BundledModel.ALL_MINILM_L6_V2_Q, MODELS,
            2);
        LiveIndex index = new LiveIndex(folder, SmallCollection.whole(), CHUNKING, other)) {
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
    }
  }

  @Test
  void embedsWhatAnotherChunkingCutsDifferently() throws IOException {
    build(SmallCollection.whole());
    try (LiveIndex index = new LiveIndex(folder, SmallCollection.whole(), new Chunking(20, 0), MODEL)) {
      assertThat(embeddedBy(index)).isPositive();
      assertThat(index.get().size()).isGreaterThan(PASSAGES);
    }
  }

  @Test
  void embedsEverythingWhenRebuilt() throws IOException {
    build(SmallCollection.whole());
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      PassageIndex old = index.get();
      Embedded embedded = new Embedded();
      index.rebuild(embedded);
      assertThat(embedded.passages).isEqualTo(PASSAGES);
      assertThat(index.get()).isNotSameAs(old);
    }
  }

  @Test
  void goesOnWithTheOldIndexWhereARebuildFails() throws IOException {
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      assertThatThrownBy(() -> index.rebuild((done, total) -> {
        assertThat(index.state()).isInstanceOf(IndexState.Building.class);
        throw new IllegalStateException("the listener is gone");
      })).isInstanceOf(IndexException.class)
          .hasMessage("The index in " + folder + " cannot be built: the listener is gone.");
      assertThat(index.state()).isEqualTo(new IndexState.Ready(4, PASSAGES));
      assertThat(vector(index, LEAD)).isNotEmpty();
      assertThat(build(SmallCollection.whole())).isZero();
    }
  }

  @Test
  void tellsTheStateOfAFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    try (LiveIndex index = new LiveIndex(file, SmallCollection.whole(), CHUNKING, MODEL)) {
      assertThatThrownBy(() -> index.open(BuildProgress.SILENT)).isInstanceOf(IndexException.class);
      assertThat(index.state()).isInstanceOf(IndexState.Failed.class);
      assertThatThrownBy(index::get).isInstanceOf(IndexNotReadyException.class)
          .hasMessageContaining("cannot be written to " + file);
      Files.delete(file);
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
    }
  }

  @Test
  void stopsBuildingWhenItIsClosed() throws Exception {
    LiveIndex index = index(SmallCollection.slow());
    CompletableFuture<Void> closed = new CompletableFuture<>();
    assertThatThrownBy(() -> index.open((done, total) -> {
      Thread.ofPlatform().start(() -> {
        try {
          index.close();
          closed.complete(null);
        } catch (IOException e) {
          closed.completeExceptionally(e);
        }
      });
    })).isInstanceOf(IndexException.class).hasMessage("The index was closed while it was being opened.");
    closed.get();
    assertThat(index.state()).isInstanceOf(IndexState.Closed.class);
    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> index.open(BuildProgress.SILENT)).isInstanceOf(IndexException.class);
  }

  @Test
  void isBuiltOnceHoweverManyOpenIt() {
    List<Embedded> all = IntStream.range(0, 4).mapToObj(i -> new Embedded()).toList();
    CompletableFuture.allOf(all.stream().map(embedded -> CompletableFuture.runAsync(() -> {
      try (LiveIndex index = index(SmallCollection.whole())) {
        index.open(embedded);
        assertThat(index.get().size()).isEqualTo(PASSAGES);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }, task -> Thread.ofPlatform().start(task))).toArray(CompletableFuture[]::new)).join();
    assertThat(all.stream().mapToInt(embedded -> embedded.passages).sum()).isEqualTo(PASSAGES);
  }

  private LiveIndex index(Collection collection) {
    return new LiveIndex(folder, collection, CHUNKING, MODEL);
  }

  private int build(Collection collection) throws IOException {
    try (LiveIndex index = index(collection)) {
      return embeddedBy(index);
    }
  }

  private static int embeddedBy(LiveIndex index) {
    Embedded embedded = new Embedded();
    index.open(embedded);
    return embedded.passages;
  }

  /** Returns the vector of a document's first passage as the index has it. */
  private static float[] vector(LiveIndex index, Document document) throws IOException {
    int record = index.get().records(document.number()).getFirst();
    LeafReader leaf = index.get().searcher().getIndexReader().leaves().getFirst().reader();
    FloatVectorValues vectors = leaf.getFloatVectorValues(IndexFields.VECTOR);
    KnnVectorValues.DocIndexIterator at = vectors.iterator();
    assertThat(at.advance(record)).isEqualTo(record);
    return vectors.vectorValue(at.index()).clone();
  }

  private static List<Passage> passages(Document... documents) {
    return List.of(documents).stream().flatMap(d -> new Chunker(CHUNKING).chunk(d).stream()).toList();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".lock")).sorted().toList();
    }
  }
}
