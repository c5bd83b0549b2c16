package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class WriteGuardFilterTests {

  @ParameterizedTest
  @CsvSource({"POST,/api/v1/collections", "POST,/api/v1/collections/x/files", "DELETE,/api/v1/collections/x",
      "DELETE,/api/v1/documents/x:1", "DELETE,/%61pi/v1/documents/x:1", "PUT,/api/v1/collections"})
  void withoutKeysOnlyThisMachineWrites(String method, String path) throws Exception {
    assertThat(status(request(method, path, "127.0.0.1"))).isEqualTo(200);
    assertThat(status(request(method, path, "::1"))).isEqualTo(200);
    assertThat(status(request(method, path, "10.0.0.7"))).isEqualTo(403);
    MockHttpServletRequest forwarded = request(method, path, "127.0.0.1");
    forwarded.addHeader("X-Forwarded-For", "10.0.0.7");
    assertThat(status(forwarded)).isEqualTo(403);
    assertThat(status(request(method, path, "10.0.0.7"), "key")).isEqualTo(200);
  }

  /** Tomcat takes the headers of a proxy away where it takes addresses from them, and believes any address there. */
  @Test
  void withoutKeysNobodyWritesWhereAddressesComeFromAProxysHeaders() throws Exception {
    MockHttpServletRequest pretended = request("DELETE", "/api/v1/collections/papers", "127.0.0.1");
    pretended.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
    assertThat(status(pretended)).isEqualTo(403);
    assertThat(status(pretended, "key")).isEqualTo(200);
  }

  /** A page can have its own name point to this machine, and is then no stranger to the server. */
  @Test
  void aPageThatHasItsNamePointHereWritesNothing() throws Exception {
    MockHttpServletRequest rebound = request("DELETE", "/api/v1/collections/papers", "127.0.0.1");
    rebound.setServerName("evil.example");
    assertThat(status(rebound)).isEqualTo(403);
    rebound.setServerName("127.0.0.1");
    assertThat(status(rebound)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"GET,/api/v1/collections", "HEAD,/api/v1/documents/x:1/original", "POST,/api/v1/answers",
      "DELETE,/api/v1/conversations/x"})
  void everybodyMayReadAndAsk(String method, String path) throws Exception {
    assertThat(status(request(method, path, "10.0.0.7"))).isEqualTo(200);
  }

  @Test
  void pagesOfOtherOriginsWriteOnlyWhereTheyAreLetIn() throws Exception {
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      assertThat(status(from(origin))).as(origin).isEqualTo(403);
      assertThat(status(from(origin), "key")).as(origin).isEqualTo(403);
    }
    assertThat(status(from("http://localhost"))).isEqualTo(200);
    assertThat(status(from("https://archive.example"))).isEqualTo(200);
  }

  private static MockHttpServletRequest from(String origin) {
    MockHttpServletRequest request = request("POST", "/api/v1/collections/x/files", "127.0.0.1");
    request.addHeader("Origin", origin);
    return request;
  }

  private static MockHttpServletRequest request(String method, String path, String address) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setRemoteAddr(address);
    return request;
  }

  private static int status(MockHttpServletRequest request, String... keys)
      throws ServletException, IOException {
    WebSettings settings = new WebSettings(Duration.ofSeconds(15), Duration.ofSeconds(1),
        Duration.ofSeconds(10), 8, Duration.ofSeconds(20), 3000, null, null, List.of(keys),
        List.of("https://archive.example"));
    MockHttpServletResponse response = new MockHttpServletResponse();
    new WriteGuardFilter(settings, new ProblemWriter(JsonMapper.shared())).doFilter(request, response,
        new MockFilterChain());
    return response.getStatus();
  }
}
