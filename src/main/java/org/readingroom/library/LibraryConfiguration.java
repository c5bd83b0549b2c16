package org.readingroom.library;

import java.nio.file.Path;
import java.time.Clock;
import org.readingroom.collection.Collection;
import org.readingroom.collection.CollectionLoader;
import org.readingroom.ingest.ParsingSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the library together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ParsingSettings.class, LibrarySettings.class})
class LibraryConfiguration {

  /** Makes the library, which finds any document, the built-in collection's too. */
  @Bean
  @Primary
  Library library(@Value("${reading-room.home}") Path home, @Value("${reading-room.corpus}") Path corpus,
      ObjectProvider<Collection> builtIn, ParsingSettings parsing, LibrarySettings settings) {
    return new Library(home, settings, builtIn::getObject, () -> new CollectionLoader().id(corpus),
        Library.ofFiles(parsing), Clock.systemUTC());
  }
}
