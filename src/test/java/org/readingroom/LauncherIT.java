package org.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the packed program as a script does, and looks at its exit status and at what it writes where. */
class LauncherIT {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir
  Path folder;

  /** Holds what a process wrote and how it ended. */
  private record Ended(int status, String out, String err) {}

  @Test
  void anAnswerIsAloneOnStandardOutput() throws Exception {
    Ended ended = program("ask", "How much lead did Stalin want from Korea?");

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

  /** Follows links, whatever directory it is called from. */
  @Test
  void theLauncherRunsThroughALink() throws Exception {
    PackedProgram.date();
    Path link = Files.createSymbolicLink(folder.resolve("rr"), Path.of("reading-room").toAbsolutePath());
    ProcessBuilder launcher = new ProcessBuilder(link.toString(), "help").directory(folder.toFile());
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    launcher.environment().put("READING_ROOM_HOME", folder.toString());

    Ended ended = end(launcher);
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).startsWith("Reading Room answers questions");
  }

  private static void assertRefused(Ended ended, int status) {
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().endsWith(".").doesNotContain("Exception");
  }

  /** Runs the jar with options of java, which start with -D, and words of its own. */
  private Ended program(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "--enable-native-access=ALL-UNNAMED", "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "-Dreading-room.home=" + RealProgram.HOME));
    List.of(words).stream().filter(word -> word.startsWith("-D")).forEach(command::add);
    command.addAll(List.of("-jar", "target/reading-room.jar"));
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
