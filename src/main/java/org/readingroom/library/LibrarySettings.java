package org.readingroom.library;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says where the library is kept.
 *
 * @param url a JDBC URL of a PostgreSQL database, such as {@code jdbc:postgresql://host/name}; empty uses a file of the
 *        data directory
 * @param site the name of what machines have in common that see the same files under the same paths; empty makes a name
 *        of the data directory's own
 */
@ConfigurationProperties("reading-room.library")
record LibrarySettings(@Nullable String url, @Nullable String username, @Nullable String password,
    @Nullable String site) {

  /** Those of a library in the data directory. */
  static final LibrarySettings EMBEDDED = new LibrarySettings(null, null, null, null);

  private static final Pattern SITE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  LibrarySettings {
    if (url != null && !url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
      // It is not repeated: it may hold a password.
      throw new IllegalArgumentException("reading-room.library.url begins with jdbc:postgresql:");
    }
    if (site != null && !site.isBlank() && !SITE.matcher(site).matches()) {
      throw new IllegalArgumentException(
          "reading-room.library.site has up to 64 lower-case letters, digits and "
              + "hyphens, not starting with a hyphen, unlike " + site);
    }
  }

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }
}
