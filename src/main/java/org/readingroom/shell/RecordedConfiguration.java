package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Reads what a report records of the program: its settings and its prompts. */
final class RecordedConfiguration {

  private static final String PREFIX = "reading-room.";

  private final Environment environment;

  RecordedConfiguration(Environment environment) {
    this.environment = environment;
  }

  /** Returns the program's own settings but its paths and secrets. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    if (environment instanceof ConfigurableEnvironment configurable) {
      configurable.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance)
          .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
          .filter(
              name -> name.matches(PREFIX + "(?:embedding|chunking|ranking|confidence|selection|claims)\\..*|"
                  + PREFIX + "model\\.(?:provider|name|temperature|context-tokens|output|timeout)"))
          .forEach(name -> settings.put(name.substring(PREFIX.length()),
              environment.getProperty(name, "")));
    }
    return settings;
  }

  /**
   * Lets another model answer than the one that is configured; comes before anything asks for it.
   *
   * @param model the provider, and behind a colon the model's name, such as {@code ollama:llama3.2:3b}
   */
  void choose(String model) {
    if (environment instanceof ConfigurableEnvironment configurable) {
      String[] parts = model.split(":", 2);
      configurable.getPropertySources().addFirst(new MapPropertySource("--model",
          Map.of(PREFIX + "model.provider", parts[0], PREFIX + "model.name",
              parts.length > 1 ? parts[1] : "")));
    }
  }

  /** Tells whether a language model answers. */
  boolean writes() {
    return !environment.getProperty(PREFIX + "model.provider", "extractive").equalsIgnoreCase("extractive");
  }

  /** Returns the folder of the question set that comes with the program. */
  Path questionSet() {
    return Path.of(environment.getRequiredProperty("reading-room.root")).resolve("evaluation/reader-v1");
  }

  /** Returns the prompts by their names. */
  Map<String, String> prompts() {
    Path folder = Path.of(environment.getRequiredProperty("reading-room.prompts"));
    Map<String, String> prompts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        prompts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return prompts;
  }
}
