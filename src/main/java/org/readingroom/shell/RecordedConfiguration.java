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
          .filter(name -> name.matches(PREFIX + "(embedding|chunking|ranking|confidence|selection)\\..*"))
          .forEach(name -> settings.put(name.substring(PREFIX.length()),
              environment.getRequiredProperty(name)));
    }
    return settings;
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
