package org.readingroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

class ModelSettingsTests {

  private static ModelSettings settings(Map<String, Object> environment) throws IOException {
    StandardEnvironment all = new StandardEnvironment();
    MutablePropertySources sources = all.getPropertySources();
    sources.forEach(source -> sources.remove(source.getName()));
    sources.addLast(new SystemEnvironmentPropertySource(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
    new YamlPropertySourceLoader()
        .load("settings", new FileSystemResource("src/main/resources/application.yaml"))
        .forEach(sources::addLast);
    return Binder.get(all).bind("reading-room.model", ModelSettings.class).get();
  }

  @Test
  void needNoServerUnlessTold() throws IOException {
    assertThat(settings(Map.of()).provider()).isEqualTo(Provider.EXTRACTIVE);
  }

  @Test
  void areTakenFromTheEnvironment() throws IOException {
    ModelSettings settings = settings(Map.of("READING_ROOM_MODEL_PROVIDER", "openai",
        "READING_ROOM_MODEL_BASE_URL", "https://user:pass@example.org:8443/v1/?key=abc",
        "READING_ROOM_MODEL_API_KEY", "sk-very-secret", "READING_ROOM_MODEL_NAME", "tiny",
        "READING_ROOM_MODEL_TEMPERATURE", "0.7", "READING_ROOM_MODEL_TIMEOUT", "5s",
        "READING_ROOM_MODEL_CONTEXT_TOKENS", "8192"));

    assertThat(settings.provider()).isEqualTo(Provider.OPENAI);
    assertThat(settings.apiKey()).isEqualTo("sk-very-secret");
    assertThat(settings.name()).isEqualTo("tiny");
    assertThat(settings.temperature()).isEqualTo(0.7);
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.contextTokens()).isEqualTo(8_192);
    assertThat(settings.shownUrl()).isEqualTo("https://example.org:8443/v1/");
    assertThat(settings.toString()).doesNotContain("secret").doesNotContain("pass").doesNotContain("abc");
  }

  @ParameterizedTest
  @CsvSource({"NAME,''", "BASE_URL,nowhere", "BASE_URL,ftp://x/", "TIMEOUT,0s", "CONTEXT_TOKENS,10",
      "TEMPERATURE,7", "ATTEMPTS,0", "PROVIDER,oracle"})
  void refuseWhatCannotBe(String name, String value) {
    Map<String, Object> good = Map.of("READING_ROOM_MODEL_PROVIDER", "ollama", "READING_ROOM_MODEL_NAME",
        "tiny");
    Map<String, Object> bad = new java.util.HashMap<>(good);
    bad.put("READING_ROOM_MODEL_" + name, value);

    assertThatThrownBy(() -> settings(bad)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @CsvSource({"anthropic,https://api.anthropic.com/v1",
      "gemini,https://generativelanguage.googleapis.com/v1beta",
      "openai,https://api.openai.com/v1", "ollama,http://localhost:11434"})
  void knowWhereAProviderIs(String provider, String url) throws IOException {
    Map<String, Object> given = Map.of("READING_ROOM_MODEL_PROVIDER", provider, "READING_ROOM_MODEL_NAME",
        "tiny",
        "READING_ROOM_MODEL_API_KEY", "sk-very-secret");
    assertThat(settings(given).url()).isEqualTo(url);
    Map<String, Object> elsewhere = new java.util.HashMap<>(given);
    elsewhere.put("READING_ROOM_MODEL_BASE_URL", " http://proxy.example:8080/llm// ");
    assertThat(settings(elsewhere).url()).isEqualTo("http://proxy.example:8080/llm");
  }

  @ParameterizedTest
  @CsvSource({"anthropic,''", "anthropic,' '", "gemini,''", "gemini,'a\tb'", "anthropic,sk–secret"})
  void refuseAKeyThatCannotBe(String provider, String key) {
    assertThatThrownBy(
        () -> settings(Map.of("READING_ROOM_MODEL_PROVIDER", provider, "READING_ROOM_MODEL_NAME",
            "tiny", "READING_ROOM_MODEL_API_KEY", key)))
        .rootCause()
        .hasMessageStartingWith("reading-room.model.api-key ").hasMessageNotContaining("secret");
  }

  @Test
  void leaveTheTemperatureToTheServerWhereItIsEmpty() throws IOException {
    assertThat(settings(Map.of("READING_ROOM_MODEL_TEMPERATURE", "")).temperature()).isNull();
  }

  /** The estimate is above what a vocabulary of today needs for every paragraph of the collection. */
  @Test
  void tokensAreNotUnderestimated() throws IOException {
    Encoding encoding = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    TokenEstimate estimate = new TokenEstimate();
    List<Path> files;
    try (var walk = Files.walk(Path.of("corpus"))) {
      files = walk.filter(file -> file.toString().endsWith(".txt")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String text = Files.readString(file);
      for (int at = 0; at < text.length(); at += 2_000) {
        String part = text.substring(at, Math.min(text.length(), at + 2_000));
        assertThat(estimate.estimateTokenCountInText(part)).as(part)
            .isGreaterThanOrEqualTo(encoding.countTokens(part));
      }
    }
  }
}
