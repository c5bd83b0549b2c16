package org.readingroom.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Sha256;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.BuildTurn;
import org.readingroom.index.Contents;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageIndex;
import org.readingroom.text.TextAnalyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a collection on the search servers.
 *
 * <p>
 * Each way to make it has a collection of its own there, so that a new version of the program builds its index beside the
 * one that others still search; an alias names the one that was built last, the one before it is kept, and older ones
 * are deleted when the alias moves, unless somebody builds them.
 */
public final class SolrEngine implements IndexEngine {

  private static final Logger LOG = LoggerFactory.getLogger(SolrEngine.class);

  private static final int SHORT = 12;

  private final SolrServers servers;
  private final String alias;
  private final SolrConfigset configset;
  private final TextAnalyzer analyzer;
  private final LongSupplier clock;

  /**
   * Makes the engine of a collection.
   *
   * @param dimension how many numbers a vector has
   */
  public SolrEngine(SolrServers servers, String collection, int dimension, TextAnalyzer analyzer) {
    this(servers, collection, dimension, analyzer, System::currentTimeMillis);
  }

  SolrEngine(SolrServers servers, String collection, int dimension, TextAnalyzer analyzer,
      LongSupplier clock) {
    this.servers = servers;
    this.alias = alias(servers, collection);
    this.configset = new SolrConfigset(dimension);
    this.analyzer = analyzer;
    this.clock = clock;
  }

  private static String alias(SolrServers servers, String collection) {
    return servers.settings().prefix() + "-" + collection.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  @Override
  public String place() {
    return alias + " on the search servers";
  }

  /** Returns the name of the collection for contents that are made in one way. */
  private String name(Contents contents) {
    return alias + "." + Sha256.of(contents.key().form() + configset.digest()).substring(0, SHORT);
  }

  @Override
  public String setUp() {
    configset.upload(servers);
    Optional<String> built = built();
    return "The schema " + configset.name(servers.settings()) + " is on the search servers ("
        + servers.settings().address() + "); " + (built.isPresent()
            ? "the index is in " + built.get() + "."
            : "an index has not been built there yet.");
  }

  /** Returns the collection that was built last. */
  private Optional<String> built() {
    return Optional.ofNullable(
        servers.look(new CollectionAdminRequest.ListAliases()).getAliases().get(alias));
  }

  @Override
  public @Nullable PassageIndex openIfCurrent(Contents contents) {
    String name = name(contents);
    return servers.collections().contains(name) ? open(name, contents) : null;
  }

  private @Nullable PassageIndex open(String name, Contents contents) {
    return SolrMark.of(servers, name).filter(mark -> mark.key().equals(contents.key()))
        .map(mark -> new SolrIndex(servers, name, mark.passages(), contents)).orElse(null);
  }

  @Override
  public PassageIndex build(Contents contents, boolean anew, IndexBuilder builder, BuildProgress progress)
      throws IOException {
    String name = name(contents);
    create(name);
    try (SolrLock lock = BuildTurn.await(() -> SolrLock.take(servers, name, clock), progress)) {
      PassageIndex built = anew ? null : open(name, contents);
      if (built == null) {
        update(name, contents, lock, anew, builder, progress);
        built = open(name, contents);
      }
      if (built == null) {
        throw new IOException("what was written cannot be read again");
      }
      return built;
    } catch (SolrRefusal e) {
      if (e.isBadRequest()) {
        throw new IndexException("The collection " + name
            + " on the search servers is not as the program makes it. Delete it there, and it is made again.",
            e);
      }
      throw e;
    }
  }

  private void create(String name) {
    if (servers.collections().contains(name)) {
      return;
    }
    configset.upload(servers);
    try {
      servers.manage(CollectionAdminRequest.createCollection(name, configset.name(servers.settings()),
          servers.settings().shards(), servers.settings().replicas()));
    } catch (IndexException e) {
      if (!servers.collections().contains(name)) {
        throw e;
      } // Another program has made it meanwhile.
    }
  }

  private void update(String name, Contents contents, SolrLock lock, boolean anew, IndexBuilder builder,
      BuildProgress progress) throws IOException {
    List<String> sources = new ArrayList<>(List.of(name));
    built().filter(other -> !other.equals(name) && isOfSameVectors(other, contents)).ifPresent(sources::add);
    try (SolrUpdate update = SolrUpdate.begin(servers, name, lock, contents.key(), !anew, sources,
        analyzer)) {
      builder.build(contents, update, progress);
    }
    point(name);
  }

  /** Points the alias to the collection that was built last, where it does not yet. */
  private void point(String name) {
    Optional<String> before = built();
    if (!before.equals(Optional.of(name))) {
      servers.manage(CollectionAdminRequest.createAlias(alias, name));
      removeOthers(name, before);
    }
  }

  /**
   * Deletes the collections but the one that was built, the one before it and those that somebody builds; what cannot be
   * deleted stays.
   */
  private void removeOthers(String name, Optional<String> before) {
    try {
      superseded(name, before)
          .forEach(other -> servers.manage(CollectionAdminRequest.deleteCollection(other)));
    } catch (IndexException e) {
      LOG.warn("Older indexes of {} stay on the search servers: {}", alias, e.getMessage());
    }
  }

  private List<String> superseded(String name, Optional<String> before) {
    return servers.collections().stream().filter(Pattern.compile(Pattern.quote(alias) + "\\.[0-9a-f]{12}")
        .asMatchPredicate()).filter(other -> !other.equals(name) && !before.equals(Optional.of(other)))
        .filter(other -> !isBuilt(other)).toList();
  }

  /** Tells whether somebody builds a collection, or nobody can tell. */
  private boolean isBuilt(String other) {
    try {
      return SolrLock.isHeld(servers, other, clock);
    } catch (IndexException e) {
      LOG.warn("{} stays on the search servers: {}", other, e.getMessage());
      return true;
    }
  }

  private boolean isOfSameVectors(String other, Contents contents) {
    return servers.collections().contains(other) && SolrMark.of(servers, other)
        .filter(mark -> mark.key().vectors().equals(contents.key().vectors())).isPresent();
  }

  /** Returns whether the servers have an index of a collection. */
  public static boolean isBuilt(SolrServers servers, String collection) {
    return servers.look(new CollectionAdminRequest.ListAliases()).getAliases()
        .containsKey(alias(servers, collection));
  }

  /** Deletes all that the servers hold of a collection. */
  public static void delete(SolrServers servers, String collection) {
    String alias = alias(servers, collection);
    if (servers.look(new CollectionAdminRequest.ListAliases()).getAliases().containsKey(alias)) {
      servers.manage(CollectionAdminRequest.deleteAlias(alias));
    }
    servers.collections().stream()
        .filter(Pattern.compile(Pattern.quote(alias) + "\\.[0-9a-f]{12}").asMatchPredicate())
        .forEach(each -> servers.manage(CollectionAdminRequest.deleteCollection(each)));
  }
}
