package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;

/** Asks with the official client of the OpenAI API. */
class OpenAiIT extends FakedServer {

  private OpenAIClient client;

  @BeforeEach
  void connect() {
    client = OpenAIOkHttpClient.builder().baseUrl("http://127.0.0.1:" + port + "/v1").apiKey("none")
        .maxRetries(0).build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static ChatCompletionCreateParams.Builder chat(String question) {
    return ChatCompletionCreateParams.builder().model("reading-room").temperature(0.2)
        .addSystemMessage("Be brief.").addUserMessage(question);
  }

  @Test
  void answersWithItsCitationsAsAnnotations() {
    given(conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Samples.answered(call.getArgument(0)));

    ChatCompletion completion = client.chat().completions().create(chat("How much lead?").build());
    ChatCompletionMessage message = completion.choices().getFirst().message();
    ChatCompletionMessage.Annotation.UrlCitation citation = message.annotations().orElseThrow().getFirst()
        .urlCitation();

    assertThat(completion.id()).startsWith("chatcmpl-");
    assertThat(completion.model()).isEqualTo("reading-room");
    assertThat(completion.validate()).isNotNull();
    assertThat(completion.usage()).get()
        .satisfies(usage -> assertThat(usage.totalTokens()).isEqualTo(28));
    assertThat(message.content()).hasValue(Samples.LEAD + " [1]");
    assertThat(message.content().orElseThrow().substring((int) citation.startIndex(),
        (int) citation.endIndex())).isEqualTo(Samples.LEAD);
    assertThat(citation.title()).isEqualTo("Telegram, Joseph Stalin to Shtykov");
    assertThat(citation.url())
        .isEqualTo("http://127.0.0.1:" + port + "/#/documents/7?start=17&end=93");
    assertThat(completion._additionalProperties().get("citations").toString()).contains(Samples.LEAD,
        "document_sha256");
  }

  @Test
  void aLanguageModelsClaimsRideAlong() {
    given(conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Samples.claimed(call.getArgument(0)));

    ChatCompletion completion = client.chat().completions().create(chat("How much lead?").build());
    try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions()
        .createStreaming(chat("How much lead?").build())) {
      ChatCompletionChunk last = stream.stream().reduce((earlier, later) -> later).orElseThrow();
      assertThat(last._additionalProperties().get("claims"))
          .isEqualTo(completion._additionalProperties().get("claims"));
    }
    assertThat(completion.validate()).isNotNull();
    assertThat(completion._additionalProperties().get("claims").toString()).contains(Samples.CLAIM,
        "markers=[1, 2]", "support=0.7", Samples.COPY);
  }

  @Test
  void streamsAnAnswer() {
    given(conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      AnswerListener listener = call.getArgument(2);
      listener.retrieved(List.of(Samples.passage()));
      listener.wrote(Samples.LEAD);
      listener.wrote(" [1]");
      return Samples.answered(call.getArgument(0));
    });

    try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions()
        .createStreaming(chat("How much lead?")
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build()).build())) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();

      assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.validate()).isNotNull());
      assertThat(chunks.stream().flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream()).collect(Collectors.joining()))
          .isEqualTo(Samples.LEAD + " [1]");
      assertThat(chunks.getFirst().choices().getFirst().delta().role().orElseThrow().asString())
          .isEqualTo("assistant");
      assertThat(chunks.get(2).choices().getFirst().finishReason().orElseThrow().asString())
          .isEqualTo("stop");
      assertThat(chunks.get(2)._additionalProperties().get("citations").toString())
          .contains("document_sha256");
      assertThat(chunks.get(2).choices().getFirst().delta()._additionalProperties().get("annotations")
          .toString()).contains("url_citation");
      assertThat(chunks.getLast().choices()).isEmpty();
      assertThat(chunks.getLast().usage()).get().satisfies(usage -> {
        assertThat(usage.promptTokens()).isEqualTo(7);
        assertThat(usage.completionTokens()).isEqualTo(21);
        assertThat(usage.totalTokens()).isEqualTo(28);
      });
    }
  }

  @Test
  void countsNoTokensInAStreamUnlessAsked() {
    given(conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Samples.abstained(call.getArgument(0)));

    try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions()
        .createStreaming(chat("Who?").build())) {
      assertThat(stream.stream().toList()).isNotEmpty().allMatch(chunk -> chunk.usage().isEmpty());
    }
  }

  @Test
  void listsTheNearestDocumentsWhereThereIsNoAnswer() {
    given(conversations.askOnce(any(), any(), any())).willAnswer(call -> {
      AnswerListener listener = call.getArgument(2);
      listener.wrote("The documents do not say.");
      return Samples.abstained(call.getArgument(0));
    });
    String list = "The documents do not say.\n\n- [Letter, Pak Heon-yeong to Modzelewski](http://127.0.0.1:"
        + port + "/#/documents/8), 1950-06-26";

    assertThat(client.chat().completions().create(chat("Who?").build()).choices().getFirst().message()
        .content()).hasValue(list);
    try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions()
        .createStreaming(chat("Who?").build())) {
      assertThat(stream.stream().flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream()).collect(Collectors.joining()))
          .isEqualTo(list);
    }
  }

  @Test
  void titlesAChatWithoutAskingTheDocuments() {
    ChatCompletionCreateParams title = chat("Provide a concise, 5-word-or-less title for the conversation, "
        + "using title case conventions. Only return the title itself.\n\nConversation:\nUser: Who is Filippov?"
        + "\nAI: Stalin.").build();

    assertThat(client.chat().completions().create(title).choices().getFirst().message().content())
        .hasValue("Who Is Filippov");
    try (StreamResponse<ChatCompletionChunk> stream = client.chat().completions().createStreaming(title)) {
      assertThat(stream.stream().flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream())).containsExactly("Who Is Filippov");
    }
    verifyNoInteractions(conversations);
  }

  @Test
  void givesOneReplyToAQuestion() {
    assertThatThrownBy(() -> client.chat().completions().create(chat("Who?").n(2).build()))
        .isInstanceOf(BadRequestException.class).hasMessageContaining("n is 1");
    verifyNoInteractions(conversations);
  }

  @Test
  void showsItsModelAndNoOther() {
    assertThat(client.models().retrieve("reading-room").ownedBy()).isEqualTo("reading-room");
    assertThatThrownBy(() -> client.models().retrieve("gpt-4o")).isInstanceOfSatisfying(
        NotFoundException.class, e -> {
          assertThat(e.code()).hasValue("model-not-found");
          assertThat(e.type()).hasValue("invalid_request_error");
        });
  }

  @Test
  void earlierQuestionsOfTheUserAreWhatTheLastOneLeansOn() {
    given(conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Samples.abstained(call.getArgument(0)));

    client.chat().completions()
        .create(chat("How much lead?").addAssistantMessage("25,000 tons").addUserMessage("And why?").build());

    verify(conversations).askOnce(eq(Question.of("And why?")), eq(List.of("How much lead?")), any());
  }

  @Test
  void listsItsOneModel() {
    assertThat(client.models().list().data()).singleElement()
        .satisfies(model -> assertThat(model.id()).isEqualTo("reading-room"));
  }

  @Test
  void faultsAreOnesThatTheClientKnows() {
    assertThatThrownBy(() -> client.chat().completions().create(chat(" ").build()))
        .isInstanceOf(UnprocessableEntityException.class).hasMessageContaining("The question is empty.");

    willThrow(new IndexNotReadyException(new IndexState.Building(1, 2))).given(conversations).askOnce(any(),
        any(), any());
    assertThatThrownBy(() -> client.chat().completions().create(chat("Who?").build()))
        .isInstanceOf(InternalServerException.class).hasMessageContaining("The index is being built");
    assertThatThrownBy(
        () -> client.chat().completions().createStreaming(chat("Who?").build()).stream().toList())
        .isInstanceOf(InternalServerException.class);
  }
}
