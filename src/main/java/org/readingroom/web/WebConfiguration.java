package org.readingroom.web;

import org.readingroom.library.Library;
import org.readingroom.reply.LibrarySources;
import org.readingroom.reply.Sources;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the controllers share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({WebSettings.class, UploadSettings.class, WatchSettings.class})
class WebConfiguration {

  @Bean
  AnswerGate answerGate(WebSettings settings) {
    return new AnswerGate(settings);
  }

  /** Stands before all others, so that a request that they refuse is bounded, too. */
  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(WebSettings settings, UploadSettings upload) {
    return GuardConfiguration.inOrder(0, new BodyLimitFilter(settings, upload));
  }

  @Bean
  Sources sources(Library library) {
    return new LibrarySources(library);
  }

  @Bean
  EventStreams eventStreams(AnswerGate gate, WebSettings settings) {
    return new EventStreams(gate, settings);
  }
}
