package org.readingroom.search;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.lucene.LuceneEngine;
import org.readingroom.solr.SolrEngine;
import org.readingroom.solr.SolrServers;
import org.readingroom.solr.SolrSettings;
import org.readingroom.text.TextAnalyzer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The engines of indexes, as {@code reading-room.index.engine} chooses. */
public final class IndexEngines implements AutoCloseable {

  private enum Engine {
    LUCENE, SOLR
  }

  private final @Nullable SolrServers servers;

  private IndexEngines(@Nullable SolrServers servers) {
    this.servers = servers;
  }

  /** Returns the engines that the settings choose; a connection with servers is opened when it is used. */
  static IndexEngines of(Environment settings) {
    Engine engine = Binder.get(settings).bind("reading-room.index.engine", Engine.class)
        .orElse(Engine.LUCENE);
    return new IndexEngines(engine == Engine.SOLR
        ? new SolrServers(Binder.get(settings).bindOrCreate("reading-room.index.solr", SolrSettings.class))
        : null);
  }

  /** Returns the engine that keeps indexes in folders. */
  static IndexEngines embedded() {
    return new IndexEngines(null);
  }

  /** Returns whether indexes are kept in folders of this machine. */
  boolean isEmbedded() {
    return servers == null;
  }

  /**
   * Returns the engine of a collection.
   *
   * @param folder where its index is kept if it is kept in a folder
   * @param model makes its vectors
   */
  IndexEngine of(String collection, Path folder, OnnxEmbeddingModel model, TextAnalyzer analyzer) {
    return servers == null
        ? new LuceneEngine(folder, analyzer)
        : new SolrEngine(servers, collection, model.dimension(), analyzer);
  }

  /**
   * Returns whether an index of a collection has ever been built; true where that cannot be told.
   *
   * @param folder where it is kept if it is kept in a folder
   */
  public boolean hasIndex(String collection, Path folder) {
    try {
      return servers == null ? Files.isDirectory(folder) : SolrEngine.isBuilt(servers, collection);
    } catch (IndexException e) {
      return true;
    }
  }

  /** Deletes what is kept of a collection elsewhere than in its folder. */
  public void delete(String collection) {
    if (servers != null) {
      SolrEngine.delete(servers, collection);
    }
  }

  @Override
  public void close() {
    if (servers != null) {
      servers.close();
    }
  }
}
