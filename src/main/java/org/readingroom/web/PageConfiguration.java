package org.readingroom.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Serves the files of the page and the widget so that browsers keep them, and ask whether they still hold. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PageConfiguration {

  /** Tags files by their content: those in a jar all bear the same date, so that it tells nothing. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> fileTags() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(
        new ShallowEtagHeaderFilter());
    // Not "/", which is forwarded to index.html: a forward closes the reply before the filter could send it.
    filter.addUrlPatterns("*.html", "*.js", "*.css", "*.svg");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
