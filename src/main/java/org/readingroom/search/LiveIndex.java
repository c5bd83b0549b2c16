package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.EmbeddingException;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the index that is searched, from closed through building to ready.
 *
 * <p>
 * Any number of processes may read one folder; the one that finds the index missing or out of date builds it
 * while the others wait.
 */
public class LiveIndex implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveIndex.class);
  private static final long WAIT_MILLIS = 300;

  private final Path folder;
  private final Collection collection;
  private final Chunking chunking;
  private final OnnxEmbeddingModel model;
  private final TextAnalyzer analyzer;
  private final Object opening = new Object();
  private volatile IndexState state = new IndexState.Closed();
  private volatile @Nullable PassageIndex index;

  /**
   * Makes a closed index.
   *
   * @param folder where its files are; made if missing
   */
  public LiveIndex(Path folder, Collection collection, Chunking chunking, OnnxEmbeddingModel model) {
    this.folder = folder;
    this.collection = collection;
    this.chunking = chunking;
    this.model = model;
    this.analyzer = new TextAnalyzer(collection.authority());
  }

  /** Returns what state the index is in now. */
  public IndexState state() {
    return state;
  }

  /** Returns the folder that holds the index. */
  public Path folder() {
    return folder;
  }

  /**
   * Opens the index, building first what is missing or out of date; returns when it is ready.
   *
   * @throws IndexException if it cannot be built or opened
   */
  public void open(BuildProgress progress) {
    synchronized (opening) {
      if (index == null) {
        open(false, progress);
      }
    }
  }

  /** Does the same in a thread of its own; a failure shows in the state. */
  public void openInBackground() {
    Thread.ofPlatform().daemon().name("index").start(() -> {
      try {
        open(BuildProgress.SILENT);
      } catch (IndexException e) {
        log.error("{}", e.getMessage());
      }
    });
  }

  /**
   * Throws away what is there and builds it anew, embedding everything again.
   *
   * @throws IndexException if it cannot be built or opened; the old index is then still there
   */
  public void rebuild(BuildProgress progress) {
    synchronized (opening) {
      open(true, progress);
    }
  }

  /**
   * Returns the open index.
   *
   * @throws IndexNotReadyException if it is not open
   */
  PassageIndex get() {
    PassageIndex open = index;
    if (open == null) {
      throw new IndexNotReadyException(state);
    }
    return open;
  }

  TextAnalyzer analyzer() {
    return analyzer;
  }

  OnnxEmbeddingModel model() {
    return model;
  }

  private void open(boolean anew, BuildProgress progress) {
    try {
      Chunker chunker = new Chunker(chunking);
      List<Passage> passages = collection.documents().stream().flatMap(d -> chunker.chunk(d).stream())
          .toList();
      String key = IndexKey.of(collection, chunking, model.modelName());
      PassageIndex opened = anew ? null : openIfCurrent(key, passages);
      if (opened == null) {
        build(key, passages, anew, progress);
        opened = Objects.requireNonNull(openIfCurrent(key, passages), "the index just built");
      }
      PassageIndex old = index;
      index = opened;
      state = new IndexState.Ready(collection.documents().size(), passages.size());
      if (old != null) {
        old.close();
      }
    } catch (IOException | UncheckedIOException | EmbeddingException e) {
      String reason = reason(e);
      state = new IndexState.Failed(reason);
      throw new IndexException(reason, e);
    }
  }

  /** Opens what is in the folder if it is whole and of the key, else returns null. */
  private @Nullable PassageIndex openIfCurrent(String key, List<Passage> passages) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        reader = DirectoryReader.open(directory);
        if (key.equals(reader.getIndexCommit().getUserData().get(IndexBuilder.KEY))) {
          return new PassageIndex(directory, reader, passages, analyzer);
        }
      }
    } catch (IOException | RuntimeException e) {
      log.warn("the index in {} cannot be read and is built again: {}", folder, e.toString());
    }
    if (reader != null) {
      reader.close();
    }
    directory.close();
    return null;
  }

  private void build(String key, List<Passage> passages, boolean anew, BuildProgress progress)
      throws IOException {
    state = new IndexState.Building(0, passages.size());
    BuildProgress told = (done, total) -> {
      state = new IndexState.Building(done, total);
      progress.embedded(done, total);
    };
    boolean waiting = false;
    try (Directory directory = FSDirectory.open(folder)) {
      while (true) {
        try {
          clearIfUnreadable(directory);
          new IndexBuilder(analyzer, model).build(directory, key, passages, !anew, told);
          return;
        } catch (LockObtainFailedException e) {
          if (!waiting) {
            log.info("another process is writing {}", folder);
            progress.waitsForOther();
            waiting = true;
          }
          pause();
          PassageIndex built = anew ? null : openIfCurrent(key, passages);
          if (built != null) {
            built.close();
            return;
          }
        }
      }
    }
  }

  /** Deletes the files of a commit that cannot be read, over which no new one can be written. */
  private void clearIfUnreadable(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      log.debug("{} holds {} passages", folder, reader.numDocs());
    } catch (IOException | RuntimeException unreadable) {
      try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
        lock.ensureValid();
        for (String file : directory.listAll()) {
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
            directory.deleteFile(file);
          }
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("Waiting for another process to build the index was interrupted.", e);
    }
  }

  private String reason(Exception e) {
    Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof AccessDeniedException || (cause instanceof FileSystemException file
        && String.valueOf(file.getReason()).contains("Read-only"))) {
      return "The index cannot be written to " + folder + "; set READING_ROOM_HOME to a folder that can be.";
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (message.contains("No space left")) {
      return "There is no space left for the index in " + folder + ".";
    }
    return "The index in " + folder + " cannot be built: " + message + (message.endsWith(".") ? "" : ".");
  }

  @Override
  public void close() throws IOException {
    PassageIndex open = index;
    index = null;
    state = new IndexState.Closed();
    if (open != null) {
      open.close();
    }
  }
}
