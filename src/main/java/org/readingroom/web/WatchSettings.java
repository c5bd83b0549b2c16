package org.readingroom.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says whether the server brings the collections up to date with their files by itself.
 *
 * @param watch whether it does
 * @param pause how long it rests between two looks at the files
 */
@ConfigurationProperties("reading-room.library")
record WatchSettings(boolean watch, Duration pause) {

  WatchSettings {
    if (!pause.isPositive()) {
      throw new IllegalArgumentException("reading-room.library.pause is above 0, not " + pause);
    }
  }
}
