package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the packed jar says of its contents against what is in it. */
class ContentsIT {

  private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+)\\.jar");
  private static final Pattern LISTED = Pattern
      .compile("(?m)^ +\\(.+\\) .* \\([^: ]+:([^: ]+):([^: ]+) - .*\\)$");

  @Test
  void everyLibraryIsListedWithItsLicence() throws IOException {
    try (JarFile jar = new JarFile("target/reading-room.jar")) {
      String list = read(jar, "META-INF/THIRD-PARTY.txt");
      assertThat(LISTED.matcher(list).results().map(line -> line.group(1) + "-" + line.group(2)))
          .containsAll(libraries(jar)).noneMatch(name -> name.startsWith("jqwik-"));
      assertThat(list).doesNotContainIgnoringCase("unknown license");
    }
  }

  @Test
  void everyLibraryIsInTheBillOfMaterials() throws IOException {
    try (JarFile jar = new JarFile("target/reading-room.jar")) {
      String place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
      JsonNode bill = JsonMapper.shared().readTree(read(jar, place));
      assertThat(bill.at("/bomFormat").stringValue()).isEqualTo("CycloneDX");
      assertThat(bill.at("/components").valueStream()
          .map(each -> each.at("/name").stringValue() + "-" + each.at("/version").stringValue()))
          .containsAll(libraries(jar));
      assertThat(bill.at("/components").valueStream()).allSatisfy(each -> {
        assertThat(each.at("/licenses").size()).isPositive();
        assertThat(each.at("/hashes").size()).isPositive();
      });
    }
  }

  private static List<String> libraries(JarFile jar) {
    List<String> libraries = jar.stream().map(entry -> LIBRARY.matcher(entry.getName()))
        .filter(name -> name.matches()).map(name -> name.group(1))
        .filter(name -> !name.startsWith("spring-boot-jarmode-")).toList();
    assertThat(libraries).hasSizeGreaterThan(50);
    return libraries;
  }

  private static String read(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }
}
