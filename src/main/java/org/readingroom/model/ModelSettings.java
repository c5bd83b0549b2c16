package org.readingroom.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says which language model answers, where it is, and how long it is waited for.
 *
 * @param baseUrl where the server is; null means where the provider's own usually is
 * @param apiKey what the server wants to see; null sends none, which Anthropic and Google do not take
 * @param name the model's name on its server; needed with a server
 * @param temperature how freely it writes, 0 to 2; null leaves it to the server
 * @param timeout the longest that one question waits for the model in all, retries and rewriting included
 * @param contextTokens how many tokens the model reads and writes at most in one exchange
 * @param output the form in which it is asked to answer
 * @param attempts how often a call is made at most
 * @param backoff the wait before the second attempt; it doubles with each
 * @param pause how long a server that kept failing is left alone
 */
@ConfigurationProperties("reading-room.model")
public record ModelSettings(Provider provider, @Nullable String baseUrl, @Nullable String apiKey,
    @Nullable String name, @Nullable Double temperature, Duration timeout, int contextTokens, Output output,
    int attempts, Duration backoff, Duration pause) {

  private static final int LEAST_CONTEXT = 1_024;

  public ModelSettings {
    baseUrl = given(baseUrl);
    apiKey = given(apiKey);
    name = given(name);
    if (provider != Provider.EXTRACTIVE && name == null) {
      throw new IllegalArgumentException("reading-room.model.name names no model for the provider "
          + provider.name().toLowerCase(java.util.Locale.ROOT));
    }
    if ((provider == Provider.ANTHROPIC || provider == Provider.GEMINI) && apiKey == null) {
      throw new IllegalArgumentException("reading-room.model.api-key is needed for the provider "
          + provider.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (apiKey != null && !apiKey.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("reading-room.model.api-key has characters that no key has");
    }
    if (baseUrl != null && !isHttp(baseUrl)) {
      throw new IllegalArgumentException("reading-room.model.base-url is no http address");
    }
    if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("reading-room.model.temperature is 0 to 2, not " + temperature);
    }
    if (!isPositive(timeout) || !isPositive(backoff) || !isPositive(pause)) {
      throw new IllegalArgumentException("reading-room.model: timeout, backoff and pause are longer than 0");
    }
    if (contextTokens < LEAST_CONTEXT) {
      throw new IllegalArgumentException(
          "reading-room.model.context-tokens is at least " + LEAST_CONTEXT + ", not " + contextTokens);
    }
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("reading-room.model.attempts is 1 to 10, not " + attempts);
    }
  }

  /** Returns the address of the server without its last slash. */
  public String url() {
    String usual = switch (provider) {
      case EXTRACTIVE, OPENAI -> "https://api.openai.com/v1";
      case OLLAMA -> "http://localhost:11434";
      case ANTHROPIC -> "https://api.anthropic.com/v1";
      case GEMINI -> "https://generativelanguage.googleapis.com/v1beta";
    };
    return baseUrl == null ? usual : baseUrl.replaceAll("/+$", "");
  }

  /** Returns the address as it may be shown: without a user, a password or parameters in it. */
  public String shownUrl() {
    URI uri = URI.create(url());
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port
        + (uri.getRawPath() == null ? "" : uri.getRawPath());
  }

  /** Says everything but the key. */
  @Override
  public String toString() {
    return "ModelSettings[" + provider + ", " + shownUrl() + ", " + name + "]";
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
