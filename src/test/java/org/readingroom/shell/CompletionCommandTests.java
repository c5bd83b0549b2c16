package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.json.JsonMapper;

class CompletionCommandTests {

  private final StringWriter out = new StringWriter();
  private final Screen screen = new Screen(new ScreenWriter(out), new ScreenWriter(new StringWriter()),
      new AtomicInteger(80), false, false, Ink.PLAIN);

  /** The words are typed after the program's name, the last one is completed. */
  @ParameterizedTest
  @CsvSource({"timel,timeline", "documents --ki,--kind", "documents --kind tele,telegram",
      "cite --format bib,bibtex",
      "completion z,zsh", "help verif,verify", "mc,mcp", "help mc,mcp", "resu,''", "serve --po,--port"})
  void bashCompletesCommandsOptionsAndValues(String typed, String completed) throws Exception {
    assertThat(completions(script("bash"), typed)).isEqualTo(completed);
  }

  @Test
  void zshLoadsTheSameThroughItsOwnLayer() {
    String script = script("zsh");
    assertThat(script).startsWith("autoload -U +X bashcompinit && bashcompinit\n")
        .contains("_reading_room() {");
  }

  @Test
  void refusesAShellItDoesNotKnow() {
    assertThatThrownBy(() -> script("fish")).isInstanceOf(UsageException.class)
        .hasMessage("“completion” wants the name of a shell: bash or zsh.");
  }

  private String script(String shell) {
    CommandRegistry registry = new CommandRegistry();
    registry.registerCommand(new CompletionCommand());
    registry.registerCommand(new DocumentsCommand(() -> Samples.COLLECTION, JsonMapper.shared(), screen));
    new Commands(registry, Samples.room(), screen).execute(List.of("completion", shell));
    return out.toString();
  }

  private static String completions(String script, String typed) throws Exception {
    String call = script + "\nCOMP_WORDS=(reading-room " + typed + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n"
        + "_reading_room\necho \"${COMPREPLY[@]}\"\n";
    try {
      Process bash = new ProcessBuilder("bash", "--norc", "-c", call).redirectErrorStream(true).start();
      String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      bash.waitFor();
      return said;
    } catch (IOException e) {
      assumeTrue(false, "bash is not installed.");
      throw e;
    }
  }
}
