package org.readingroom.search;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.readingroom.collection.Collection;
import org.readingroom.collection.CollectionLoader;
import org.readingroom.embedding.EmbeddingSettings;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunking;
import org.readingroom.reading.ReadingSettings;
import org.readingroom.reading.TrainedReader;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Reads the collection, loads the models and opens the index on threads of their own while the rest of the program is
 * still put together; whoever needs one of the three as a bean waits for it there.
 *
 * <p>
 * An index that is missing or out of date is left to {@link LiveIndex#open}, for a build wants watching.
 */
public final class SearchAhead implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Executor THREAD_PER_TASK = task -> Thread.ofPlatform().daemon().name("search-ahead")
      .start(task);

  private final boolean searched;

  /**
   * Makes what reads ahead.
   *
   * @param searched whether the index will be searched; otherwise only the collection is read
   */
  public SearchAhead(boolean searched) {
    this.searched = searched;
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    Environment settings = context.getEnvironment();
    CompletableFuture<Collection> collection = CompletableFuture.supplyAsync(
        () -> new CollectionLoader().load(folder(settings, "reading-room.corpus")), THREAD_PER_TASK);
    register(context, Collection.class, collection);
    if (searched) {
      ReadingSettings reading = Binder.get(settings)
          .bind("reading-room.reading", Bindable.of(ReadingSettings.class)).get();
      CompletableFuture<OnnxEmbeddingModel> model = CompletableFuture
          .supplyAsync(() -> model(settings, reading), THREAD_PER_TASK);
      IndexEngines engines = IndexEngines.of(settings);
      context.registerBean(IndexEngines.class, () -> engines);
      CompletableFuture<LiveIndex> index = collection.thenCombine(model,
          (read, loading) -> index(engines, settings, read, loading));
      register(context, OnnxEmbeddingModel.class, model);
      register(context, LiveIndex.class, index);
      // A process must not end while native code is still loading, asked for or not.
      context.addApplicationListener(
          (ContextClosedEvent closed) -> model.thenAccept(OnnxEmbeddingModel::close).exceptionally(e -> null)
              .join());
      readAhead(context, settings, reading);
    }
  }

  private static void readAhead(GenericApplicationContext context, Environment settings,
      ReadingSettings reading) {
    if (reading.isTrained()) {
      CompletableFuture<TrainedReader> reader = CompletableFuture.supplyAsync(
          () -> SearchConfiguration.reader(folder(settings, "reading-room.models"), reading),
          THREAD_PER_TASK);
      register(context, TrainedReader.class, reader);
      context.addApplicationListener(
          (ContextClosedEvent closed) -> reader.thenAccept(TrainedReader::close).exceptionally(e -> null)
              .join());
    }
  }

  private static OnnxEmbeddingModel model(Environment settings, ReadingSettings reading) {
    return SearchConfiguration.model(folder(settings, "reading-room.models"), EmbeddingSettings.of(settings),
        reading);
  }

  private static LiveIndex index(IndexEngines engines, Environment settings, Collection collection,
      OnnxEmbeddingModel model) {
    Binder binder = Binder.get(settings);
    LiveIndex index = SearchConfiguration.index(engines, folder(settings, "reading-room.index"),
        settings.getProperty("reading-room.packed-index", ""), model, collection,
        binder.bind("reading-room.chunking", Bindable.of(Chunking.class)).get(),
        binder.bind("reading-room.ranking", Bindable.of(Ranking.class)).get());
    index.openIfCurrent();
    return index;
  }

  private static Path folder(Environment settings, String name) {
    return Path.of(settings.getRequiredProperty(name));
  }

  /** Nothing waits for the work that does not need it, so its bean is lazy. */
  private static <T> void register(GenericApplicationContext context, Class<T> type,
      CompletableFuture<? extends T> work) {
    context.registerBean(type, () -> finished(work), definition -> definition.setLazyInit(true));
  }

  private static <T> T finished(CompletableFuture<? extends T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
