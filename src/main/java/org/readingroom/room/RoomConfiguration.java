package org.readingroom.room;

import org.readingroom.library.Library;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rooms together. */
@Configuration(proxyBeanMethods = false)
class RoomConfiguration {

  @Bean
  Rooms rooms(ConfigurableApplicationContext program, Library library) {
    return new Rooms(program, library);
  }
}
