package org.readingroom.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Reads the ranking that the program is configured with. */
final class Rankings {

  private Rankings() {}

  static Ranking configured() {
    return configured(Map.of());
  }

  /** Returns the same with some settings changed. */
  static Ranking configured(Map<String, Object> changed) {
    try {
      StandardEnvironment environment = new StandardEnvironment();
      new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
          .forEach(environment.getPropertySources()::addLast);
      environment.getPropertySources().addFirst(new MapPropertySource("changed", changed));
      return new Binder(ConfigurationPropertySources.get(environment))
          .bind("reading-room.ranking", Ranking.class)
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
