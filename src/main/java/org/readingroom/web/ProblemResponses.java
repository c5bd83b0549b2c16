package org.readingroom.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation the problems it may report. */
final class ProblemResponses implements OperationCustomizer {

  /** The name of the schema of problem objects. */
  static final String SCHEMA = "Problem";
  /** The name of the schema of what the OpenAI-compatible endpoints add to it. */
  static final String OPENAI_SCHEMA = "OpenAiError";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Problems declared = handler.getMethodAnnotation(Problems.class);
    Stream<Problem> own = declared == null ? Stream.of() : Arrays.stream(declared.value());
    Stream
        .concat(own,
            Stream.of(Problem.MALFORMED_REQUEST, Problem.MISDIRECTED, Problem.NOT_ACCEPTABLE,
                Problem.UNAUTHORIZED, Problem.TOO_MANY_REQUESTS,
                Problem.INTERNAL_ERROR))
        .collect(Collectors.groupingBy(Problem::status))
        .forEach((status, problems) -> operation.getResponses()
            .addApiResponse(String.valueOf(status.value()), response(problems)));
    return operation;
  }

  private static ApiResponse response(List<Problem> problems) {
    String description = problems.stream().map(problem -> problem.title() + " (`" + problem.type() + "`)")
        .collect(Collectors.joining("; "));
    return new ApiResponse().description(description).content(new Content()
        .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(SCHEMA))));
  }

  static Schema<?> openAiSchema() {
    return new ObjectSchema().description("What went wrong, as the OpenAI API has it.")
        .addProperty("message", new StringSchema().description("What is wrong this time, in one sentence."))
        .addProperty("type",
            new StringSchema()._enum(List.of(OpenAiError.SERVER_ERROR, OpenAiError.INVALID_REQUEST)))
        .addProperty("param", new Schema<>().types(Set.of("null")))
        .addProperty("code", new StringSchema().description("The last part of the problem's type."))
        .required(List.of("message", "type", "param", "code"));
  }

  static Schema<?> schema() {
    return new ObjectSchema().description("What went wrong, as in RFC 9457.")
        .addProperty("type", new StringSchema().format("uri").description("Names the problem; stable.")
            .example(Problem.INVALID_QUESTION.type().toString()))
        .addProperty("title", new StringSchema().description("The problem in words."))
        .addProperty("status", new IntegerSchema().description("The HTTP status."))
        .addProperty("detail", new StringSchema().description("What is wrong this time, in one sentence."))
        .addProperty("instance",
            new StringSchema().format("uri-reference").description("The path asked for."))
        .addProperty("state", new StringSchema().description("503 only: `closed` or `building`."))
        .addProperty("passages", new IntegerSchema().description("503 only: passages to index."))
        .addProperty("indexed", new IntegerSchema().description("503 only: passages indexed so far."))
        .addProperty("error",
            new Schema<>().$ref(OPENAI_SCHEMA)
                .description("From the OpenAI-compatible endpoints only: the same for clients of that API."))
        .required(List.of("type", "title", "status", "detail"));
  }
}
