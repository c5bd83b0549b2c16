package org.readingroom.catalogue;

import org.readingroom.collection.Collection;
import org.readingroom.search.PassageSearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the catalogue together. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  @Bean
  DocumentFinder documentFinder(Collection collection) {
    return new DocumentFinder(collection);
  }

  @Bean
  Catalogue catalogue(Collection collection, PassageSearch search) {
    return new Catalogue(collection, search);
  }
}
