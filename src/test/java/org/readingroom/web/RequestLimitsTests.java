package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestLimitsTests {

  @Test
  void addressesOfOneNetworkAreOneClient() {
    assertThat(address("2001:db8:1:2:3:4:5:6")).isEqualTo(address("2001:db8:1:2::7"))
        .isNotEqualTo(address("2001:db8:1:3::7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "192.0.2.1:5678", "[2001:db8::1]:5678", "unknown", ""})
  void whatElseAProxySendsIsTakenAsItIs(String address) {
    assertThat(address(address)).isEqualTo(address);
  }

  private static String address(String sent) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(sent);
    return RequestLimits.address(request);
  }
}
