package org.readingroom.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the controllers share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {

  @Bean
  AnswerGate answerGate(WebSettings settings) {
    return new AnswerGate(settings);
  }

  @Bean
  EventStreams eventStreams(AnswerGate gate, WebSettings settings) {
    return new EventStreams(gate, settings);
  }
}
