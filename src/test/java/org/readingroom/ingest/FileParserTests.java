package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FileParserTests {

  private static FileParser parser;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() {
    parser = new FileParser(settings(DataSize.ofMegabytes(256), Duration.ofMinutes(1)));
  }

  @AfterAll
  static void stop() {
    parser.close();
  }

  private static ParsingSettings settings(DataSize heap, Duration limit) {
    return new ParsingSettings(heap, limit, DataSize.ofMegabytes(20), 2_000_000, "");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void takesAShortLineBeforeProseForAHeading() throws IOException {
    ParsedFile parsed = parser.parse(file("mill.txt", """
        The Mill of Valbrune

        The mill was built in 1764.

        Restored

        A society restored it in 1987 and shows how oil is made.

        1987

        Paris, in May

        Yours,
        """), null);
    assertThat(parsed.title()).isEqualTo("The Mill of Valbrune");
    assertThat(parsed.documents().getFirst().blocks()).filteredOn(block -> block.role() == Role.HEADING)
        .extracting(block -> parsed.documents().getFirst().text().substring(block.start(), block.end()))
        .containsExactly("The Mill of Valbrune", "Restored");
    assertThat(parser.parse(file("words.txt", "Hardware\n\nSoftware\n\nGraphics and more."), null).title())
        .isEqualTo("words");
  }

  @Test
  void parsesInAProcessOfItsOwn() throws IOException {
    ParsedFile parsed = parser.parse(file("notes.txt", "One line that\ngoes on.\n\nAnother."), null);
    assertThat(parsed.status()).isEqualTo(FileStatus.INDEXED);
    assertThat(parsed.message()).isEmpty();
    assertThat(parsed.mediaType()).isEqualTo("text/plain");
    assertThat(parsed.title()).isEqualTo("notes");
    assertThat(parsed.sha256()).hasSize(64);
    assertThat(parsed.documents()).singleElement()
        .satisfies(document -> assertThat(document.text()).isEqualTo("One line that goes on.\n\nAnother."));
  }

  @Test
  void takesAnyName() throws IOException {
    for (String name : new String[]{"a#b%20c.txt", "line\nbreak.txt", "emoji 😀.txt",
        "x".repeat(251) + ".txt"}) {
      assertThat(parser.parse(file(name, "Words."), null).status()).as(name).isEqualTo(FileStatus.INDEXED);
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThat(parser.parse(file("empty.txt", ""), null).status()).isEqualTo(FileStatus.EMPTY);
    assertThat(parser.parse(file("blank.txt", " \n "), null).status()).isEqualTo(FileStatus.EMPTY);
    assertThat(parser.parse(folder.resolve("none.txt"), null).message()).isEqualTo("The file is gone.");
    assertThat(parser.parse(folder, null).status()).isEqualTo(FileStatus.FAILED);
    assertThat(parser.parse(file("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type"), null).status())
        .isEqualTo(FileStatus.DAMAGED);
    assertThat(parser.parse(file("cut.docx", "PK\3\4 and no more"), null).status())
        .isEqualTo(FileStatus.DAMAGED);
    Path binary = Files.write(folder.resolve("program.bin"),
        new byte[]{0, 1, 2, 3, 0, 0, 7, 0, 1, 1, 1, 2, 3, 4});
    assertThat(parser.parse(binary, null).status()).isEqualTo(FileStatus.UNSUPPORTED);
    Path large = folder.resolve("large.txt");
    try (OutputStream out = Files.newOutputStream(large)) {
      for (int i = 0; i < 21; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThat(parser.parse(large, null).status()).isEqualTo(FileStatus.TOO_LARGE);
  }

  @Test
  void survivesABombAndGoesOn() throws IOException {
    Path bomb = folder.resolve("bomb.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 400; i++) {
        zip.write(spaces);
      }
      zip.closeEntry();
    }
    ParsedFile parsed = parser.parse(bomb, null);
    assertThat(parsed.status()).isEqualTo(FileStatus.TOO_LARGE);
    assertThat(parsed.message()).isNotEmpty();
    assertThat(parser.parse(file("next.txt", "Next."), null).status()).isEqualTo(FileStatus.INDEXED);
  }

  @Test
  void endsAFileThatTakesTooLong() throws IOException {
    try (FileParser impatient = new FileParser(settings(DataSize.ofMegabytes(128), Duration.ofMillis(1)))) {
      ParsedFile parsed = impatient.parse(file("slow.txt", "Words."), null);
      assertThat(parsed.status()).isEqualTo(FileStatus.FAILED);
      assertThat(parsed.message()).startsWith("Reading the file took longer");
    }
  }

  @Test
  void startsAnewWhereSomebodyEndedTheProcess() throws Exception {
    Path file = file("words.txt", "Words.");
    List<ProcessHandle> others = processes();
    try (FileParser own = new FileParser(settings(DataSize.ofMegabytes(128), Duration.ofMinutes(1)))) {
      own.parse(file, null);
      ProcessHandle process = processes().stream().filter(each -> !others.contains(each)).findFirst()
          .orElseThrow();
      process.destroy();
      process.onExit().get(20, TimeUnit.SECONDS);

      assertThat(own.parse(file, null).status()).isEqualTo(FileStatus.INDEXED);
    }
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    List<ProcessHandle> others = processes();
    Path folder;
    try (FileParser own = new FileParser(settings(DataSize.ofMegabytes(128), Duration.ofMinutes(1)))) {
      own.parse(file("words.txt", "Words."), null);
      folder = temporary(
          processes().stream().filter(each -> !others.contains(each)).findFirst().orElseThrow());
      assertThat(folder).isDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  /** Returns the processes of all parsers. */
  private static List<ProcessHandle> processes() {
    return ProcessHandle.current().children().filter(child -> temporary(child) != null).toList();
  }

  private static Path temporary(ProcessHandle process) {
    String option = "-Djava.io.tmpdir=";
    return Stream.of(process.info().arguments().orElse(new String[0]))
        .filter(argument -> argument.startsWith(option))
        .map(argument -> Path.of(argument.substring(option.length()))).findFirst().orElse(null);
  }

  @Test
  void tellsWhatAFileIsToBlameFor() throws IOException {
    Path file = file("words.txt", "Words.");
    Thread.currentThread().interrupt();
    assertThat(parser.parse(file, null).wasRead()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(parser.parse(file, null).wasRead()).isTrue();
    try (FileParser impatient = new FileParser(settings(DataSize.ofMegabytes(128), Duration.ofMillis(1)))) {
      assertThat(impatient.parse(file, null).wasRead()).isTrue();
    }
  }

  @Test
  void leavesAnInterruptedThreadInterrupted() throws IOException {
    Path file = file("interrupted.txt", "Words.");
    Thread.currentThread().interrupt();
    ParsedFile parsed = parser.parse(file, null);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(parsed.status()).isEqualTo(FileStatus.FAILED);
    assertThat(parser.parse(file, null).status()).isEqualTo(FileStatus.INDEXED);
  }

  @Test
  void readsNothingThatAnEntityPointsTo() throws IOException {
    Path secret = file("secret.txt", "the secret");
    Path docx = folder.resolve("entity.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(docx))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(("<!DOCTYPE d [<!ENTITY s SYSTEM \"" + secret.toUri()
          + "\">]><w:document><w:body><w:p><w:r><w:t>Before &s; after"
          + "</w:t></w:r></w:p></w:body></w:document>").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    ParsedFile parsed = parser.parse(docx, null);
    assertThat(parsed.documents())
        .allSatisfy(document -> assertThat(document.text()).doesNotContain("the secret"));
  }
}
