package org.readingroom.web;

import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** Puts before the controllers what a request must pass, in this order, after the limit on its body. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GuardConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  RequestLimits requestLimits(WebSettings settings) {
    return new RequestLimits(settings);
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIds() {
    return inOrder(1, new RequestIdFilter());
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeaders() {
    return inOrder(2, new SecurityHeadersFilter());
  }

  @Bean
  FilterRegistrationBean<HostFilter> hosts(WebSettings settings, ServerProperties server,
      ProblemWriter problems) {
    FilterRegistrationBean<HostFilter> filter = inOrder(3, new HostFilter(settings, problems));
    InetAddress address = server.getAddress();
    filter.setEnabled(address != null && address.isLoopbackAddress());
    return filter;
  }

  @Bean
  FilterRegistrationBean<CorsFilter> cors(WebSettings settings) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.corsOrigins());
    cors.setAllowedMethods(List.of("GET", "POST", "PATCH", "DELETE"));
    cors.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION,
        "X-API-Key", RequestIdFilter.HEADER, McpController.SESSION, McpController.VERSION, "Mcp-Method",
        "Mcp-Name"));
    cors.setExposedHeaders(
        List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.CONTENT_DISPOSITION, RequestIdFilter.HEADER,
            McpController.SESSION));
    cors.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    FilterRegistrationBean<CorsFilter> filter = inOrder(4, new CorsFilter(source));
    filter.setEnabled(!settings.corsOrigins().isEmpty());
    return filter;
  }

  @Bean
  FilterRegistrationBean<ApiKeyFilter> apiKeys(WebSettings settings, RequestLimits limits,
      ProblemWriter problems) {
    return inOrder(5, new ApiKeyFilter(settings, limits, problems));
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rateLimit(RequestLimits limits, ProblemWriter problems) {
    return inOrder(6, new RateLimitFilter(limits, problems));
  }

  /** Comes after the limit on requests, so that what it refuses is counted. */
  @Bean
  FilterRegistrationBean<WriteGuardFilter> writeGuard(WebSettings settings, ProblemWriter problems) {
    return inOrder(7, new WriteGuardFilter(settings, problems));
  }

  static <T extends Filter> FilterRegistrationBean<T> inOrder(int place, T filter) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
    return registration;
  }
}
