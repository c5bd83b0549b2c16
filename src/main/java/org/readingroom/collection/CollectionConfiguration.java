package org.readingroom.collection;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the collection. */
@Configuration(proxyBeanMethods = false)
class CollectionConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Collection collection(@Value("${reading-room.corpus}") Path folder) {
    return new CollectionLoader().load(folder);
  }
}
