package org.readingroom.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out how many tokens a model takes at once, from what OpenAI-compatible servers and Ollama tell of it. */
final class ContextSize {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  /** As llama.cpp, vLLM, LM Studio and routers of models call it; what the server runs with before what it could. */
  private static final List<String> NAMES = List.of("n_ctx", "max_model_len", "context_length",
      "context_window",
      "max_context_length", "n_ctx_train");

  private final ModelSettings settings;
  private final HttpClient line;

  ContextSize(ModelSettings settings, HttpClient line) {
    this.settings = settings;
    this.line = line;
  }

  /** Returns the tokens; nothing where the server does not say. */
  Optional<Integer> tokens() {
    return switch (settings.provider()) {
      case OPENAI -> ask(request("/models").method(HttpMethod.GET)).flatMap(this::ofList);
      case OLLAMA -> ask(request("/api/show").method(HttpMethod.POST)
          .body(JSON.writeValueAsString(Map.of("model", name()))))
          .flatMap(shown -> shown.path("model_info").propertyStream()
              .filter(property -> property.getKey().endsWith(".context_length")).map(Map.Entry::getValue)
              .filter(JsonNode::isInt).map(JsonNode::asInt).findFirst());
      case EXTRACTIVE, ANTHROPIC, GEMINI -> Optional.empty();
    };
  }

  private Optional<Integer> ofList(JsonNode list) {
    List<JsonNode> models = StreamSupport.stream(list.path("data").spliterator(), false).toList();
    return models.stream().filter(model -> models.size() == 1 || model.path("id").asString("").equals(name()))
        .findFirst().flatMap(model -> NAMES.stream().map(model::findValue).filter(Objects::nonNull)
            .filter(JsonNode::isInt).map(JsonNode::asInt).findFirst());
  }

  private String name() {
    return Objects.requireNonNull(settings.name());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.builder().url(settings.url() + path)
        .addHeader("Content-Type", "application/json");
    return settings.apiKey() == null
        ? request
        : request.addHeader("Authorization", "Bearer " + settings.apiKey());
  }

  private Optional<JsonNode> ask(HttpRequest.Builder request) {
    try {
      return Optional.of(JSON.readTree(line.execute(request.build()).body()));
    } catch (HttpException | CompletionException | JacksonException e) {
      return Optional.empty();
    }
  }
}
