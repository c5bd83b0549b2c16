package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.util.unit.DataSize;

/**
 * Checks what is read from real files that are not of this repository, each odd in its own way, against the table
 * {@code cases.tsv}: a file, what is looked at, and what is expected there.
 *
 * <p>
 * The files are looked for in the folder that the property {@code reading-room.cases} names, else beside the checkout.
 */
@EnabledIf("hasCases")
class CasesIT {

  private static final Path FILES = Path.of(System.getProperty("reading-room.cases", "../shared/cases"))
      .resolve("files");

  private static FileParser parser;

  @BeforeAll
  static void start() {
    parser = new FileParser(
        new ParsingSettings(DataSize.ofMegabytes(512), Duration.ofMinutes(2), DataSize.ofMegabytes(50),
            5_000_000, ""));
  }

  @AfterAll
  static void stop() {
    parser.close();
  }

  static boolean hasCases() {
    return Files.isDirectory(FILES);
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsReadAsItIs() throws IOException {
    Map<String, List<String[]>> cases = new LinkedHashMap<>();
    try (InputStream table = CasesIT.class.getResourceAsStream("cases.tsv")) {
      for (String row : new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] cells = row.split("\t", 3);
        cases.computeIfAbsent(cells[0], file -> new ArrayList<>()).add(cells);
      }
    }
    return cases.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      ParsedFile parsed = parser.parse(FILES.resolve(entry.getKey()), null);
      for (String[] expected : entry.getValue()) {
        CaseCheck.of(parsed, expected[1], expected[2]);
      }
    }));
  }

  @TestFactory
  Stream<DynamicTest> everyFileHasAnExpectation() throws IOException {
    String table;
    try (InputStream in = CasesIT.class.getResourceAsStream("cases.tsv")) {
      table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Stream<Path> files = Files.list(FILES)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> !name.matches(".*\\.pdf(-tabula)?\\.txt")).sorted().toList()
          .stream().map(name -> DynamicTest.dynamicTest(name, () -> assertThat(table).contains(name + "\t")));
    }
  }
}
