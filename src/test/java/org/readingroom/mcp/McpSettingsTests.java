package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class McpSettingsTests {

  @Test
  void linksGoWhereItSaysOrElseWhereTheRequestCame() {
    assertThat(new McpSettings(URI.create("https://example.org/room/")).addressOr("http://localhost"))
        .isEqualTo("https://example.org/room");
    assertThat(new McpSettings(null).addressOr("http://localhost/")).isEqualTo("http://localhost");
    assertThat(new McpSettings(URI.create("")).addressOr("http://localhost")).isEqualTo("http://localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "ftp://example.org", "javascript:alert(1)", "https:///room"})
  void whatNobodyCanFollowIsRefused(String address) {
    assertThatThrownBy(() -> new McpSettings(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("reading-room.mcp.public-address");
  }
}
