package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the program as a script does, and looks at its exit status and at what it writes where. */
class LauncherIT {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir
  Path folder;

  /** Holds what a process wrote and how it ended. */
  private record Ended(int status, String out, String err) {}

  /** Has the launcher unpack the program, as its first start does. */
  @BeforeAll
  static void unpack(@TempDir Path home) throws Exception {
    PackedProgram.date();
    ProcessBuilder launcher = new ProcessBuilder("./reading-room", "help")
        .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    launcher.environment().put("READING_ROOM_HOME", home.toString());
    assertThat(launcher.start().waitFor()).isZero();
  }

  @Test
  void anAnswerIsAloneOnStandardOutput() throws Exception {
    Ended ended = run(List.of(), Path.of("target/reading-room.jar"), "ask",
        "How much lead did Stalin want from Korea?");

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("25,000 tons of lead", "no. 7, Telegram, Joseph Stalin to Shtykov")
        .doesNotContain("\u001b", "INFO",
            "WARN");
  }

  @Test
  void jsonIsAloneOnStandardOutput() throws Exception {
    Ended ended = program("ask", "--json", "How much lead did Stalin want from Korea?");

    JsonNode reply = JsonMapper.shared().readTree(ended.out());
    assertThat(ended.status()).isZero();
    assertThat(reply.at("/status").stringValue()).isEqualTo("answered");
    assertThat(reply.at("/citations").size()).isPositive();
    assertThat(JsonMapper.shared().readTree(program("documents", "--json").out()).size()).isEqualTo(126);
  }

  @Test
  void theStatusTellsHowItWent() throws Exception {
    assertThat(program("ask", "How many Oscars did the film Titanic win?").status()).isEqualTo(3);
    assertRefused(program("show", "999"), 2);
    assertRefused(program("ask", ""), 2);
    assertRefused(program("-Dreading-room.corpus=" + folder, "documents"), 1);
    assertRefused(program("-Dreading-room.chunking.words=5", "ask", "lead"), 1);
  }

  /** A folder of one's own is added, asked, changed and removed by commands alone. */
  @Test
  void asksAFolderOfOnesOwn() throws Exception {
    Path papers = Files.createDirectory(folder.resolve("Mill papers"));
    pdf(papers.resolve("ledger.pdf"), "The mill at Arden was built by the Oakes brothers in 1871.",
        "The great flood of 1884 carried away the wheel and the lower bridge.");
    Files.writeString(papers.resolve("letter.txt"),
        "Dear sister,\n\nThe miller pays his hands eleven shillings a week, and two more at harvest.\n");
    Files.writeString(papers.resolve("broken.pdf"), "%PDF-1.7\nnothing that follows is one");

    Ended added = own("add", papers.toString());
    assertThat(added.status()).as(added.err()).isEqualTo(4);
    assertThat(added.out()).contains("damaged", "broken.pdf", "mill-papers: 3 files");

    JsonNode flood = JsonMapper.shared().readTree(
        own("ask", "--collection", "mill-papers", "--json", "What did the flood carry away?").out());
    JsonNode citation = flood.at("/citations/0");
    assertThat(citation.at("/cited_text").stringValue()).contains("carried away the wheel");
    assertThat(citation.at("/page_end").intValue()).isEqualTo(2);
    assertThat(citation.at("/document_id").stringValue()).startsWith("mill-papers:");
    assertThat(citation.at("/reference").stringValue()).contains("2", "ledger.pdf");

    Files.writeString(papers.resolve("letter.txt"),
        "Dear sister,\n\nThe miller pays his hands twelve shillings a week now.\n");
    Ended updated = own("update", "mill-papers");
    assertThat(updated.out()).contains("1 indexed", "1 unchanged");
    assertThat(own("ask", "--collection=mill-papers", "How much does the miller pay his hands?").out())
        .contains("twelve shillings").doesNotContain("eleven");

    assertThat(own("files", "mill-papers").out().lines()).hasSize(3);
    assertThat(own("collections").out()).contains("nkidp-korean-war", "Mill papers");
    assertThat(own("remove", "mill-papers/letter.txt").status()).isZero();
    assertThat(own("verify", "--collection", "mill-papers", "twelve shillings a week now").status())
        .isEqualTo(3);
    assertThat(own("remove", "mill-papers").status()).isZero();
    assertRefused(own("ask", "--collection", "mill-papers", "Who built the mill?"), 2);
    assertThat(papers.resolve("ledger.pdf")).exists();
  }

  private Ended own(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("-Dreading-room.home=" + folder.resolve("home"),
        "-Dreading-room.models=" + Path.of(RealProgram.HOME, "models").toAbsolutePath()));
    all.addAll(List.of(words));
    return program(all.toArray(String[]::new));
  }

  /** Makes a PDF with a line on each page. */
  private static void pdf(Path file, String... lines) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String line : lines) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
          content.newLineAtOffset(72, 700);
          content.showText(line);
          content.endText();
        }
      }
      document.save(file.toFile());
    }
  }

  /** Follows links, whatever directory it is called from. */
  @Test
  void theLauncherRunsThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("rr"), Path.of("reading-room").toAbsolutePath());
    ProcessBuilder launcher = new ProcessBuilder(link.toString(), "help").directory(folder.toFile());
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    launcher.environment().put("READING_ROOM_HOME", folder.toString());

    Ended ended = end(launcher);
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).startsWith("Reading Room answers questions");
  }

  @Test
  void aHomeThatCannotBeWrittenIsASentence() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(program("-Dreading-room.home=" + file.resolve("home"), "history"), 1);
    Path readOnly = Files.createDirectory(folder.resolve("home"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    // Root may write everywhere but to what is no file.
    Path home = Files.isWritable(readOnly) ? Path.of("/proc/self") : readOnly;
    assumeTrue(Files.isDirectory(home));
    Ended ended = program("-Dreading-room.home=" + home, "history");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    // The rights of such a directory cannot be changed either, which is said before.
    assertThat(ended.err().lines()).hasSizeBetween(1, 2)
        .allSatisfy(line -> assertThat(line).endsWith(".").doesNotContain("Exception"))
        .last().asString().contains("conversations");
  }

  /** The java that fills the folder outlives the launcher, and goes on filling it beside the next start. */
  @Test
  void startsAfterAKillWhileItExtracts() throws Exception {
    Path held = copiedLauncher();
    Process killed = copy("serve", "HELD=" + held).start();
    await(folder.resolve("extracting"));
    killed.destroyForcibly().waitFor();

    Ended ended = end(copy("help", "HELD="));
    Files.delete(held);
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("target/app/reading-room.jar help");
    assertThat(end(copy("help", "HELD=")).status()).isZero();
  }

  @Test
  void packsAgainAfterAKillWhileItPacks() throws Exception {
    Path held = copiedLauncher();
    Files.delete(folder.resolve("target/reading-room.jar"));
    Process killed = copy("help", "HELD_PACKING=" + held).start();
    await(folder.resolve("packing"));
    killed.destroyForcibly().waitFor();
    Files.delete(held);

    assertThat(end(copy("help", "HELD_PACKING=")).status()).isZero();
    assertThat(folder.resolve("target/reading-room.jar")).content().isEqualToIgnoringNewLines("whole");
  }

  @Test
  void leavesNothingBehindWhereItExtracts() throws Exception {
    Files.delete(copiedLauncher());
    Files.createDirectories(folder.resolve("target/app.new.1/lib"));
    Files.createDirectories(folder.resolve("target/app/lib/old"));

    assertThat(end(copy("help", "HELD=")).status()).isZero();
    assertThat(folder.resolve("target/app/lib/old")).doesNotExist();
    try (Stream<Path> left = Files.list(folder.resolve("target"))) {
      assertThat(left).extracting(path -> path.getFileName().toString()).containsExactlyInAnyOrder("app",
          "reading-room.jar");
    }
  }

  /**
   * Copies the launcher into the folder, beside a build and a JDK that only do as if: they take as long as the file
   * is there that this returns, where they are told of it.
   */
  private Path copiedLauncher() throws IOException {
    Files.copy(Path.of("reading-room"), folder.resolve("reading-room"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(folder.resolve("src/main"));
    Files.createFile(folder.resolve("pom.xml"));
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    script("jdk/bin/javac", "exit 0");
    // Like the real one it makes folders as it needs them and refuses one that has something in it.
    script("jdk/bin/java", """
        case "$*" in *jarmode=tools*) ;; *) echo "$@"; exit ;; esac
        for to; do :; done
        [ -z "$(ls -A "$to" 2>/dev/null)" ] || { echo "$to is not empty" >&2; exit 1; }
        mkdir -p "$to/lib"
        [ -z "$HELD" ] || : >extracting
        while [ -n "$HELD" ] && [ -e "$HELD" ]; do mkdir -p "$to/lib"; echo >"$to/lib/part"; done
        echo extracted >"$to/reading-room.jar\"""");
    script("mvnw",
        """
            echo half >target/reading-room.jar
            if [ -n "$HELD_PACKING" ]; then : >packing; while [ -e "$HELD_PACKING" ]; do sleep 0.1; done; exit 1; fi
            echo whole >target/reading-room.jar""");
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(folder.resolve("target/reading-room.jar"), "whole\n");
    return Files.createFile(folder.resolve("held"));
  }

  private void script(String name, String lines) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ProcessBuilder copy(String word, String setting) {
    ProcessBuilder launcher = new ProcessBuilder("./reading-room", word).directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    launcher.environment().putAll(Map.of("JAVA_HOME", folder.resolve("jdk").toString(), "HELD", "",
        "HELD_PACKING", "", "READING_ROOM_HOME", folder.resolve("home").toString()));
    launcher.environment().put(setting.split("=")[0], setting.substring(setting.indexOf('=') + 1));
    return launcher;
  }

  private static void await(Path file) throws InterruptedException {
    for (int i = 0; !Files.exists(file); i++) {
      assertThat(i).as("Tenths of a second waited for " + file).isLessThan(600);
      Thread.sleep(100);
    }
  }

  private static void assertRefused(Ended ended, int status) {
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().endsWith(".").doesNotContain("Exception");
  }

  /** Runs the unpacked program with options of java, which start with -D, and words of its own. */
  private Ended program(String... words) throws Exception {
    Path app = Path.of("target/app").toRealPath();
    return run(List.of("-XX:+UseSerialGC", "-Xlog:disable", "-XX:AOTCache=" + app.resolve("help.aot")),
        app.resolve("reading-room.jar"), words);
  }

  private Ended run(List<String> options, Path jar, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "--enable-native-access=ALL-UNNAMED", "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "-Dreading-room.home=" + RealProgram.HOME));
    command.addAll(options);
    List.of(words).stream().filter(word -> word.startsWith("-D")).forEach(command::add);
    command.addAll(List.of("-jar", jar.toString()));
    List.of(words).stream().filter(word -> !word.startsWith("-D")).forEach(command::add);
    return end(new ProcessBuilder(command));
  }

  private Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process = builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
