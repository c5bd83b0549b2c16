package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.LEAD;
import static org.readingroom.index.SmallCollection.LETTER;
import static org.readingroom.index.SmallCollection.MODELS;
import static org.readingroom.index.SmallCollection.RICE;
import static org.readingroom.index.SmallCollection.TALKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Embedded;
import org.readingroom.index.IndexException;
import org.readingroom.index.IndexField;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.SmallCollection;
import org.readingroom.lucene.IndexFiles;
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
      assertThatExceptionOfType(IndexNotReadyException.class).isThrownBy(index::acquire)
          .withMessage("The index is not open yet.");
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
      assertThat(index.state()).isEqualTo(new IndexState.Ready(4, PASSAGES));
    }
  }

  @Test
  void keepsTheRecordsInTheOrderOfTheCollection() throws IOException {
    try (LiveIndex index = index(SmallCollection.slow())) {
      index.open(BuildProgress.SILENT);
      try (IndexLease lease = index.acquire()) {
        assertThat(lease.index().index().all(PassageFilter.NONE))
            .containsExactlyElementsOf(passages(SmallCollection.slow().documents().getFirst()));
      }
    }
  }

  @Test
  void embedsNothingWhereTheIndexIsCurrent() throws IOException {
    build(SmallCollection.whole());
    List<String> files = IndexFiles.in(folder);
    assertThat(build(SmallCollection.whole())).isZero();
    assertThat(IndexFiles.in(folder)).isEqualTo(files);
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
    byte[] vector;
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      vector = vector(RICE);
    }
    try (LiveIndex index = index(SmallCollection.of(RICE, LETTER))) {
      assertThat(embeddedBy(index)).isZero();
      assertThat(vector(RICE)).isEqualTo(vector);
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
      assertThat(size(index)).isGreaterThan(PASSAGES);
    }
  }

  @Test
  void embedsEverythingWhenRebuilt() throws IOException {
    build(SmallCollection.whole());
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      Embedded embedded = new Embedded();
      try (IndexLease old = index.acquire()) {
        index.rebuild(embedded);
        try (IndexLease built = index.acquire()) {
          assertThat(built.index()).isNotSameAs(old.index());
        }
      }
      assertThat(embedded.passages).isEqualTo(PASSAGES);
    }
  }

  @Test
  void keepsAStateOpenUntilItsLastUserLetsGo() throws IOException {
    IndexSnapshot old;
    IndexLease first;
    IndexLease second;
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      first = index.acquire();
      second = index.acquire();
      old = first.index();
      index.rebuild(BuildProgress.SILENT);
      assertThat(second.index()).isSameAs(old);
    }
    first.close();
    first.close();
    assertThatThrownBy(first::index).isInstanceOf(IllegalStateException.class);
    assertThat(second.index().index().all(PassageFilter.NONE)).hasSize(PASSAGES);
    assertThat(second.index().idf("lead")).isPositive();
    second.close();
    assertThat(old.index().retain()).isFalse();
    assertThatThrownBy(() -> old.index().counts(IndexField.TEXT, Set.of("lead")))
        .isInstanceOf(AlreadyClosedException.class);
  }

  @Test
  void isSearchedWhileItIsBuiltAgain() throws Exception {
    try (LiveIndex index = index(SmallCollection.whole())) {
      index.open(BuildProgress.SILENT);
      PassageSearch search = new PassageSearch(index, Rankings.configured(), new WordReader(index));
      AtomicBoolean finished = new AtomicBoolean();
      Set<IndexSnapshot> states = ConcurrentHashMap.newKeySet();
      List<Callable<Void>> searches = List.of(() -> {
        assertThat(search.search("How much lead is wanted?", Filters.NONE, 1)).hasSize(1);
        return null;
      }, () -> {
        try (IndexLease lease = index.acquire()) {
          states.add(lease.index());
          assertThat(lease.index().index().byAllWords(List.of(Set.of("lead")), PassageFilter.NONE, 9))
              .hasSize(1);
          Thread.yield();
          assertThat(search.support(lease).read("Korea gives lead.", passages(LEAD))).isNotEmpty();
        }
        return null;
      });
      List<CompletableFuture<Void>> searchers = Stream.of(0, 1, 1).map(searches::get)
          .map(one -> CompletableFuture.runAsync(() -> {
            while (!finished.get()) {
              call(one);
            }
          }, task -> Thread.ofPlatform().start(task))).toList();
      for (int i = 0; i < 8 && searchers.stream().noneMatch(CompletableFuture::isDone); i++) {
        index.rebuild(BuildProgress.SILENT);
      }
      finished.set(true);
      searchers.forEach(CompletableFuture::join);
      assertThat(states).hasSizeGreaterThan(3);
    }
  }

  private static void call(Callable<Void> task) {
    try {
      task.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static int size(LiveIndex index) {
    try (IndexLease lease = index.acquire()) {
      return lease.index().index().size();
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
      assertThat(vector(LEAD)).isNotEmpty();
      assertThat(build(SmallCollection.whole())).isZero();
    }
  }

  @Test
  void hasFailedWhateverItIsThatWasThrown() throws IOException {
    try (LiveIndex index = index(SmallCollection.whole())) {
      assertThatThrownBy(() -> index.open((done, total) -> {
        throw new UnsatisfiedLinkError("no such library");
      })).isInstanceOf(IndexException.class).hasMessageContaining("no such library");
      assertThat(index.state()).isInstanceOf(IndexState.Failed.class);
      assertThat(IndexFiles.in(folder)).isEmpty();
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
    }
  }

  @Test
  void tellsTheStateOfAFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    try (LiveIndex index = new LiveIndex(file, SmallCollection.whole(), CHUNKING, MODEL)) {
      assertThatThrownBy(() -> index.open(BuildProgress.SILENT)).isInstanceOf(IndexException.class);
      assertThat(index.state()).isInstanceOf(IndexState.Failed.class);
      assertThatThrownBy(index::acquire).isInstanceOf(IndexNotReadyException.class)
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
        index.close();
        closed.complete(null);
      });
    })).isInstanceOf(IndexException.class).hasMessage("The index was closed while it was being opened.");
    closed.get();
    assertThat(index.state()).isInstanceOf(IndexState.Closed.class);
    assertThat(IndexFiles.in(folder)).isEmpty();
    assertThatThrownBy(() -> index.open(BuildProgress.SILENT)).isInstanceOf(IndexException.class);
  }

  @Test
  void isBuiltOnceHoweverManyOpenIt() {
    List<Embedded> all = IntStream.range(0, 4).mapToObj(i -> new Embedded()).toList();
    CompletableFuture.allOf(all.stream().map(embedded -> CompletableFuture.runAsync(() -> {
      try (LiveIndex index = index(SmallCollection.whole())) {
        index.open(embedded);
        assertThat(size(index)).isEqualTo(PASSAGES);
      }
    }, task -> Thread.ofPlatform().start(task))).toArray(CompletableFuture[]::new)).join();
    assertThat(all.stream().mapToInt(embedded -> embedded.passages).sum()).isEqualTo(PASSAGES);
  }

  @Test
  void usesThePackedIndexWhereItIsAndWritesNothing() throws IOException {
    build(SmallCollection.whole());
    Path own = folder.resolve("of-the-user");
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try (LiveIndex index = new LiveIndex(IndexEngines.embedded(), own, folder, SmallCollection.whole(),
        CHUNKING, MODEL)) {
      List<String> before = files(folder);

      assertThat(embeddedBy(index)).isZero();
      assertThat(size(index)).isEqualTo(PASSAGES);
      assertThat(own).doesNotExist();
      assertThat(files(folder)).isEqualTo(before);
    } finally {
      Files.setPosixFilePermissions(folder, rights);
    }
  }

  @Test
  void buildsItsOwnWhereThePackedIndexIsOfSomethingElse() throws IOException {
    build(SmallCollection.of(RICE));
    Path own = folder.resolve("of-the-user");
    try (LiveIndex index = new LiveIndex(IndexEngines.embedded(), own, folder, SmallCollection.whole(),
        CHUNKING, MODEL)) {
      assertThat(embeddedBy(index)).isEqualTo(PASSAGES);
    }
    try (LiveIndex index = new LiveIndex(IndexEngines.embedded(), own, folder, SmallCollection.whole(),
        CHUNKING, MODEL)) {
      index.openIfCurrent();
      assertThat(index.state()).isInstanceOf(IndexState.Ready.class);
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
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
  private byte[] vector(Document document) throws IOException {
    return IndexFiles.vector(folder, Passage.id(document, 0));
  }

  private static List<Passage> passages(Document... documents) {
    return List.of(documents).stream().flatMap(d -> new Chunker(CHUNKING).chunk(d).stream()).toList();
  }
}
