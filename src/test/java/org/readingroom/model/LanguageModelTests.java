package org.readingroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.model.ScriptedServer.breaksOff;
import static org.readingroom.model.ScriptedServer.fails;
import static org.readingroom.model.ScriptedServer.says;
import static org.readingroom.model.ScriptedServer.saysAtOnce;
import static org.readingroom.model.ScriptedServer.saysByteByByte;
import static org.readingroom.model.ScriptedServer.stalls;
import static org.readingroom.model.ScriptedServer.webPage;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.model.ModelFault.Kind;
import org.readingroom.model.ScriptedServer.Script;

class LanguageModelTests {

  private static final String TEXT = "Stalin wanted lead: “25,000 tons” – 납, 😀. [1]";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(400);

  /** Writes down what it hears and in which thread. */
  private static final class Heard implements StreamingChatResponseHandler {

    final StringBuilder words = new StringBuilder();
    int pieces;
    int enough = Integer.MAX_VALUE;
    ChatResponse response;
    Throwable failure;
    boolean elsewhere;
    private final Thread asker = Thread.currentThread();

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
      elsewhere |= Thread.currentThread() != asker;
      words.append(piece.text());
      if (++pieces >= enough) {
        context.streamingHandle().cancel();
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
      elsewhere |= Thread.currentThread() != asker;
      response = complete;
    }

    @Override
    public void onError(Throwable error) {
      elsewhere |= Thread.currentThread() != asker;
      failure = error;
    }

    Kind kind() {
      assertThat(response).isNull();
      return ((ModelFault) Objects.requireNonNull(failure)).kind();
    }
  }

  private static Heard ask(LanguageModel model, Duration time, BooleanSupplier cancelled, int enough) {
    Heard heard = new Heard();
    heard.enough = enough;
    UserMessage message = UserMessage.from("How much lead?").toBuilder()
        .attributes(Map.of(CallLimits.ATTRIBUTE, CallLimits.within(time, cancelled))).build();
    model.chat(ChatRequest.builder().messages(message).build(), heard);
    assertThat(heard.elsewhere).isFalse();
    assertThat(heard.response == null).isNotEqualTo(heard.failure == null);
    return heard;
  }

  private static Heard ask(ScriptedServer server, Duration time) {
    try (LanguageModel model = new LanguageModel(server.settings(time))) {
      return ask(model, time, () -> false, Integer.MAX_VALUE);
    }
  }

  private static void hears(Provider provider, int requests, Script... scripts) {
    try (ScriptedServer server = new ScriptedServer(provider, scripts)) {
      Heard heard = ask(server, LONG);
      assertThat(heard.failure).isNull();
      assertThat(heard.words).hasToString(TEXT);
      assertThat(heard.response.aiMessage().text()).isEqualTo(TEXT);
      assertThat(server.requests).hasSize(requests).allMatch(request -> request.contains("How much lead?"));
      assertThat(server.authorizations).allMatch(key -> key.matches("(Bearer )?sk-very-secret"));
    }
  }

  private static void fallsSilent(Provider provider, Kind kind, int requests, Script... scripts) {
    try (ScriptedServer server = new ScriptedServer(provider, scripts)) {
      Heard heard = ask(server, LONG);
      assertThat(heard.kind()).isEqualTo(kind);
      assertThat(heard.failure).hasMessageNotContaining("secret")
          .hasMessageMatching("The language model .*\\.");
      assertThat(server.requests).hasSize(requests);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void hearsWhatTheServerSays(Provider provider) {
    hears(provider, 1, says(TEXT));
    hears(provider, 1, saysByteByByte(TEXT));
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "OLLAMA"})
  void hearsAServerThatDoesNotStream(Provider provider) {
    hears(provider, 1, saysAtOnce(TEXT));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void triesAgainWhatMayPass(Provider provider) {
    hears(provider, 3, fails(500), fails(503), says(TEXT));
    hears(provider, 2, fails(429, "Retry-After", "0"), says(TEXT));
    hears(provider, 2, breaksOff("", true), says(TEXT));
    hears(provider, 2, breaksOff("", false), says(TEXT));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void givesUpAfterTheAttemptsAllowed(Provider provider) {
    fallsSilent(provider, Kind.SERVER_ERROR, 3, fails(500));
    fallsSilent(provider, Kind.RATE_LIMITED, 3, fails(429));
    fallsSilent(provider, Kind.BROKEN_OFF, 3, breaksOff("", true));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void doesNotTryAgainWhatDoesNotPass(Provider provider) {
    fallsSilent(provider, Kind.UNAUTHORISED, 1, fails(401));
    fallsSilent(provider, Kind.UNKNOWN_MODEL, 1, fails(404));
    fallsSilent(provider, Kind.REJECTED, 1, fails(400));
    fallsSilent(provider, Kind.NOT_A_MODEL, 1, webPage(200));
    fallsSilent(provider, Kind.NOT_A_MODEL, 1, webPage(404));
    fallsSilent(provider, Kind.NOT_A_MODEL, 1, fails(302, "Location", "http://127.0.0.1:1/"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void doesNotWaitLongerThanItsTimeForWhatTheServerAsks(Provider provider) {
    fallsSilent(provider, Kind.RATE_LIMITED, 1, fails(429, "Retry-After", "3600"));
    fallsSilent(provider, Kind.RATE_LIMITED, 1,
        fails(429, "Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT"));
    hears(provider, 2, fails(429, "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"), says(TEXT));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void keepsTheWordsBeforeABreakAndDoesNotAskForThemTwice(Provider provider) {
    for (boolean cut : List.of(true, false)) {
      try (ScriptedServer server = new ScriptedServer(provider, breaksOff(TEXT, cut))) {
        Heard heard = ask(server, LONG);
        assertThat(heard.kind()).isEqualTo(Kind.BROKEN_OFF);
        assertThat(heard.words).hasToString(TEXT);
        assertThat(server.requests).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,''", "OPENAI,Stalin wanted", "ANTHROPIC,''", "ANTHROPIC,Stalin wanted", "GEMINI,''",
      "GEMINI,Stalin wanted"})
  void endsWhenTimeIsUpAndHangsUp(Provider provider, String said) throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer(provider, stalls(said))) {
      // Long enough for a busy machine to hear what comes.
      Heard heard = ask(server, SHORT.multipliedBy(5));
      assertThat(heard.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(heard.words).hasToString(said);
      assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,''", "OPENAI,Stalin wanted", "ANTHROPIC,''", "ANTHROPIC,Stalin wanted", "GEMINI,''",
      "GEMINI,Stalin wanted"})
  void hangsUpWhenNobodyWantsTheReplyAnyMore(Provider provider, String said) throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer(provider, stalls(said));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      Heard heard = ask(model, LONG, () -> !server.requests.isEmpty(), Integer.MAX_VALUE);
      assertThat(heard.kind()).isEqualTo(Kind.CANCELLED);
      assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "GEMINI"})
  void hangsUpWhenThereAreWordsEnough(Provider provider) throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer(provider, stalls(TEXT));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      Heard heard = ask(model, LONG, () -> false, 2);
      assertThat(heard.response.aiMessage().text()).isEqualTo(heard.words.toString()).startsWith("Stalin");
      assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void saysThatAServerCannotBeReached() {
    ScriptedServer server = new ScriptedServer(Provider.OLLAMA, says(TEXT));
    server.close();
    assertThat(ask(server, LONG).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void leavesAServerAloneThatKeepsFailing() {
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, fails(500));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      assertThat(ask(model, LONG, () -> false, 9).kind()).isEqualTo(Kind.SERVER_ERROR);
      assertThat(ask(model, LONG, () -> false, 9).kind()).isIn(Kind.SERVER_ERROR, Kind.PAUSED);
      assertThat(ask(model, LONG, () -> false, 9).kind()).isEqualTo(Kind.PAUSED);
      assertThat(server.requests).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void aModelThatAnswersIsFoundAndTimed(Provider provider) {
    try (ScriptedServer server = new ScriptedServer(provider, says("one two three four five six"));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      ModelCheck.Status status = new ModelCheck(model.settings(), model).run();
      assertThat(status.fault()).isNull();
      assertThat(status.models()).containsExactly("tiny");
      assertThat(status.firstWordMs()).isNotNull();
      assertThat(status.hasKey()).isTrue();
      assertThat(status.takesSchema()).isTrue();
      assertThat(status.toString()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "OLLAMA"})
  void whatFitsTheServerIsAdvised(Provider provider) {
    try (ScriptedServer server = new ScriptedServer(provider, says("one two three"), fails(400));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      ModelCheck.Status status = new ModelCheck(model.settings(), model).run();
      assertThat(status.contextTokens()).isEqualTo(2_048);
      assertThat(status.advice()).singleElement().asString()
          .contains("takes 2048 tokens", "READING_ROOM_MODEL_CONTEXT_TOKENS=2048", "4096 now");
      assertThat(status.takesSchema()).isFalse();
    }
  }

  @Test
  void aModelThatDoesNotAnswerIsNamedWithTheReason() {
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, fails(401));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      assertThat(new ModelCheck(model.settings(), model).run().fault())
          .isEqualTo("The language model does not accept the API key.");
    }
  }
}
