package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.MODELS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Embedded;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageIndex;
import org.readingroom.index.SmallCollection;
import org.readingroom.lucene.IndexFiles;
import org.readingroom.lucene.LuceneEngine;
import org.readingroom.text.TextAnalyzer;

/** Opens folders in which something else is than an index as it was written. */
class DamagedIndexIT {

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(
      BundledModel.BGE_SMALL_EN_V15_Q,
      MODELS, 2);

  @TempDir
  static Path whole;

  private static int passages;

  @TempDir
  Path folder;

  @BeforeAll
  static void build() throws IOException {
    passages = open(whole).passages;
    assertThat(passages).isPositive();
  }

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void isEmptyAndFilled() throws IOException {
    assertThat(open(folder).passages).isEqualTo(passages);
  }

  @Test
  void isWholeAfterACopy() throws IOException {
    copy();
    assertThat(isCurrent()).isTrue();
    assertThat(open(folder).passages).isZero();
  }

  @Test
  void isNotOpenedWhicheverFileIsCutShortOrEmptyOrGone() throws IOException {
    for (String name : names()) {
      copy();
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(isCurrent()).as(name + " cut short").isFalse();
      Files.write(folder.resolve(name), new byte[0]);
      assertThat(isCurrent()).as(name + " empty").isFalse();
      Files.delete(folder.resolve(name));
      assertThat(isCurrent()).as(name + " gone").isFalse();
    }
  }

  @Test
  void isNotOpenedWhereOneBitOfAnyFileHasFlipped() throws IOException {
    for (String name : names()) {
      for (double place : List.of(0.02, 0.3, 0.5, 0.8, 0.97)) {
        copy();
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        bytes[(int) (bytes.length * place)] ^= 16;
        Files.write(folder.resolve(name), bytes);
        assertThat(isCurrent()).as(name + " at " + place).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments_1", ".si", ".cfs", ".cfe"})
  void isBuiltAgainHoweverAFileIsDamaged(String ending) throws IOException {
    String name = names().stream().filter(file -> file.endsWith(ending)).findFirst().orElseThrow();
    copy();
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    bytes[bytes.length / 2] ^= 16;
    Files.write(folder.resolve(name), bytes);
    assertThat(open(folder).passages).as("one bit").isEqualTo(passages);
    copy();
    Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(open(folder).passages).as("cut short").isEqualTo(passages);
    copy();
    Files.delete(folder.resolve(name));
    assertThat(open(folder).passages).as("gone").isEqualTo(passages);
    assertThat(open(folder).passages).as("whole again").isZero();
  }

  @Test
  void isBuiltAmongLeftovers() throws IOException {
    for (String name : List.of("_0.fdt", "_0.si", "_7_Lucene90_0.dvd", "pending_segments_3",
        "_0_0.vec_temp_1.tmp")) {
      Files.writeString(folder.resolve(name), "half");
    }
    Files.createFile(folder.resolve("write.lock"));
    Files.createFile(folder.resolve("build.lock"));
    assertThat(open(folder).passages).isEqualTo(passages);
    assertThat(folder).isDirectoryNotContaining("glob:**/{_0*,_7*,pending*}");
    assertThat(open(folder).passages).isZero();
  }

  @Test
  void isRidOfWhatABuildKilledBehindItsCommitLeft() throws IOException {
    copy();
    try (LiveIndex index = index(folder)) {
      index.rebuild(BuildProgress.SILENT);
    }
    List<String> files = IndexFiles.in(folder);
    for (String old : names()) {
      Files.copy(whole.resolve(old), folder.resolve(old));
    }
    Files.writeString(folder.resolve("pending_segments_3"), "half");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(IndexFiles.in(folder)).hasSizeGreaterThan(files.size() + 5);
    try (Directory directory = FSDirectory.open(folder); Lock building = directory.obtainLock("build.lock")) {
      building.ensureValid();
      List<String> all = IndexFiles.in(folder);
      assertThat(open(folder).waits).isZero();
      assertThat(IndexFiles.in(folder)).isEqualTo(all);
    }
    assertThat(open(folder).passages).isZero();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
    Files.delete(folder.resolve("notes.txt"));
    assertThat(IndexFiles.in(folder)).isEqualTo(files);
    assertThat(isCurrent()).isTrue();
  }

  @Test
  void leavesFilesThatAreNoneOfItsOwn() throws IOException {
    copy();
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(segments(folder), "garbage");
    assertThat(open(folder).passages).isEqualTo(passages);
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void leavesTheIndexOfAnotherProgramAlone() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    assertThatExceptionOfType(IndexException.class).isThrownBy(() -> open(folder)).withMessage("The index in "
        + folder + " belongs to another program; set READING_ROOM_HOME to a folder of Reading Room's own.");
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(1);
    }
  }

  @Test
  void saysThatAFileIsInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("index"), "text");
    for (Path path : List.of(file, file.resolve("below"), Path.of("/proc/reading-room/index"))) {
      assertThatExceptionOfType(IndexException.class).isThrownBy(() -> open(path)).withMessageMatching(
          "The index cannot be written to \\Q" + path + "\\E( \\(.*\\))?; set READING_ROOM_HOME to a folder"
              + " that can be\\.");
    }
    assertThat(file).hasContent("text");
  }

  private static LiveIndex index(Path path) {
    return new LiveIndex(path, SmallCollection.of(SmallCollection.RICE), CHUNKING, MODEL);
  }

  private static Embedded open(Path path) {
    Embedded embedded = new Embedded();
    try (LiveIndex index = index(path)) {
      index.open(embedded);
      try (IndexLease lease = index.acquire()) {
        assertThat(lease.index().index().size()).isEqualTo(passages == 0 ? embedded.passages : passages);
      }
    }
    return embedded;
  }

  private boolean isCurrent() throws IOException {
    PassageIndex open = new LuceneEngine(folder, new TextAnalyzer(SmallCollection.AUTHORITY))
        .openIfCurrent(SmallCollection.contents(List.of(SmallCollection.RICE), MODEL.modelName()));
    if (open != null) {
      open.release();
    }
    return open != null;
  }

  private static List<String> names() throws IOException {
    return IndexFiles.in(whole);
  }

  private static Path segments(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("segments_")).findFirst()
          .orElseThrow();
    }
  }

  /** Makes the folder a copy of the whole index. */
  private void copy() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (String name : names()) {
      Files.copy(whole.resolve(name), folder.resolve(name));
    }
  }
}
