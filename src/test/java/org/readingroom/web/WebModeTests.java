package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

class WebModeTests {

  @Test
  void theShellHasNoWebBeans() {
    new ApplicationContextRunner().withUserConfiguration(Scan.class)
        .run(context -> assertThat(Arrays.stream(context.getBeanDefinitionNames())
            .map(context::getType).filter(type -> type.getPackage() == Problem.class.getPackage())
            .filter(type -> !Scan.class.isAssignableFrom(type))).isEmpty());
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = Problem.class, excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Tests|IT)(\\$.*)?"))
  static class Scan {}
}
