package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.ModelCheck;
import org.readingroom.model.ModelSettings;
import org.readingroom.model.Output;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandTests {

  private final StringWriter out = new StringWriter();

  private int run(ModelCheck check, String... options) {
    Screen screen = Samples.screen(out, new StringWriter(), false);
    CommandRegistry registry = new CommandRegistry();
    registry.registerCommand(new ModelsCommand(() -> check, JsonMapper.builder().build(), screen));
    List<String> words = new java.util.ArrayList<>(List.of("models"));
    words.addAll(List.of(options));
    return new Commands(registry, Samples.room(), screen).execute(words);
  }

  @Test
  void saysThatNoneIsConfigured() {
    ModelSettings none = new ModelSettings(Provider.EXTRACTIVE, null, null, null, null, Duration.ofSeconds(1),
        4_096, Output.AUTO, 1, Duration.ofMillis(1), Duration.ofSeconds(1));
    assertThat(run(new ModelCheck(none, null))).isZero();
    assertThat(out.toString()).startsWith("No language model is configured");
  }

  @Test
  void saysWhetherItAnswersAndNeverTheKey() {
    try (ScriptedServer server = new ScriptedServer(Provider.OLLAMA, ScriptedServer.says("one two three"),
        ScriptedServer.fails(401));
        LanguageModel model = new LanguageModel(server.settings(Duration.ofSeconds(60)))) {
      assertThat(run(new ModelCheck(model.settings(), model))).isZero();
      assertThat(out.toString()).contains("provider  ollama", "server    " + server.url(), "API key   set",
          "answers   yes, the first words after", "there     tiny").doesNotContain("secret");
      assertThat(run(new ModelCheck(model.settings(), model), "--json")).isEqualTo(1);
      assertThat(out.toString()).contains("The language model does not accept the API key.")
          .doesNotContain("secret");
    }
  }
}
