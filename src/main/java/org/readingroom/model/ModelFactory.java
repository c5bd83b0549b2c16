package org.readingroom.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes LangChain4j's models from the settings. */
final class ModelFactory {

  private final ModelSettings settings;

  ModelFactory(ModelSettings settings) {
    this.settings = settings;
  }

  StreamingChatModel model(HttpClientBuilder line) {
    String name = Objects.requireNonNull(settings.name());
    if (settings.provider() == Provider.OLLAMA) {
      return OllamaStreamingChatModel.builder().httpClientBuilder(line).baseUrl(settings.url())
          .customHeaders(authorization()).modelName(name).temperature(settings.temperature())
          .numCtx(settings.contextTokens()).numPredict(outputTokens()).build();
    }
    return OpenAiStreamingChatModel.builder().httpClientBuilder(line).baseUrl(settings.url())
        .apiKey(settings.apiKey()).modelName(name).temperature(settings.temperature()).strictJsonSchema(true)
        .build();
  }

  /** Returns how many tokens are kept free for what the model writes. */
  int outputTokens() {
    return Math.min(1_024, settings.contextTokens() / 4);
  }

  /** Returns the names of the models that the server has. */
  List<String> names(HttpClientBuilder line) {
    if (settings.provider() == Provider.OLLAMA) {
      return OllamaModels.builder().httpClientBuilder(line).baseUrl(settings.url())
          .maxRetries(0).build().availableModels().content().stream()
          .map(model -> model.getName()).toList();
    }
    return OpenAiModelCatalog.builder().httpClientBuilder(line).baseUrl(settings.url())
        .apiKey(settings.apiKey()).build().listModels().stream().map(model -> model.name()).toList();
  }

  private Map<String, String> authorization() {
    String key = settings.apiKey();
    return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }
}
