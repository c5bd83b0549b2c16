package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.evaluation.MalformedSetException;
import org.readingroom.evaluation.Programs;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.shell.core.command.CommandRegistry;

class EvaluateCommandTests {

  private static final String BEIR = "src/test/resources/org/readingroom/evaluation/tiny-beir";

  private static final String READING = "src/test/resources/org/readingroom/evaluation/tiny-reading";

  @TempDir
  private Path folder;

  private void evaluate(String... words) {
    Screen screen = Samples.screen(new StringWriter(), new StringWriter(), false);
    CommandRegistry registry = new CommandRegistry();
    Programs none = new Programs(new StandardEnvironment(), index -> {
      throw new IllegalStateException("not opened here");
    });
    registry.registerCommand(new EvaluateCommand(none, folder, screen));
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.addFirst(EvaluateCommand.NAME);
    new Commands(registry, Samples.room(), screen).execute(all);
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertThatThrownBy(() -> evaluate("--set", BEIR, "--compare", "report.json"))
        .isInstanceOf(UsageException.class).hasMessage("--compare and --fit go with a question set.");
    assertThatThrownBy(() -> evaluate("--set", BEIR, "--fit")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> evaluate("--set", READING, "--ablation")).isInstanceOf(UsageException.class)
        .hasMessage("--ablation goes with a question set or a retrieval set.");
    assertThatThrownBy(() -> evaluate("--set", BEIR, "--sample", "9")).isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--sample goes with a question set or a reading set");
    assertThatThrownBy(() -> evaluate("everything")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> evaluate("--sample", "0")).isInstanceOf(UsageException.class)
        .hasMessage("--sample wants a number from 1, not “0”.");
  }

  @Test
  void failsWhereFloorsDoNotHold() {
    assertThat(EvaluateCommand.status(List.of()).code()).isEqualTo(Exit.ANSWERED);
    assertThat(EvaluateCommand.status(List.of("The figure is too low.")).code()).isEqualTo(Exit.FAILED);
  }

  @Test
  void saysWhereThereIsNoSet() {
    assertThatThrownBy(() -> evaluate()).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("There is no folder").hasMessageContaining("reader-v1");
    assertThatThrownBy(() -> evaluate("--set", folder.toString())).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("holds no set");
  }

  @Test
  void looksAtTheFilesBeforeItAsksAnything() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), "");
    Path report = Files.writeString(folder.resolve("report.json"), "{}");
    assertThatThrownBy(() -> evaluate("--set", folder.toString(), "--ablation"))
        .isInstanceOf(MalformedSetException.class).hasMessageContaining("ablation.yaml cannot be read");
    assertThatThrownBy(() -> evaluate("--set", BEIR, "--ablation"))
        .isInstanceOf(MalformedSetException.class).hasMessageContaining("ranking.yaml cannot be read");
    assertThatThrownBy(
        () -> evaluate("--set", folder.toString(), "--compare", folder.resolve("none.json").toString()))
        .isInstanceOf(MalformedSetException.class).hasMessageEndingWith("none.json cannot be read.");
    assertThatThrownBy(() -> evaluate("--set", folder.toString(), "--compare", report.toString()))
        .isInstanceOf(MalformedSetException.class);
  }
}
