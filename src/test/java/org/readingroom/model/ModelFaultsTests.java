package org.readingroom.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.model.ModelFault.Kind;

/** What a server does to the connection and to HTTP is a fault that says what it was, in time. */
class ModelFaultsTests {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(600);

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static String path(Provider provider) {
    return switch (provider) {
      case OPENAI -> "/v1/chat/completions";
      case ANTHROPIC -> "/v1/messages";
      case GEMINI -> "/v1beta/models/tiny:streamGenerateContent?alt=sse";
      default -> "/api/chat";
    };
  }

  private LanguageModel model(Provider provider, Duration pause) {
    String url = server.baseUrl() + switch (provider) {
      case OPENAI, ANTHROPIC -> "/v1";
      case GEMINI -> "/v1beta";
      default -> "";
    };
    return new LanguageModel(new ModelSettings(provider, url, "sk-very-secret", "tiny", 0.5, LONG, 4_096,
        Output.AUTO, 2, Duration.ofMillis(5), pause));
  }

  private static String ask(LanguageModel model, Duration time) {
    return model.reply(List.of(UserMessage.from("How much lead?")), CallLimits.within(time, () -> false));
  }

  private static ResponseDefinitionBuilder says(Provider provider) {
    return switch (provider) {
      case OPENAI -> aResponse().withHeader("Content-Type", "text/event-stream").withBody("""
          data: {"id":"1","choices":[{"index":0,"delta":{"content":"Lead."},"finish_reason":null}]}

          data: {"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

          data: [DONE]

          """);
      case ANTHROPIC -> aResponse().withHeader("Content-Type", "text/event-stream; charset=utf-8").withBody(
          """
              event: message_start
              data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[]}}

              event: content_block_start
              data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

              event: content_block_delta
              data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Lead."}}

              event: content_block_stop
              data: {"type":"content_block_stop","index":0}

              event: message_delta
              data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}}

              event: message_stop
              data: {"type":"message_stop"}

              """);
      case GEMINI -> aResponse().withHeader("Content-Type", "text/event-stream").withBody("""
          data: {"candidates":[{"content":{"parts":[{"text":"Lead."}],"role":"model"},"finishReason":"STOP"}]}

          """);
      default -> aResponse().withHeader("Content-Type", "application/x-ndjson").withBody("""
          {"model":"tiny","message":{"role":"assistant","content":"Lead."},"done":false}
          {"model":"tiny","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop"}
          """);
    };
  }

  private void fails(Provider provider, Kind kind, Duration time, ResponseDefinitionBuilder response) {
    server.resetAll();
    server.stubFor(post(path(provider)).willReturn(response));
    try (LanguageModel model = model(provider, LONG)) {
      assertThatThrownBy(() -> ask(model, time)).isInstanceOfSatisfying(ModelFault.class, fault -> {
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault).hasMessageMatching("The language model .*\\.").hasMessageNotContaining("secret");
      });
    }
  }

  @ParameterizedTest
  @CsvSource({
      "OPENAI,Authorization,Bearer sk-very-secret,$.model,$.stream,$.temperature,$.messages[0].content",
      "OLLAMA,Authorization,Bearer sk-very-secret,$.model,$.stream,$.options.temperature,$.messages[0].content",
      "ANTHROPIC,x-api-key,sk-very-secret,$.model,$.stream,$.temperature,$.messages[0].content[0].text",
      "GEMINI,x-goog-api-key,sk-very-secret,,,$.generationConfig.temperature,$.contents[0].parts[0].text"})
  void theRequestIsTheProviders(Provider provider, String header, String key, String model, String stream,
      String temperature, String content) {
    server.stubFor(post(path(provider)).willReturn(says(provider)));
    try (LanguageModel asked = model(provider, LONG)) {
      assertThat(ask(asked, LONG)).isEqualTo("Lead.");
    }
    RequestPatternBuilder request = postRequestedFor(urlEqualTo(path(provider)))
        .withHeader(header, equalTo(key)).withHeader("Content-Type", containing("application/json"))
        .withRequestBody(matchingJsonPath(temperature, equalTo("0.5")))
        .withRequestBody(matchingJsonPath(content, equalTo("How much lead?")));
    if (model != null) {
      request.withRequestBody(matchingJsonPath(model, equalTo("tiny")))
          .withRequestBody(matchingJsonPath(stream, equalTo("true")));
    }
    if (provider == Provider.ANTHROPIC) {
      request.withHeader("anthropic-version", equalTo("2023-06-01"))
          .withRequestBody(matchingJsonPath("$.max_tokens", equalTo("8192")));
    }
    server.verify(request);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void aBrokenConnectionIsNamed(Provider provider) {
    for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE,
        Fault.RANDOM_DATA_THEN_CLOSE)) {
      fails(provider, Kind.BROKEN_OFF, LONG, aResponse().withFault(fault));
      server.verify(2, postRequestedFor(urlEqualTo(path(provider))));
    }
    fails(provider, Kind.BROKEN_OFF, LONG, says(provider).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    fails(provider, Kind.BROKEN_OFF, LONG, aResponse().withBody(""));
  }

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORISED, 1", "403, UNAUTHORISED, 1", "404, UNKNOWN_MODEL, 1", "400, REJECTED, 1",
      "408, SERVER_ERROR, 2", "429, RATE_LIMITED, 2", "500, SERVER_ERROR, 2", "503, SERVER_ERROR, 2"})
  void aRefusalIsNamedAndTriedAgainWhereItMayPass(int status, Kind kind, int requests) {
    for (Provider provider : List.of(Provider.OPENAI, Provider.OLLAMA, Provider.ANTHROPIC, Provider.GEMINI)) {
      fails(provider, kind, LONG, aResponse().withStatus(status)
          .withHeader("Content-Type", "application/json").withBody("{\"error\":\"sk-very-secret\"}"));
      server.verify(requests, postRequestedFor(urlEqualTo(path(provider))));
    }
  }

  @ParameterizedTest
  @CsvSource({"99999999999999999999", "1000000000000", "3600", "'Fri, 31 Dec 9999 23:59:59 GMT'"})
  void aWaitBeyondTheTimeIsNotWaitedFor(String retryAfter) {
    fails(Provider.OPENAI, Kind.RATE_LIMITED, LONG,
        aResponse().withStatus(429).withHeader("Retry-After", retryAfter));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void aServerThatIsTooSlowInAnyPhaseIsLeftInTime(Provider provider) {
    fails(provider, Kind.TIMEOUT, SHORT, says(provider).withFixedDelay(5_000));
    fails(provider, Kind.TIMEOUT, SHORT, says(provider).withChunkedDribbleDelay(50, 20_000));
    fails(provider, Kind.TIMEOUT, SHORT, aResponse().withStatus(500).withBody("no").withFixedDelay(5_000));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRACTIVE")
  void aServerThatRecoversIsAskedAgainAfterThePause(Provider provider) {
    server.stubFor(post(path(provider)).willReturn(aResponse().withStatus(500)));
    try (LanguageModel model = model(provider, Duration.ofMillis(1))) {
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> ask(model, LONG)).isInstanceOf(ModelFault.class);
      }
      server.stubFor(post(path(provider)).willReturn(says(provider)));
      // The pause is as short as one can be; the call that finds it over is the one that tries the server.
      String heard = "";
      for (int i = 0; i < 1_000 && heard.isEmpty(); i++) {
        try {
          heard = ask(model, LONG);
        } catch (ModelFault fault) {
          assertThat(fault.kind()).isEqualTo(Kind.PAUSED);
        }
      }
      assertThat(heard).isEqualTo("Lead.");
      assertThat(ask(model, LONG)).isEqualTo("Lead.");
    }
  }
}
