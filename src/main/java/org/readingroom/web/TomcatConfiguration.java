package org.readingroom.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Makes Tomcat itself report problems as the API does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TomcatConfiguration {

  /** Comes after Spring Boot's own valve, so that it stands inside it and reports first. */
  @Bean
  @Order
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReports(JsonMapper json) {
    return factory -> factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new ProblemReportValve(json)));
  }
}
