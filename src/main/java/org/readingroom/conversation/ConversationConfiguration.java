package org.readingroom.conversation;

import java.time.Clock;
import org.readingroom.answer.QuestionAnswering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the conversations together. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

  @Bean
  Conversations conversations(QuestionAnswering answering) {
    return new Conversations(answering, Clock.systemUTC());
  }
}
