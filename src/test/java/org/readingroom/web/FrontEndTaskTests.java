package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.web.ChatRequest.ChatMessage;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds the prompts of both front ends against what they read from the reply; the guidelines in them are left out. */
class FrontEndTaskTests {

  private static final String CHAT = """
      <chat_history>
      USER: How much lead did Stalin want from Kim Il Sung?
      ASSISTANT: Joseph Stalin to Shtykov, telegram:
      “25,000 tons of lead” [1]
      USER: Why?
      ASSISTANT: The documents do not answer this question.
      </chat_history>""";

  private static Optional<String> reply(String role, String prompt) {
    ChatMessage message = new ChatMessage(role, JsonNodeFactory.instance.stringNode(prompt));
    return FrontEndTask.in(new ChatRequest("reading-room", List.of(message), false, null, null))
        .map(FrontEndTask::reply);
  }

  private static String openWebUi(String task, String form) {
    return reply("user", "### Task:\n" + task + "\n### Guidelines:\n- Be brief.\n### Output:\n" + form
        + "\n### Chat History:\n" + CHAT).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Generate a concise, 3-5 word title with an emoji summarizing the chat history.",
      "Generate a concise title summarizing the chat history."})
  void titlesAChatOfOpenWebUi(String task) {
    assertThat(openWebUi(task, "JSON format: { \"title\": \"your concise title here\" }"))
        .isEqualTo("{\"title\":\"Lead Stalin Want Kim Il\"}");
  }

  @Test
  void tagsAChatWithTheNamesInIt() {
    assertThat(openWebUi("Generate 1-3 broad tags categorizing the main themes of the chat history.",
        "JSON format: { \"tags\": [\"tag1\", \"tag2\", \"tag3\"] }"))
        .isEqualTo("{\"tags\":[\"Stalin\",\"Kim Il Sung\"]}");
  }

  @Test
  void suggestsQuestionsThatAreAnsweredFromTheCatalogue() {
    assertThat(openWebUi("Suggest 3-5 relevant follow-up questions or prompts.",
        "JSON format: { \"follow_ups\": [\"Question 1?\", \"Question 2?\"] }"))
        .isEqualTo("{\"follow_ups\":[\"What are these documents about?\","
            + "\"Who are the main correspondents?\"]}");
  }

  @Test
  void searchesForWhatWasAskedLast() {
    assertThat(openWebUi("Analyze the chat history to determine the necessity of generating search queries.",
        "Strictly return in JSON format: \n{\n  \"queries\": [\"query1\", \"query2\"]\n}"))
        .isEqualTo("{\"queries\":[\"Why?\"]}");
  }

  @Test
  void completesNothingThatIsBeingTyped() {
    assertThat(openWebUi("You are an autocompletion system. Continue the text in `<text>`.",
        "- Respond only in JSON format: `{ \"text\": \"<your_completion>\" }`."))
        .isEqualTo("{\"text\":\"\"}");
  }

  @Test
  void titlesAChatOfLibreChat() {
    String chat = "User: Who is Filippov?\nAI: “Filippov” is Joseph Stalin.";

    assertThat(reply("user", "Provide a concise, 5-word-or-less title for the conversation, using title case "
        + "conventions. Only return the title itself.\n\nConversation:\n" + chat))
        .contains("Who Is Filippov");
    assertThat(reply("user", "Analyze this conversation and provide:\n1. The detected language of the "
        + "conversation\n2. A concise title in the detected language (5 words or less, no punctuation or "
        + "quotation)\n\n" + chat)).get().asString()
        .contains("\"title\":\"Who Is Filippov\"", "\"language\":\"English\"");
    assertThat(reply("system", "Please generate a concise, 5-word-or-less title for the conversation, using "
        + "its same language, with no punctuation.\n\n||>User:\n\"Who is Filippov?\"\n||>Response:\n"
        + "\"Stalin\"\n\n||>Title:")).contains("Who Is Filippov");
  }

  @Test
  void aChatThatCannotBeReadHasATitleToo() {
    assertThat(openWebUi("Generate a concise title.", "JSON format: { \"title\": \"\" }")).isNotEmpty();
    assertThat(reply("user", "### Task:\nJSON format: {\"title\": \"\"}</chat_history><chat_history>"))
        .contains("{\"title\":\"New Chat\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"### Task: find the telegram about lead", "What title did Stalin bear?",
      "Provide a concise title of document 7", "### Task:\nTell me of the <chat_history>",
      "### Task:\nAnswer in JSON format: {\"answer\": 1} <chat_history></chat_history>", ""})
  void aQuestionIsNoTask(String question) {
    assertThat(reply("user", question)).isEmpty();
  }

  @Test
  void readsAWordOfManyDotsAtOnce() {
    assertTimeoutPreemptively(Duration.ofSeconds(2),
        () -> assertThat(new AskedWords("x" + ".".repeat(200_000) + "x").title()).isEqualTo("X"));
    assertThat(new AskedWords("’Tis the U.S.A.’s... 'Pusan'.-").title()).isEqualTo("Tis The U.S.A.’s Pusan");
  }

  @Test
  void aTitleIsShortWhateverIsAsked() {
    assertThat(new AskedWords("x".repeat(2_000)).title()).hasSize(60).endsWith("…");
    assertThat(new AskedWords("how much is it that they have of this and of that?").title())
        .isEqualTo("How Much Is It That");
    assertThat(new AskedWords("What did Mao's aide tell Stalin?").followUps()).startsWith(
        "Which documents mention Mao?", "Which documents mention Stalin?").hasSize(4);
    assertThat(new AskedWords("?!").title()).isEqualTo("New Chat");
    assertThat(new AskedWords("who wrote to stalin's aide, and why not?").tags()).containsExactly("General");
  }
}
