package org.readingroom.search;

import java.nio.file.Path;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.BundledModel;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunking;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the index and the search together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Chunking.class, Ranking.class})
class SearchConfiguration {

  @Bean
  OnnxEmbeddingModel embeddingModel(@Value("${reading-room.home}") Path home,
      @Value("${reading-room.embedding.model}") String model,
      @Value("${reading-room.embedding.threads}") int threads) {
    OnnxEmbeddingModel loading = new OnnxEmbeddingModel(BundledModel.withId(model), home.resolve("models"),
        threads);
    loading.preload();
    return loading;
  }

  /** Makes the index; the model comes first, so that it is loading while the collection is read. */
  @Bean
  LiveIndex liveIndex(@Value("${reading-room.home}") Path home, OnnxEmbeddingModel model,
      Collection collection, Chunking chunking) {
    return new LiveIndex(home.resolve("index"), collection, chunking, model);
  }

  @Bean
  PassageSearch passageSearch(LiveIndex index, Ranking ranking) {
    return new PassageSearch(index, ranking);
  }
}
