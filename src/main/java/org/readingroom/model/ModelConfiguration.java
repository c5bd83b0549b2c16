package org.readingroom.model;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the language model that is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {

  /** Makes the model, or none where answers are to be made without one. */
  @Bean
  @Nullable
  LanguageModel languageModel(ModelSettings settings) {
    return settings.provider() == Provider.EXTRACTIVE ? null : new LanguageModel(settings);
  }

  @Bean
  ModelCheck modelCheck(ModelSettings settings, @Nullable LanguageModel model) {
    return new ModelCheck(settings, model);
  }
}
