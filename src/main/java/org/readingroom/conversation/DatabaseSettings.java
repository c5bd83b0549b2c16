package org.readingroom.conversation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says where conversations are kept.
 *
 * @param file the file of the embedded database, without its ending; its folder is made where it is missing
 * @param url a JDBC URL of a PostgreSQL database, such as {@code jdbc:postgresql://host/name}; empty uses the file
 */
@ConfigurationProperties("reading-room.conversations")
record DatabaseSettings(Path file, @Nullable String url, @Nullable String username,
    @Nullable String password) {

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }

  /** Returns a file beside those of the embedded database. */
  Path file(String ending) {
    Path base = file.toAbsolutePath().normalize();
    return base.resolveSibling(base.getFileName() + ending);
  }

  /** Names the place for people. */
  String place() {
    return isEmbedded() ? file(".db").toString() : "the database that is set";
  }
}
