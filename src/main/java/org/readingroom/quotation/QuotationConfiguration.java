package org.readingroom.quotation;

import org.readingroom.collection.Collection;
import org.readingroom.search.MeaningSearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the finder that both doors use. */
@Configuration(proxyBeanMethods = false)
class QuotationConfiguration {

  @Bean
  QuotationFinder quotationFinder(Collection collection, ObjectProvider<MeaningSearch> meaning) {
    return new QuotationFinder(collection, words -> meaning.getObject().nearest(words));
  }
}
