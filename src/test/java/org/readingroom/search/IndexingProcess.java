package org.readingroom.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.collection.Kind;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.SmallCollection;

/** Is another process that indexes, and the program that runs in it. */
final class IndexingProcess implements AutoCloseable {

  /** Says what the process does. */
  enum Work {
    /** Builds the index of the slow collection. */
    OPEN,
    /** Builds the index of the small collection anew, embedding everything. */
    REBUILD,
    /** Builds again and again an index in which only the kind of a document changes. */
    FLIP
  }

  private final Process process;
  private final BufferedReader words;

  private IndexingProcess(Process process) {
    this.process = process;
    this.words = process.inputReader();
  }

  static IndexingProcess start(Work work, Path folder) throws IOException {
    return new IndexingProcess(
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp",
            System.getProperty("java.class.path"), IndexingProcess.class.getName(), work.name(),
            folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Waits until the process has said that it is somewhere. */
  void awaits(String word) throws IOException {
    String line = words.readLine();
    while (line != null && !line.equals(word)) {
      line = words.readLine();
    }
    if (line == null) {
      throw new IOException("the process ended before it said " + word);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the process as {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @SuppressWarnings("SystemOut")
  public static void main(String... args) {
    Path folder = Path.of(args[1]);
    try (OnnxEmbeddingModel model = new OnnxEmbeddingModel(BundledModel.BGE_SMALL_EN_V15_Q,
        SmallCollection.MODELS, 2)) {
      BuildProgress tell = (done, total) -> System.out.println(done == 0 ? "embedding" : "embedded");
      switch (Work.valueOf(args[0])) {
        case OPEN ->
          new LiveIndex(folder, SmallCollection.slow(), SmallCollection.CHUNKING, model).open(tell);
        case REBUILD ->
          new LiveIndex(folder, SmallCollection.whole(), SmallCollection.CHUNKING, model).rebuild(tell);
        case FLIP -> {
          for (int i = 0;; i++) {
            Kind kind = List.of(Kind.NOTE, Kind.REPORT).get(i % 2);
            try (LiveIndex index = new LiveIndex(folder,
                SmallCollection.of(SmallCollection.as(SmallCollection.LEAD, kind), SmallCollection.TALKS),
                SmallCollection.CHUNKING, model)) {
              index.open(tell);
            }
            System.out.println("built");
          }
        }
      }
      System.out.println("ready");
    }
  }
}
