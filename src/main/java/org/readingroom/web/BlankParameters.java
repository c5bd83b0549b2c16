package org.readingroom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a parameter that is there without a value. Spring takes it as left out, which the OpenAPI document does not:
 * nothing is no date.
 */
@Component
@ConditionalOnWebApplication
class BlankParameters implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        RequestParam described = parameter.getParameterAnnotation(RequestParam.class);
        if (described != null && !mayBeBlank(described)) {
          String name = described.name().isEmpty() ? parameter.getParameter().getName() : described.name();
          String[] values = request.getParameterValues(name);
          if (values != null && Arrays.stream(values).anyMatch(String::isBlank)) {
            throw Problem.INVALID_VALUE.exception(name + " has no value.");
          }
        }
      }
    }
    return true;
  }

  /** Returns whether nothing is what is meant without the parameter, or is the controller's to refuse. */
  private static boolean mayBeBlank(RequestParam described) {
    return described.defaultValue().isEmpty()
        || described.required() && described.defaultValue().equals(ValueConstants.DEFAULT_NONE);
  }
}
