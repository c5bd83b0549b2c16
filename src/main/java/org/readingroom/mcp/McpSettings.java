package org.readingroom.mcp;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What assistants are told of where this program is.
 *
 * @param publicAddress the address at which people reach the page, to which links to documents go; nothing takes the
 *          address that a request came to, or else this machine's
 */
@ConfigurationProperties("reading-room.mcp")
record McpSettings(@Nullable URI publicAddress) {

  McpSettings {
    if (publicAddress != null && !publicAddress.toString().isEmpty()
        && (!String.valueOf(publicAddress.getScheme()).matches("https?")
            || publicAddress.getHost() == null)) {
      throw new IllegalArgumentException(
          "reading-room.mcp.public-address is an address such as https://example.org/room, not "
              + publicAddress);
    }
  }

  /** Returns the address that is set, without a slash at its end, or else another. */
  String addressOr(String otherwise) {
    String set = publicAddress == null || publicAddress.toString().isEmpty()
        ? otherwise
        : publicAddress.toString();
    return set.replaceAll("/+$", "");
  }
}
