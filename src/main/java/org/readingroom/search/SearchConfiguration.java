package org.readingroom.search;

import java.nio.file.Path;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.EmbeddingSettings;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.passage.Chunking;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadingSettings;
import org.readingroom.reading.TrainedReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Puts the index and the search together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Chunking.class, EmbeddingSettings.class, Ranking.class,
    ReadingSettings.class})
class SearchConfiguration {

  @Bean
  @ConditionalOnMissingBean
  OnnxEmbeddingModel embeddingModel(@Value("${reading-room.models}") Path models,
      EmbeddingSettings settings, ReadingSettings reading) {
    return model(models, settings, reading);
  }

  @Bean
  @ConditionalOnMissingBean
  IndexEngines indexEngines(Environment settings) {
    return IndexEngines.of(settings);
  }

  /** Makes an index that is still closed. */
  @Bean
  @ConditionalOnMissingBean
  LiveIndex liveIndex(IndexEngines engines, @Value("${reading-room.index}") Path folder,
      @Value("${reading-room.packed-index}") String packed, OnnxEmbeddingModel model,
      Collection collection, Chunking chunking, Ranking ranking) {
    return index(engines, folder, packed, model, collection, chunking, ranking);
  }

  /** Makes the trained reader, which all collections share. */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  TrainedReader trainedReader(@Value("${reading-room.models}") Path models, ReadingSettings settings) {
    return reader(models, settings);
  }

  /** Chooses the reader. The trained one is not this bean's to close. */
  @Bean(destroyMethod = "")
  @Primary
  PassageReader passageReader(LiveIndex index, ReadingSettings settings,
      ObjectProvider<TrainedReader> trained) {
    PassageReader words = new WordReader(index);
    return settings.isTrained() ? new LatinReader(trained.getObject(), words) : words;
  }

  @Bean
  PassageSearch passageSearch(LiveIndex index, Ranking ranking, PassageReader reader) {
    return new PassageSearch(index, ranking, reader);
  }

  @Bean
  MeaningSearch meaningSearch(LiveIndex index, PassageSearch search) {
    return new MeaningSearch(index, search);
  }

  /** Makes a reader that is already loading. */
  static TrainedReader reader(Path models, ReadingSettings settings) {
    TrainedReader loading = new TrainedReader(settings.file(), models, settings.threads());
    loading.preload();
    return loading;
  }

  /** Makes a model, which is already loading where the reader leaves questions to it. */
  static OnnxEmbeddingModel model(Path folder, EmbeddingSettings settings, ReadingSettings reading) {
    OnnxEmbeddingModel model = new OnnxEmbeddingModel(settings, folder);
    if (!reading.isBundled() || !TrainedReader.searches(settings.model())) {
      model.preload();
    }
    return model;
  }

  /** Makes an index that is still closed. */
  static LiveIndex index(IndexEngines engines, Path folder, String packed, OnnxEmbeddingModel model,
      Collection collection,
      Chunking chunking, Ranking ranking) {
    return new LiveIndex(engines, folder, packed.isBlank() ? null : Path.of(packed),
        ranking.names() ? collection : collection.withoutNames(), chunking, model);
  }
}
