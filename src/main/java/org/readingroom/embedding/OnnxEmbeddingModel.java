package org.readingroom.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds texts with a {@link BundledModel}, or their tokens with several. Safe for use by several threads; loads the
 * models at first use.
 *
 * <p>
 * A text's vector has the same bits whatever else is embedded beside it. Texts longer than the model's
 * maximum are cut off there. {@link #embed(String)} and {@link #embedAll} take the text as it is; the other
 * methods put the model's own prefix before it.
 */
public final class OnnxEmbeddingModel implements EmbeddingModel, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OnnxEmbeddingModel.class);

  private final List<BundledModel> models;
  private final @Nullable Path cacheFolder;
  private final int workers;
  private final ExecutorService pool;
  private volatile @Nullable JointEncoder encoder;
  private boolean closed;

  /** Makes a model that is read from its jar at every start and uses two worker threads. */
  public OnnxEmbeddingModel(BundledModel model) {
    this(List.of(model), null, 2);
  }

  /**
   * Makes a model of one or more.
   *
   * @param models the first gives the vectors of texts, all give those of tokens
   * @param cacheFolder where the model and the native libraries are unpacked once, so that later starts
   *        unpack nothing; null for the model to be read from its jar and the libraries to unpack
   *        themselves into temporary and home folders
   * @param workers how many texts are embedded at the same time, best one per core
   */
  public OnnxEmbeddingModel(List<BundledModel> models, @Nullable Path cacheFolder, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be a worker, not " + workers);
    }
    this.models = List.copyOf(models);
    this.cacheFolder = cacheFolder;
    this.workers = workers;
    this.pool = Executors.newFixedThreadPool(workers,
        Thread.ofPlatform().daemon().name("embedding-", 1).factory());
  }

  /**
   * Starts loading the model and using it once in the background; a use meanwhile waits until it is loaded. Whether
   * loading failed shows at the first use, which tries again.
   */
  public void preload() {
    pool.execute(() -> {
      try {
        embedQuery("warm up");
      } catch (EmbeddingException e) {
        log.debug("{} cannot be loaded", modelName(), e);
      }
    });
  }

  /** Returns the vectors of a query and its tokens, for late interaction. */
  public TokenEmbeddings encodeQuery(String query) {
    return encoder().encodeQuery(query);
  }

  /** Returns the vectors of a passage and its tokens. */
  public TokenEmbeddings encodePassage(String text) {
    return encodePassage("", text);
  }

  /**
   * Returns the vectors of a passage that is read with a header before it, such as its title and date. The
   * header must end with what shall stand between them; its tokens have negative offsets.
   */
  public TokenEmbeddings encodePassage(String header, String text) {
    return encoder().encodePassage(header, text);
  }

  /** Tells whether the model has a word whole among its word pieces, as the common English ones. */
  public boolean isWord(String word) {
    return encoder().isWord(word);
  }

  /** Returns the vector of a query. */
  public Embedding embedQuery(String query) {
    return Embedding.from(encoder().embedQuery(query));
  }

  @Override
  public Response<Embedding> embed(String text) {
    return Response.from(Embedding.from(encoder().embed(text)));
  }

  @Override
  public Response<Embedding> embed(TextSegment segment) {
    return embed(segment.text());
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return Response.from(onWorkers(segments, segment -> Embedding.from(encoder().embed(segment.text()))));
  }

  /**
   * Applies work that uses this model, such as {@code encodePassage} and what becomes of its result, to items
   * on the worker threads, and returns the results in the items' order. The work must not call this method.
   *
   * @throws EmbeddingException if the work on an item fails or the calling thread is interrupted; the work on
   *         the others is then given up
   */
  public <T, R> List<R> onWorkers(List<T> items, Function<? super T, ? extends R> work) {
    List<Future<R>> futures = new ArrayList<>(items.size());
    try {
      for (T item : items) {
        Callable<R> task = () -> work.apply(item);
        futures.add(pool.submit(task));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new EmbeddingException("a text cannot be embedded", e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingException("embedding was interrupted", e);
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  @Override
  public int dimension() {
    return models.getFirst().dimension();
  }

  /** Returns the ids of the models, joined by a plus sign. */
  @Override
  public String modelName() {
    return models.stream().map(BundledModel::id).collect(Collectors.joining("+"));
  }

  /** Returns how many models read each token. */
  public int models() {
    return models.size();
  }

  /** Returns how many texts are embedded at the same time. */
  public int workers() {
    return workers;
  }

  private JointEncoder encoder() {
    JointEncoder loaded = encoder;
    return loaded == null ? load() : loaded;
  }

  private synchronized JointEncoder load() {
    if (closed) {
      throw new EmbeddingException("the embedding model " + modelName() + " is closed");
    }
    JointEncoder loaded = encoder;
    if (loaded == null) {
      loaded = JointEncoder.load(models, cacheFolder);
      encoder = loaded;
    }
    return loaded;
  }

  /** Waits for what is being embedded on the workers and frees the model; no other thread may be using it. */
  @Override
  public void close() {
    pool.close();
    synchronized (this) {
      closed = true;
      JointEncoder loaded = encoder;
      encoder = null;
      if (loaded != null) {
        loaded.close();
      }
    }
  }
}
