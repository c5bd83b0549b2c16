package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.SystemMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTests {

  @TempDir
  Path folder;

  private String read(String text, String... placeholders) throws IOException {
    Files.writeString(folder.resolve("task.md"), text);
    return new Prompts(folder).read("task", placeholders);
  }

  @Test
  void areReadAsTheyAre() throws IOException {
    assertThat(read("About {{topic}}: $1, {\"a\":{\"b\":[{}]}}\n", "topic"))
        .isEqualTo("About {{topic}}: $1, {\"a\":{\"b\":[{}]}}\n");
  }

  @Test
  void mustBeThere() {
    assertThatThrownBy(() -> new Prompts(folder).read("task")).isInstanceOf(PromptException.class)
        .hasMessage("The prompt " + folder.resolve("task.md") + " cannot be read.");
  }

  @Test
  void mustBeText() throws IOException {
    Files.write(folder.resolve("task.md"), new byte[]{(byte) 0xff, (byte) 0xfe, 0});

    assertThatThrownBy(() -> new Prompts(folder).read("task")).isInstanceOf(PromptException.class)
        .hasMessageEndingWith("task.md cannot be read.");
  }

  @Test
  void mustHaveTheirPlaceholders() {
    assertThatThrownBy(() -> read("Question: {{question}}, {evidence}", "question", "evidence"))
        .isInstanceOf(PromptException.class)
        .hasMessage("The prompt " + folder.resolve("task.md") + " lacks the placeholder {{evidence}}.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{question}} {{topic}}", "{{question}} {{ topic }}"})
  void mustHaveNoPlaceholderThatNothingFills(String text) {
    assertThatThrownBy(() -> read(text, "question")).isInstanceOf(PromptException.class).hasMessage(
        "The prompt " + folder.resolve("task.md") + " has a placeholder {{topic}} that nothing fills.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void mustSaySomething(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(PromptException.class)
        .hasMessage("The prompt " + folder.resolve("task.md") + " is empty.");
  }

  @Test
  void renderAsApproved() throws IOException {
    ScriptedChatModel model = new ScriptedChatModel("{}");
    Samples.answering(model, new FakeSearch(Samples.LEAD, Samples.PLANES))
        .answer(Question.of("How much lead did Stalin want?"), List.of(), AnswerListener.NONE);

    SystemMessage system = (SystemMessage) model.heard.getLast().getFirst();
    List<String> user = model.userMessages();
    assertThat(user).hasSize(1);
    String form = "\n# by schema\n" + prompt("claims-schema") + "\n# with markers\n"
        + prompt("claims-markers")
        + "\n# follow-up\n" + Prompts.fill(prompt("follow-up"), java.util.Map.of("conversation",
            "Question: How much lead did Stalin want?\nAnswer: 25,000 tons.", "question",
            "And $1 {{question}}?"));
    assertThat("# system\n" + system.text() + "\n# user\n" + user.getFirst() + "\n" + form)
        .isEqualTo(golden("prompt.txt"));
  }

  private static String prompt(String name) {
    return new Prompts(Path.of("prompts")).read(name, name.equals("follow-up")
        ? new String[]{"conversation", "question"}
        : new String[0]);
  }

  private static String golden(String name) throws IOException {
    try (var file = PromptsTests.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
