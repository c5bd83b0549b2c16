package org.readingroom.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicModelCatalog;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.catalog.ModelCatalog;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiModelCatalog;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes LangChain4j's models from the settings. */
final class ModelFactory {

  /** What Anthropic wants to be told; Google's models have limits of their own. Thoughts count against it. */
  private static final int WITH_THOUGHTS = 8_192;

  private final ModelSettings settings;

  ModelFactory(ModelSettings settings) {
    this.settings = settings;
  }

  StreamingChatModel model(HttpClientBuilder line) {
    String name = Objects.requireNonNull(settings.name());
    return switch (settings.provider()) {
      case EXTRACTIVE -> throw new IllegalStateException("no server");
      case OPENAI -> OpenAiStreamingChatModel.builder().httpClientBuilder(line).baseUrl(settings.url())
          .apiKey(settings.apiKey()).modelName(name).temperature(settings.temperature())
          .strictJsonSchema(true).build();
      case OLLAMA -> OllamaStreamingChatModel.builder().httpClientBuilder(line).baseUrl(settings.url())
          .customHeaders(authorization()).modelName(name).temperature(settings.temperature())
          .numCtx(settings.contextTokens()).numPredict(outputTokens()).build();
      case ANTHROPIC -> AnthropicStreamingChatModel.builder().httpClientBuilder(line).baseUrl(settings.url())
          .apiKey(settings.apiKey()).modelName(name).temperature(settings.temperature())
          .maxTokens(WITH_THOUGHTS).build();
      // The name becomes part of the address.
      case GEMINI -> GoogleAiGeminiStreamingChatModel.builder().httpClientBuilder(line)
          .baseUrl(settings.url()).apiKey(settings.apiKey())
          .modelName(URLEncoder.encode(name, StandardCharsets.UTF_8)).temperature(settings.temperature())
          .returnThinking(false).build();
    };
  }

  /** Returns how many tokens are kept free for what the model writes. */
  int outputTokens() {
    return Math.min(1_024, settings.contextTokens() / 4);
  }

  /** Returns the names of the models that the server has. */
  List<String> names(HttpClientBuilder line) {
    return switch (settings.provider()) {
      case EXTRACTIVE -> List.of();
      case OPENAI -> names(OpenAiModelCatalog.builder().httpClientBuilder(line).baseUrl(settings.url())
          .apiKey(settings.apiKey()).build());
      case OLLAMA -> OllamaModels.builder().httpClientBuilder(line).baseUrl(settings.url())
          .maxRetries(0).build().availableModels().content().stream()
          .map(model -> model.getName()).toList();
      case ANTHROPIC -> names(AnthropicModelCatalog.builder().httpClientBuilder(line)
          .baseUrl(settings.url()).apiKey(settings.apiKey()).build());
      case GEMINI -> names(GoogleAiGeminiModelCatalog.builder().httpClientBuilder(line)
          .baseUrl(settings.url()).apiKey(settings.apiKey()).build());
    };
  }

  private static List<String> names(ModelCatalog catalog) {
    return catalog.listModels().stream().map(ModelDescription::name).toList();
  }

  private Map<String, String> authorization() {
    String key = settings.apiKey();
    return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }
}
