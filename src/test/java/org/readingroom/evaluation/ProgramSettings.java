package org.readingroom.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.readingroom.index.BuildProgress;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Puts programs together with the settings as they come, and a data directory of their own. */
final class ProgramSettings {

  /** Where the model is unpacked once for all tests. */
  private static final Path MODELS = Path.of("target", "test-models").toAbsolutePath();

  private ProgramSettings() {}

  static Programs programs(Path home) {
    try {
      StandardEnvironment environment = new StandardEnvironment();
      environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("reading-room.home",
          home.toString(), "reading-room.models", MODELS.toString())));
      new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
          .forEach(environment.getPropertySources()::addLast);
      return new Programs(environment, index -> index.open(BuildProgress.SILENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
