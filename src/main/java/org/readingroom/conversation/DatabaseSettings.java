package org.readingroom.conversation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says where conversations are kept.
 *
 * @param file the file of the embedded database, without its ending; its folder is made where it is missing
 * @param url a JDBC URL of another database, such as {@code jdbc:postgresql://host/name}; empty uses the file
 */
@ConfigurationProperties("reading-room.conversations")
record DatabaseSettings(Path file, @Nullable String url, @Nullable String username,
    @Nullable String password) {

  /**
   * Returns the JDBC URL. The embedded database is opened by one process at a time, which serves the others on
   * this machine.
   */
  String jdbcUrl() {
    return isEmbedded()
        ? "jdbc:h2:file:" + file.toAbsolutePath().normalize().toString().replace(";", "\\;")
            + ";AUTO_SERVER=TRUE"
        : String.valueOf(url);
  }

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }

  /** Names the place for people. */
  String place() {
    return isEmbedded() ? file.toAbsolutePath().normalize() + ".mv.db" : "the database that is set";
  }
}
