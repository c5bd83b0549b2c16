package org.readingroom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replies 404 to all paths below the server's health that lead to nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class HealthPathConfiguration {

  @Bean
  HealthEndpointWebExtension healthEndpointWebExtension(HealthContributorRegistry contributors,
      HealthEndpointGroups groups) {
    return new KnownPaths(contributors, groups);
  }

  /** Spring Boot fails at a path of several steps of which one leads to nothing. */
  static final class KnownPaths extends HealthEndpointWebExtension {

    KnownPaths(HealthContributorRegistry contributors, HealthEndpointGroups groups) {
      super(contributors, null, groups, null);
    }

    @Override
    public WebEndpointResponse<HealthDescriptor> health(ApiVersion version,
        @Nullable WebServerNamespace namespace, SecurityContext security, boolean showAll, String... path) {
      try {
        return super.health(version, namespace, security, showAll, path);
      } catch (IllegalStateException unknown) {
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
      }
    }
  }
}
