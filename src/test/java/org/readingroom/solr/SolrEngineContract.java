package org.readingroom.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.EngineContract;
import org.readingroom.index.HashedVectors;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.SmallCollection;

/** What search servers have to do beside what every engine has to. */
abstract class SolrEngineContract extends EngineContract {

  private static final AtomicInteger COLLECTIONS = new AtomicInteger();

  private String collection = "";

  abstract SolrServers servers();

  @Override
  protected IndexEngine fresh() {
    collection = "small" + COLLECTIONS.incrementAndGet();
    return again();
  }

  @Override
  protected IndexEngine again() {
    return new SolrEngine(servers(), collection, HashedVectors.DIMENSION, ANALYZER);
  }

  @AfterEach
  void delete() {
    SolrEngine.delete(servers(), collection);
    assertThat(held()).isEmpty();
  }

  private List<String> held() {
    return servers().collections().stream()
        .filter(name -> name.startsWith(servers().settings().prefix() + "-" + collection + ".")).toList();
  }

  /** Another model makes another index, beside the one that others still search; the one before that goes. */
  @Test
  void keepsTheIndexBeforeTheOneThatWasBuiltLast() throws IOException {
    IndexBuilder builder = new IndexBuilder(texts -> texts.stream().map(HashedVectors::of).toList());
    for (String model : List.of("one", "two", "three")) {
      again().build(SmallCollection.contents(List.of(SmallCollection.LEAD), model), false, builder,
          BuildProgress.SILENT);
    }

    assertThat(held()).hasSize(2);
    assertThat(again().openIfCurrent(SmallCollection.contents(List.of(SmallCollection.LEAD), "one")))
        .isNull();
    for (String model : Set.of("two", "three")) {
      assertThat(again().openIfCurrent(SmallCollection.contents(List.of(SmallCollection.LEAD), model)))
          .isNotNull();
    }
    assertThat(again().setUp()).contains(servers().settings().prefix() + "-" + collection + ".");
  }
}
