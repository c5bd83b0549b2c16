package org.readingroom.conversation;

import java.time.Clock;
import org.readingroom.answer.QuestionAnswering;
import org.readingroom.collection.DocumentSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the conversations together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class ConversationConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ConversationDatabase conversationDatabase(DatabaseSettings settings) {
    return new ConversationDatabase(settings);
  }

  @Bean
  Conversations conversations(QuestionAnswering answering, ConversationDatabase database,
      DocumentSource documents) {
    return new Conversations(answering, new DatabaseStore(database, documents), Clock.systemUTC());
  }
}
