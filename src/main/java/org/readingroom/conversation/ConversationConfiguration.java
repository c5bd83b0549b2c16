package org.readingroom.conversation;

import java.time.Clock;
import org.readingroom.answer.QuestionAnswering;
import org.readingroom.collection.Collection;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the conversations together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class ConversationConfiguration {

  @Bean
  ConversationDatabase conversationDatabase(DatabaseSettings settings) {
    return new ConversationDatabase(settings);
  }

  @Bean
  Conversations conversations(QuestionAnswering answering, ConversationDatabase database,
      Collection collection) {
    return new Conversations(answering, new DatabaseStore(database, collection), Clock.systemUTC());
  }
}
