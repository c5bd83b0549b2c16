package org.readingroom.quotation;

import org.readingroom.collection.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the finder that both doors use. */
@Configuration(proxyBeanMethods = false)
class QuotationConfiguration {

  @Bean
  QuotationFinder quotationFinder(Collection collection) {
    return new QuotationFinder(collection);
  }
}
