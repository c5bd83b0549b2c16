package org.readingroom.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.Contents;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.index.IndexKey;
import org.readingroom.index.PassageEmbedder;
import org.readingroom.index.PassageIndex;
import org.readingroom.lucene.LuceneEngine;
import org.readingroom.passage.Chunking;
import org.readingroom.text.TextAnalyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the index that is searched, from closed through building to ready.
 *
 * <p>
 * Any number of processes may read one index; the one that finds it missing or out of date builds it while the others
 * wait. Where it is deleted while it is open, as may happen on servers, it is opened or built again in the background.
 */
public class LiveIndex implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveIndex.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LAST_PAUSE = Duration.ofMinutes(2);
  private static final long TICK_MILLIS = 100;

  private final Path folder;
  private final IndexEngine engine;
  private final @Nullable IndexEngine packed;
  private final Collection collection;
  private final Chunking chunking;
  private final OnnxEmbeddingModel model;
  private final PassageEmbedder embedder;
  private final TextAnalyzer analyzer;
  private final Object opening = new Object();
  private final AtomicBoolean replacing = new AtomicBoolean();
  private volatile IndexState state = new IndexState.Closed();
  private volatile @Nullable IndexSnapshot index;
  private volatile boolean closed;

  /**
   * Makes a closed index.
   *
   * @param folder where its files are; made if missing
   */
  public LiveIndex(Path folder, Collection collection, Chunking chunking, OnnxEmbeddingModel model) {
    this(IndexEngines.embedded(), folder, null, collection, chunking, model);
  }

  /**
   * Makes a closed index.
   *
   * @param folder where its files are if they are kept in a folder; made if missing
   * @param packed where there is an index that came with the program, which is only read; null where there is none
   */
  public LiveIndex(IndexEngines engines, Path folder, @Nullable Path packed, Collection collection,
      Chunking chunking, OnnxEmbeddingModel model) {
    this(engines, folder, packed, collection, chunking, model,
        texts -> model.onWorkers(texts, model::embedPassage));
  }

  private LiveIndex(IndexEngines engines, Path folder, @Nullable Path packed, Collection collection,
      Chunking chunking, OnnxEmbeddingModel model, PassageEmbedder embedder) {
    this.embedder = embedder;
    this.collection = collection;
    this.chunking = chunking;
    this.model = model;
    this.analyzer = new TextAnalyzer(collection.authority());
    this.folder = folder;
    this.engine = engines.of(collection.id(), folder, model, analyzer);
    this.packed = packed == null || !engines.isEmbedded() ? null : new LuceneEngine(packed, analyzer);
  }

  /**
   * Makes a closed index of another collection in a folder, which is cut and searched as this one is.
   *
   * @param embedder embeds its passages
   */
  public LiveIndex over(Path other, Collection of, PassageEmbedder by) {
    return new LiveIndex(IndexEngines.embedded(), other, null, of, chunking, model, by);
  }

  /** Returns what embeds the passages. */
  public PassageEmbedder embedder() {
    return embedder;
  }

  /** Tells whether the index is of the collection of an id. */
  boolean isOf(String collectionId) {
    return collection.id().equals(collectionId);
  }

  /** Returns the names that the collection's own list has. */
  Authority authority() {
    return collection.authority();
  }

  /** Returns what state the index is in now. */
  public IndexState state() {
    replaceWhereGone();
    return state;
  }

  /** Returns where the index is, for messages: a folder, or a name on a server. */
  public String place() {
    return engine.place();
  }

  /** Returns the folder that holds the index where one does. */
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

  /**
   * Makes what the engine needs before an index can be built, or checks that it is there.
   *
   * @return what there is now, in a sentence
   * @throws IndexException if it cannot be made or is not as it should be
   */
  public String setUp() {
    try {
      return engine.setUp();
    } catch (IOException e) {
      throw IndexException.of(engine.place(), e);
    }
  }

  /**
   * Opens the index, again and again where it fails, for a disk may be emptied, and servers come back; returns when it
   * is ready or closed for good.
   *
   * @param failed is told of each failure
   */
  public void openPersistently(BuildProgress progress, Consumer<IndexException> failed) {
    for (Duration pause = FIRST_PAUSE; !closed; pause = longer(pause)) {
      try {
        open(progress);
        return;
      } catch (IndexException e) {
        failed.accept(e);
        await(pause);
      }
    }
  }

  private static Duration longer(Duration pause) {
    return pause.compareTo(LAST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
  }

  private void await(Duration pause) {
    for (long left = pause.toMillis(); left > 0 && !closed; left -= TICK_MILLIS) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IndexException("Waiting for the index was interrupted.", e);
      }
    }
  }

  /** Opens the index if it is there, whole and up to date; otherwise leaves it closed and builds nothing. */
  public void openIfCurrent() {
    synchronized (opening) {
      if (index == null && !closed) {
        try {
          Contents contents = contents();
          PassageIndex opened = openIfCurrent(contents);
          if (opened != null) {
            take(opened);
          }
        } catch (IOException | RuntimeException e) {
          log.debug("The index in {} is left to be opened when it is used", engine.place(), e);
        }
      }
    }
  }

  /**
   * Builds the index anew, embedding everything again.
   *
   * @throws IndexException if it cannot be built or opened; the old index is then still there, and still open
   *         if it was
   */
  public void rebuild(BuildProgress progress) {
    synchronized (opening) {
      open(true, progress);
    }
  }

  /**
   * Returns the index as it is now, to be searched until the lease is closed.
   *
   * @throws IndexNotReadyException if it is not open
   */
  IndexLease acquire() {
    replaceWhereGone();
    while (true) {
      IndexSnapshot open = index;
      if (open == null) {
        throw new IndexNotReadyException(state);
      }
      if (open.index().retain()) {
        return new IndexLease(open);
      } // else another has taken its place
    }
  }

  private void replaceWhereGone() {
    IndexSnapshot open = index;
    if (open != null && open.index().isGone() && replacing.compareAndSet(false, true)) {
      replace(open);
    }
  }

  private void replace(IndexSnapshot gone) {
    Thread.ofPlatform().daemon().name("index-again").start(() -> {
      try {
        letGo(gone);
        openPersistently(BuildProgress.SILENT, failure -> log.error("{}", failure.getMessage()));
      } finally {
        replacing.set(false);
      }
    });
  }

  /** Closes the index for now, unless another has taken its place already. */
  private void letGo(IndexSnapshot gone) {
    synchronized (opening) {
      if (index == gone) {
        log.warn("The index in {} was deleted, and is opened or built again.", engine.place());
        index = null;
        state = new IndexState.Building(0, 0);
        gone.index().release();
      }
    }
  }

  TextAnalyzer analyzer() {
    return analyzer;
  }

  OnnxEmbeddingModel model() {
    return model;
  }

  private void open(boolean anew, BuildProgress progress) {
    IndexSnapshot old = index;
    try {
      requireUnclosed();
      Contents contents = contents();
      PassageIndex opened = anew ? null : openIfCurrent(contents);
      if (opened == null) {
        state = new IndexState.Building(0, 0);
        opened = engine.build(contents, anew, new IndexBuilder(embedder), new Watch(progress));
      }
      take(opened);
      if (old != null) {
        old.index().release();
      }
    } catch (IOException | RuntimeException | Error e) {
      IndexException failure = IndexException.of(engine.place(), e);
      state = old == null ? new IndexState.Failed(failure.reason()) : ready(old);
      throw failure;
    }
  }

  /** Opens what is up to date: what was built here, or else what came with the program. */
  private @Nullable PassageIndex openIfCurrent(Contents contents) throws IOException {
    try {
      PassageIndex own = engine.openIfCurrent(contents);
      return own == null ? packed(contents) : own;
    } catch (IndexException e) {
      PassageIndex came = packed(contents);
      if (came == null) {
        throw e;
      }
      log.warn("{}", e.getMessage());
      return came;
    }
  }

  private @Nullable PassageIndex packed(Contents contents) throws IOException {
    try {
      return packed == null ? null : packed.openIfCurrent(contents);
    } catch (IndexException e) {
      log.warn("{}", e.getMessage());
      return null;
    }
  }

  private Contents contents() {
    return new Contents(
        IndexKey.of(collection.documents(), collection.authority(), chunking, model.modelName()),
        collection.documents(), chunking);
  }

  private void take(PassageIndex opened) {
    index = new IndexSnapshot(opened, collection.documents(), analyzer);
    state = ready(index);
  }

  private IndexState.Ready ready(IndexSnapshot open) {
    return new IndexState.Ready(collection.documents().size(), open.index().size());
  }

  /** Tells state and listener how a build gets on, and ends it once the index is closed. */
  private final class Watch implements BuildProgress {

    private final BuildProgress listener;
    private boolean waiting;

    Watch(BuildProgress listener) {
      this.listener = listener;
    }

    @Override
    public void embedded(int done, int total) {
      requireUnclosed();
      state = new IndexState.Building(done, total);
      listener.embedded(done, total);
    }

    @Override
    public void goesOn() {
      requireUnclosed();
      listener.goesOn();
    }

    @Override
    public void waitsForOther() {
      requireUnclosed();
      if (!waiting) {
        waiting = true;
        log.info("Another process is building the index in {}.", engine.place());
        listener.waitsForOther();
      }
    }
  }

  private void requireUnclosed() {
    if (closed) {
      throw new IndexException("The index was closed while it was being opened.");
    }
  }

  /**
   * Stops what is being built, waits for the end of it, and closes the index for good; those who still search it
   * may finish.
   */
  @Override
  public void close() {
    closed = true;
    synchronized (opening) {
      IndexSnapshot open = index;
      index = null;
      state = new IndexState.Closed();
      if (open != null) {
        open.index().release();
      }
    }
  }
}
