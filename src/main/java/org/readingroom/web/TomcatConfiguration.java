package org.readingroom.web;

import java.nio.file.Path;
import org.apache.catalina.valves.JsonAccessLogValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Makes Tomcat itself report problems as the API does, and write the access log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TomcatConfiguration {

  private static final int DAYS = 30;

  /** Comes after Spring Boot's own valve, so that it stands inside it and reports first. */
  @Bean
  @Order
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReports(JsonMapper json) {
    return factory -> factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new ProblemReportValve(json)));
  }

  /** Bounds how long the head of a request may take. */
  @Bean
  WebServerFactoryCustomizer<TomcatWebServerFactory> requestTimeout(WebSettings settings) {
    return factory -> {
      factory.setProtocol(GuardedProtocol.class.getName());
      factory.addProtocolHandlerCustomizers(
          (GuardedProtocol protocol) -> protocol.setHeadTimeout(settings.requestTimeout()));
    };
  }

  /** Logs requests by their paths alone: query strings and bodies hold questions. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> accessLog(WebSettings settings) {
    return factory -> {
      if (settings.accessLog() != null && !settings.accessLog().isBlank()) {
        JsonAccessLogValve valve = new JsonAccessLogValve();
        valve.setDirectory(Path.of(settings.accessLog()).toAbsolutePath().toString());
        valve.setPrefix("access");
        valve.setSuffix(".log");
        valve.setFileDateFormat(".yyyy-MM-dd");
        valve.setMaxDays(DAYS);
        valve.setPattern("%a %t %m %U %s %B %D %{"
            + RequestIdFilter.ATTRIBUTE + "}r");
        factory.addEngineValves(valve);
      }
    };
  }
}
