package org.readingroom.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out how many tokens a model takes at once, from what OpenAI-compatible servers and Ollama tell of it. */
final class ContextSize {

  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  /** As llama.cpp, vLLM, LM Studio and routers of models call it; what the server runs with before what it could. */
  private static final List<String> NAMES = List.of("n_ctx", "max_model_len", "context_length",
      "context_window",
      "max_context_length", "n_ctx_train");

  private final ModelSettings settings;
  private final HttpClient client;

  ContextSize(ModelSettings settings, HttpClient client) {
    this.settings = settings;
    this.client = client;
  }

  /** Returns the tokens; nothing where the server does not say. */
  Optional<Integer> tokens() {
    return switch (settings.provider()) {
      case OPENAI -> get(settings.url() + "/models").flatMap(this::ofList);
      case OLLAMA -> ask(HttpRequest.newBuilder(URI.create(settings.url() + "/api/show"))
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("model", name())))))
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

  private Optional<JsonNode> get(String address) {
    return ask(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  private Optional<JsonNode> ask(HttpRequest.Builder request) {
    request.timeout(WAIT).header("Content-Type", "application/json");
    if (settings.apiKey() != null) {
      request.header("Authorization", "Bearer " + settings.apiKey());
    }
    try {
      return Optional.of(JSON.readTree(client.send(request.build(), BodyHandlers.ofString()).body()));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
