package org.readingroom.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.readingroom.index.SmallCollection.CHUNKING;
import static org.readingroom.index.SmallCollection.MODELS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Contents;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexException;
import org.readingroom.index.IndexKey;
import org.readingroom.index.SmallCollection;
import org.readingroom.passage.Chunker;
import org.readingroom.text.TextAnalyzer;

class LuceneUpdateIT {

  private static final OnnxEmbeddingModel MODEL = new OnnxEmbeddingModel(
      BundledModel.BGE_SMALL_EN_V15_Q, MODELS, 2);
  private static final List<Document> DOCUMENTS = SmallCollection.whole().documents();

  @AfterAll
  static void close() {
    MODEL.close();
  }

  /** Is a disk on which only so many changes can still be made. */
  private static final class TroubledDirectory extends FilterDirectory {

    private final Trouble trouble;
    private int changes;

    TroubledDirectory(Directory in, int changes, Trouble trouble) {
      super(in);
      this.changes = changes;
      this.trouble = trouble;
    }

    private void change() throws IOException {
      if (changes-- <= 0) {
        trouble.happen();
      }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      change();
      return super.createOutput(name, context);
    }

    @Override
    public void sync(java.util.Collection<String> names) throws IOException {
      change();
      super.sync(names);
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      change();
      super.rename(source, dest);
    }

    @Override
    public void syncMetaData() throws IOException {
      change();
      super.syncMetaData();
    }
  }

  /** Says what goes wrong, and what is said of it. */
  enum Trouble {
    FULL_DISK("There is no space left for the index in index."), MEMORY(
        "There is too little memory to build the index; READING_ROOM_OPTS=-Xmx1g gives more."), FAULT(
            "The index in index cannot be built: a fault.");

    private final String sentence;

    Trouble(String sentence) {
      this.sentence = sentence;
    }

    void happen() throws IOException {
      switch (this) {
        case FULL_DISK -> throw new IOException("No space left on device");
        case MEMORY -> throw new OutOfMemoryError("Java heap space");
        case FAULT -> throw new IllegalStateException("a fault");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheOldIndexAloneOrTheNewOneWhereverABuildFails(Trouble trouble) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      build(directory, contents("old", DOCUMENTS), BuildProgress.SILENT);
      int failures = failures(directory, trouble, (done, total) -> fail("embedded again"));
      assertThat(failures).isGreaterThan(3);
      assertThat(key(directory)).isEqualTo("new");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingWhereverTheFirstBuildFails(Trouble trouble) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      assertThat(failures(directory, trouble, BuildProgress.SILENT)).isGreaterThan(3);
      assertThat(key(directory)).isEqualTo("new");
    }
  }

  @Test
  void leavesNothingWhereEmbeddingFails() throws IOException {
    List<Document> several = IntStream.rangeClosed(1, 40)
        .mapToObj(i -> SmallCollection.document(i, "Note " + i,
            SmallCollection.LEAD.date(), Kind.NOTE, null, null, "Note " + i + " says little."))
        .toList();
    try (Directory directory = new ByteBuffersDirectory()) {
      assertThatThrownBy(() -> build(directory, contents("new", several), (done, total) -> {
        if (done > 0) {
          throw new IllegalStateException("stop");
        }
      })).hasMessage("stop");
      assertThat(directory.listAll()).isEmpty();
    }
  }

  @Test
  void writesOnlyWhatHasChanged() throws IOException {
    List<Document> changed = new ArrayList<>(DOCUMENTS);
    Document removed = changed.removeFirst();
    changed.set(0, SmallCollection.as(changed.getFirst(), Kind.OTHER));
    changed.add(SmallCollection.document(70, "Another note", SmallCollection.LEAD.date(), Kind.NOTE, null,
        null, "Horses are wanted in Pyongyang."));
    List<Integer> embedded = new ArrayList<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      build(directory, SmallCollection.contents(DOCUMENTS, "m"), BuildProgress.SILENT);
      build(directory, SmallCollection.contents(changed, "m"),
          (done, total) -> embedded.add(total));

      assertThat(embedded).containsOnly(1);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.numDocs()).isEqualTo(passages(changed));
        for (Document document : changed) {
          assertThat(
              reader.docFreq(new Term(Fields.DOCUMENT, PassageRecords.digest(IndexKey.of(document)))))
              .isEqualTo(passages(List.of(document)));
        }
        assertThat(
            reader.docFreq(new Term(Fields.DOCUMENT, PassageRecords.digest(IndexKey.of(removed)))))
            .isZero();
      }
    }
  }

  @Test
  void embedsNothingAgainWhereWhatIsThereCannotBeReadAtPresent() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      build(directory, contents("old", DOCUMENTS), BuildProgress.SILENT);
      Directory troubled = new FilterDirectory(directory) {

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
          if (name.endsWith(".cfs")) {
            throw new IOException("Input/output error");
          }
          return super.openInput(name, context);
        }
      };

      assertThatThrownBy(() -> build(troubled, contents("new", DOCUMENTS), BuildProgress.SILENT))
          .hasMessage("Input/output error");
      assertThat(key(directory)).isEqualTo("old");
      whole(directory);
    }
  }

  /** Builds until it works, each time with one more change that can still be made, and counts the failures. */
  private static int failures(Directory directory, Trouble trouble, BuildProgress progress)
      throws IOException {
    String before = DirectoryReader.indexExists(directory) ? key(directory) : "";
    for (int changes = 0;; changes++) {
      List<String> files = List.of(directory.listAll());
      try {
        build(new TroubledDirectory(directory, changes, trouble), contents("new", DOCUMENTS),
            progress);
        return changes;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        assertThat(IndexException.of("index", e)).hasMessage(trouble.sentence);
      }
      if (DirectoryReader.indexExists(directory) && !key(directory).equals(before)) {
        return changes + 1; // it failed behind its commit
      }
      assertThat(directory.listAll()).as("after " + changes + " changes").containsExactlyElementsOf(files);
      if (!files.isEmpty()) {
        whole(directory);
      }
    }
  }

  private static void whole(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(passages(DOCUMENTS));
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  private static void build(Directory directory, Contents contents, BuildProgress progress)
      throws IOException {
    new LuceneEngine(Path.of("index"), new TextAnalyzer(SmallCollection.AUTHORITY)).update(directory,
        contents,
        false, new IndexBuilder(texts -> MODEL.onWorkers(texts, MODEL::embedPassage)), progress);
  }

  /** Returns what an index is to hold, which is made in another way for each name. */
  private static Contents contents(String name, List<Document> documents) {
    return new Contents(new IndexKey(name, "as " + name, "vectors"), documents, CHUNKING);
  }

  private static int passages(List<Document> documents) {
    return documents.stream().mapToInt(document -> new Chunker(CHUNKING).chunk(document).size()).sum();
  }

  private static String key(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().get(LuceneUpdate.KEY);
    }
  }
}
