package org.readingroom.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds to the problems of the OpenAI-compatible endpoints the object that clients of that API read. */
@RestControllerAdvice
@ConditionalOnWebApplication
class OpenAiErrorAdvice implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter type, MediaType contentType,
      Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest servlet
        && Paths.isOpenAi(servlet.getServletRequest())) {
      problem.setProperty("error", OpenAiError.of(problem));
    }
    return body;
  }
}
