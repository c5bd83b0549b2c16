package org.readingroom.web;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the OpenAPI document say what is sent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Reading Room").version("1")
            .description("Answers questions about a collection of documents with verified quotations: "
                + "every quotation is a span of a document and equals the document's text at its offsets, "
                + "which count UTF-16 code units. Errors are problem objects as in RFC 9457."))
        .components(new Components().addSchemas(ProblemResponses.SCHEMA, ProblemResponses.schema())
            .addSchemas(ProblemResponses.OPENAI_SCHEMA, ProblemResponses.openAiSchema()));
  }

  @Bean
  OperationCustomizer problemResponses() {
    return new ProblemResponses();
  }

  /** Lists the kinds of documents where a request may name one. */
  @Bean
  OpenApiCustomizer kindsOfDocuments() {
    return document -> {
      document.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
          .flatMap(operation -> Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
          .filter(parameter -> parameter.getName().equals("kind")).map(Parameter::getSchema)
          .forEach(OpenApiConfiguration::listKinds);
      Schema<?> filters = Objects.requireNonNull(document.getComponents().getSchemas().get("Filters"));
      listKinds(Objects.requireNonNull(filters.getProperties().get("kind")));
    };
  }

  @SuppressWarnings("unchecked")
  private static void listKinds(Schema<?> schema) {
    ((Schema<Object>) schema).setEnum(List.copyOf(FilterRequest.kinds()));
  }

  /** Names fields as they are sent; springdoc reads types with a Jackson of its own, not with ours. */
  @Bean
  ModelResolver snakeCaseModelResolver(ObjectMapperProvider mappers) {
    ObjectMapper mapper = mappers.jsonMapper().copy();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.setAnnotationIntrospector(
        AnnotationIntrospector.pair(mapper.getSerializationConfig().getAnnotationIntrospector(),
            new RequiredFields()));
    return new ModelResolver(mapper).openapi31(mappers.isOpenapi31());
  }
}
