package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.shell.core.command.CommandRegistry;

class BenchmarkCommandTests {

  @TempDir
  private Path folder;

  private void benchmark(String... words) {
    Screen screen = Samples.screen(new StringWriter(), new StringWriter(), false);
    CommandRegistry registry = new CommandRegistry();
    registry.registerCommand(new BenchmarkCommand(folder, questions -> {
      throw new IllegalStateException("measured");
    }, new Dialogue(), screen));
    List<String> all = new ArrayList<>(List.of(words));
    all.addFirst(BenchmarkCommand.NAME);
    new Commands(registry, Samples.room(), screen).execute(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "0", "-5", "10g", "6m", "10k,", "1.5m"})
  void refusesWhatIsNoNumberOfPassages(String passages) {
    assertThatThrownBy(() -> benchmark("--passages=" + passages)).isInstanceOf(UsageException.class)
        .hasMessageContaining("is no number of passages up to 5m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "10k", "10K, 100k,1m", "5m"})
  void measuresCollectionsOfTheNumbersGiven(String passages) throws IOException {
    Files.createDirectories(folder.resolve("evaluation/reader-v1"));
    assertThatThrownBy(() -> benchmark("--passages=" + passages)).hasStackTraceContaining("measured");
  }

  @Test
  void saysWhereThereAreNoQuestionsToAsk() {
    assertThatThrownBy(() -> benchmark("--passages=10k")).isInstanceOf(UsageException.class)
        .hasMessageEndingWith("reader-v1, which only come with the sources.");
  }

  @Test
  void startsTheProgramThatIsThere() throws IOException {
    Path beside = folder.toAbsolutePath().normalize().resolve("reading-room");
    assertThat(BenchmarkCommand.launcher(folder)).isEqualTo(beside);
    Path installed = Files.createFile(
        Files.createDirectories(beside.resolveSibling("bin")).resolve("reading-room"));
    assertThat(installed.toFile().setExecutable(true)).isTrue();
    assertThat(BenchmarkCommand.launcher(folder)).isEqualTo(installed);
  }

  @Test
  void jsonIsForCollections() {
    assertThatThrownBy(() -> benchmark("--json")).isInstanceOf(UsageException.class)
        .hasMessage("--json goes with --passages.");
  }
}
