package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class HostFilterTests {

  private static final WebSettings SETTINGS = new WebSettings(Duration.ofSeconds(1), Duration.ofSeconds(1),
      Duration.ofSeconds(1), 1, Duration.ZERO, 1, List.of("proxy.example"), null, null, null);

  private final HostFilter filter = new HostFilter(SETTINGS, new ProblemWriter(JsonMapper.shared()));

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.0.0.2", "127.255.3.4", "[::1]",
      "[0:0:0:0:0:0:0:1]", "Proxy.example"})
  void answersForEveryAddressOfThisMachine(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.2.evil.example", "127.0.0.1.", "128.0.0.1", "0.0.0.0",
      "[::2]", "[::ffff:10.0.0.1]", "", "localhost.evil.example"})
  void refusesOthers(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo(421);
  }

  private int statusFor(String host) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
