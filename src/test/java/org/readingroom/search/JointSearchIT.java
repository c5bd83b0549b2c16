package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.SmallCollection;
import org.readingroom.search.JointSearch.Part;

/** Asks two collections together whose documents have the same numbers. */
class JointSearchIT {

  private static final Document ROBOTS = FileDocuments.of(1, "robots.txt", "Robots", 2017,
      List.of("Jane Smith"),
      "The battery of the robot lasted forty minutes in the field, and no two trials ran for the same time.");
  private static final Document RIVERS = FileDocuments.of(2, "rivers.txt", "Rivers", 2001, List.of("Tom Poe"),
      "The river is frozen from December to March, and the ferry does not run in these months.");
  private static final Collection FILES = new Collection("files", "Files", "Nobody", "Files", "00".repeat(32),
      List.of(ROBOTS, RIVERS), new Authority(List.of()), List.of());

  @TempDir
  static Path folder;

  private static OnnxEmbeddingModel model;
  private static LiveIndex small;
  private static LiveIndex files;
  private final FakeReader reader = FakeReader.finding("frozen");

  @BeforeAll
  static void open() {
    model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q, SmallCollection.MODELS, 2);
    small = new LiveIndex(folder.resolve("small"), SmallCollection.whole(), SmallCollection.CHUNKING, model);
    files = new LiveIndex(folder.resolve("files"), FILES, SmallCollection.CHUNKING, model);
    small.open(BuildProgress.SILENT);
    files.open(BuildProgress.SILENT);
  }

  @AfterAll
  static void close() throws Exception {
    small.close();
    files.close();
    model.close();
  }

  private JointSearch search;

  @BeforeEach
  void join() {
    search = new JointSearch(List.of(part("small", small), part("files", files)));
  }

  private Part part(String id, LiveIndex index) {
    return new Part(id, () -> "The " + id, () -> new PassageSearch(index, Rankings.configured(), reader));
  }

  private Retrieval retrieve(String question) {
    try (SearchSession session = search.open()) {
      return session.retrieve(Inquiry.of(question, Filters.NONE));
    }
  }

  @Test
  void theBestAnswerOfAllComesFirstWhicheverCollectionHasIt() {
    Retrieval found = retrieve("When is the river frozen?");

    assertThat(found.candidates().getFirst().document()).isEqualTo(RIVERS);
    assertThat(found.grounds()).containsEntry(Ground.READ, FakeReader.FITS + FakeReader.FITS / 2);
    assertThat(found.passages()).extracting(hit -> hit.passage().document().collection())
        .contains("small", "files");
  }

  @Test
  void asManyPassagesAreReadAsOfOneCollectionAndAllAtOnce() {
    retrieve("When is the river frozen?");

    assertThat(reader.questions).hasSize(1);
    assertThat(reader.passages).hasSizeLessThanOrEqualTo(Rankings.configured().read());
  }

  @Test
  void oneCollectionAloneGivesWhatItsOwnSearchGives() {
    String question = "How much lead did Filippov want?";
    Retrieval own = new PassageSearch(small, Rankings.configured(), reader).retrieve(question, Filters.NONE);
    search = new JointSearch(List.of(part("small", small)));

    Retrieval alone = retrieve(question);

    assertThat(alone.candidates()).map(Candidate::score).isEqualTo(own.candidates().stream()
        .map(Candidate::score).toList());
    assertThat(alone.candidates()).map(Candidate::span).isEqualTo(own.candidates().stream()
        .map(Candidate::span).toList());
    assertThat(alone.passages()).isEqualTo(own.passages());
    assertThat(alone.grounds()).isEqualTo(own.grounds());
  }

  @Test
  void aNameOfOneCollectionIsUnderstoodInAll() {
    try (SearchSession session = search.open()) {
      assertThat(session.search("Fyn Si", Filters.NONE, 1)).first()
          .satisfies(hit -> assertThat(hit.passage().document()).isEqualTo(SmallCollection.LEAD));
    }
  }

  @Test
  void aDocumentCitedBeforeIsOfItsOwnCollection() {
    Document reply = SmallCollection.TALKS;
    try (SearchSession session = search.open()) {
      Retrieval found = session.retrieve(new Inquiry("When is the river frozen? And what was the answer?",
          "And what was the answer?", Filters.NONE, Set.of(RIVERS)));
      assertThat(found.candidates()).filteredOn(candidate -> candidate.document().equals(reply)).isNotEmpty()
          .allSatisfy(candidate -> assertThat(candidate.signals().get(Signal.REPLY)).isZero());
    }
  }

  @Test
  void filtersHoldInEachCollection() {
    try (SearchSession session = search.open()) {
      assertThat(session.search("river lead", new Filters(Set.of(), null, null, Set.of(), null,
          Set.of("Poe"), null), 10)).isNotEmpty()
          .allSatisfy(hit -> assertThat(hit.passage().document()).isEqualTo(RIVERS));
    }
  }

  @Test
  void aCollectionThatCannotBeSearchedIsLeftOutAndTheOthersAnswer() {
    LiveIndex closed = new LiveIndex(folder.resolve("closed"), FILES, SmallCollection.CHUNKING, model);
    search = new JointSearch(List.of(part("broken", closed), part("files", files),
        new Part("gone", () -> "The gone", () -> {
          throw new IllegalStateException("damaged");
        })));

    try (SearchSession session = search.open()) {
      assertThat(session.retrieve(Inquiry.of("When is the river frozen?", Filters.NONE)).candidates()
          .getFirst().document()).isEqualTo(RIVERS);
      assertThat(session.leftOut()).containsExactly(
          "The collection “The broken” is left out. The index is not open yet.",
          "The collection “The gone” is left out. It cannot be searched at present.");
    }
  }

  @Test
  void whereNoneCanBeSearchedItIsSaidAsForOne() {
    search = new JointSearch(List.of(part("closed",
        new LiveIndex(folder.resolve("closed"), FILES, SmallCollection.CHUNKING, model))));
    assertThatThrownBy(() -> search.open()).isInstanceOf(IndexNotReadyException.class);
  }
}
