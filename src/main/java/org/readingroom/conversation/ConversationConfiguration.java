package org.readingroom.conversation;

import java.time.Clock;
import org.readingroom.answer.QuestionAnswering;
import org.readingroom.collection.DocumentSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Puts the conversations together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class ConversationConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ConversationDatabase conversationDatabase(DatabaseSettings settings) {
    return new ConversationDatabase(settings);
  }

  /** Makes what keeps turns, those too that wait for the database: one for all collections, between which they go on. */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  TurnKeeper turnKeeper(ConversationDatabase database, DocumentSource documents) {
    return new TurnKeeper(new DatabaseStore(database, documents), Conversations.SAVE_AGAIN);
  }

  /** Makes the conversations, whose turns are not theirs to end. */
  @Bean(destroyMethod = "")
  Conversations conversations(QuestionAnswering answering, TurnKeeper turns) {
    return new Conversations(answering, turns, Clock.systemUTC());
  }
}
