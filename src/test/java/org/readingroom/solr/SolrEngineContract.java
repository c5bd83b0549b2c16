package org.readingroom.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Document;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.EngineContract;
import org.readingroom.index.HashedVectors;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageFilter;
import org.readingroom.index.PassageIndex;
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

  private PassageIndex build(String model, Document... documents) throws IOException {
    return again().build(SmallCollection.contents(List.of(documents), model), false,
        new IndexBuilder(texts -> texts.stream().map(HashedVectors::of).toList()), BuildProgress.SILENT);
  }

  /** Another model makes another index, beside the one that others still search; the one before that goes. */
  @Test
  void keepsTheIndexBeforeTheOneThatWasBuiltLast() throws IOException {
    for (String model : List.of("one", "two", "three")) {
      build(model, SmallCollection.LEAD);
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

  /** What one version of the program changes takes nothing from the one that another version still searches. */
  @Test
  void keepsTheIndexBeforeWhenTheLastOneIsBroughtUpToDate() throws IOException {
    build("one", SmallCollection.LEAD);
    build("two", SmallCollection.LEAD);
    build("two", SmallCollection.LEAD, SmallCollection.RICE);

    assertThat(again().openIfCurrent(SmallCollection.contents(List.of(SmallCollection.LEAD), "one")))
        .isNotNull();
  }

  @Test
  void keepsAnIndexThatSomebodyBuilds() throws IOException {
    build("one", SmallCollection.LEAD);
    String first = held().getFirst();
    build("two", SmallCollection.LEAD);
    try (SolrLock lock = SolrLock.take(servers(), first, System::currentTimeMillis).orElseThrow()) {
      build("three", SmallCollection.LEAD);

      assertThat(held()).hasSize(3).contains(first);
      lock.ensureHeld();
    }
    build("four", SmallCollection.LEAD);
    assertThat(held()).hasSize(2).doesNotContain(first);
  }

  @Test
  void knowsThatItIsGoneWhereSomebodyDeletedIt() throws IOException {
    PassageIndex index = build("one", SmallCollection.LEAD);
    assertThat(index.all(PassageFilter.NONE)).isNotEmpty();
    assertThat(index.isGone()).isFalse();
    SolrEngine.delete(servers(), collection);

    assertThatExceptionOfType(IndexException.class).isThrownBy(() -> index.all(PassageFilter.NONE));
    assertThat(index.isGone()).isTrue();
    PassageIndex again = build("one", SmallCollection.LEAD);
    assertThat(again.all(PassageFilter.NONE)).isNotEmpty();
    assertThat(again.isGone()).isFalse();
  }
}
