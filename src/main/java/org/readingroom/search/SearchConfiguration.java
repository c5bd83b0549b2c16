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
    return new OnnxEmbeddingModel(BundledModel.withId(model), home.resolve("models"), threads);
  }

  @Bean
  LiveIndex liveIndex(@Value("${reading-room.home}") Path home, Collection collection, Chunking chunking,
      OnnxEmbeddingModel model) {
    return new LiveIndex(home.resolve("index"), collection, chunking, model);
  }

  @Bean
  PassageSearch passageSearch(LiveIndex index, Ranking ranking) {
    return new PassageSearch(index, ranking);
  }
}
