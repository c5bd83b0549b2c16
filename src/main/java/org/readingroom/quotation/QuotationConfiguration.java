package org.readingroom.quotation;

import org.readingroom.collection.Collection;
import org.readingroom.search.MeaningSearch;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the finder that both doors use. */
@Configuration(proxyBeanMethods = false)
class QuotationConfiguration {

  @Bean
  QuotationFinder quotationFinder(Collection collection, ObjectProvider<MeaningSearch> meaning,
      ObjectProvider<PassageSearch> search) {
    return new QuotationFinder(collection, words -> meaning.getObject().nearest(words),
        words -> search.getObject().documentsWith(words));
  }
}
