package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTests {

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', value = {"/api/v1/documents/a:7;x=1, /api/v1/documents/a:7;x=1",
      "/a%5Bb%5d, /a%5Bb%5d", "/a[1]|^, /a%5B1%5D%7C%5E", "/%zz, /%25zz", "//, /%2F", "//x//y, /%2Fx//y",
      "/ü😀, /%C3%BC%F0%9F%98%80"})
  void everyPathIsAUri(String path, String uri) {
    assertThat(Paths.uri(path)).hasToString(uri);
  }
}
