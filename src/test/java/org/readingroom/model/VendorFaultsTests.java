package org.readingroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.readingroom.model.ScriptedServer.goesOn;
import static org.readingroom.model.ScriptedServer.refuses;
import static org.readingroom.model.ScriptedServer.says;

import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.model.ModelFault.Kind;
import org.readingroom.model.ScriptedServer.Script;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The errors that Anthropic and Google document are told apart, and nothing that they say is passed on. */
@ExtendWith(OutputCaptureExtension.class)
class VendorFaultsTests {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TEXT = "Stalin wanted lead.";
  private static final String PER_MINUTE = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier";
  private static final String PER_DAY = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";

  private static String ask(ScriptedServer server) {
    try (LanguageModel model = new LanguageModel(server.settings(LONG))) {
      return model.reply(List.of(UserMessage.from("How much lead?")), CallLimits.within(LONG, () -> false));
    }
  }

  private static void falls(Provider provider, Kind kind, int requests, Script... scripts) {
    try (ScriptedServer server = new ScriptedServer(provider, scripts)) {
      assertThatThrownBy(() -> ask(server)).isInstanceOfSatisfying(ModelFault.class,
          fault -> assertThat(fault.kind()).isEqualTo(kind)).hasMessageMatching("The language model [^.]*\\.")
          .hasNoCause();
      assertThat(server.requests).hasSize(requests);
    }
  }

  private static void answers(Provider provider, int requests, Script... scripts) {
    try (ScriptedServer server = new ScriptedServer(provider, scripts)) {
      assertThat(ask(server)).isEqualTo(TEXT);
      assertThat(server.requests).hasSize(requests);
    }
  }

  private static String anthropic(String type, String message) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message
        + " (sk-very-secret)\"},\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\"}";
  }

  private static String anthropicEvent(String type) {
    return "event: error\ndata: " + anthropic(type, "Something is wrong") + "\n\n";
  }

  private static String google(int code, String status, String message, String details) {
    return "{\n  \"error\": {\n    \"code\": " + code + ",\n    \"message\": \"" + message
        + " (sk-very-secret)\",\n    \"status\": \"" + status + "\"" + details + "\n  }\n}\n";
  }

  private static String google(int code, String status) {
    return google(code, status, "Something is wrong.", "");
  }

  private static String invalidKey() {
    return google(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.",
        ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"API_KEY_INVALID\","
            + "\"domain\":\"googleapis.com\",\"metadata\":{\"service\":\"generativelanguage.googleapis.com\"}},"
            + "{\"@type\":\"type.googleapis.com/google.rpc.LocalizedMessage\",\"locale\":\"en-US\","
            + "\"message\":\"API key not valid.\"}]");
  }

  private static String exhausted(String quota, String delay) {
    return google(429, "RESOURCE_EXHAUSTED",
        "You exceeded your current quota, please check your plan and billing details.",
        ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaMetric\":"
            + "\"generativelanguage.googleapis.com/generate_content_free_tier_requests\",\"quotaId\":\""
            + quota
            + "\",\"quotaDimensions\":{\"location\":\"global\",\"model\":\"tiny\"}}]},"
            + "{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[]},"
            + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"" + delay + "\"}]");
  }

  private static String candidate(String finishReason) {
    return "data: {\"candidates\":[{\"finishReason\":\"" + finishReason
        + "\",\"index\":0}],\"usageMetadata\":"
        + "{\"promptTokenCount\":9,\"totalTokenCount\":9},\"modelVersion\":\"tiny\"}\r\n\r\n";
  }

  private static String stop(String stopReason) {
    return """
        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null,"stop_details":null},"usage":{"output_tokens":5}}

        event: message_stop
        data: {"type":"message_stop"}

        """
        .formatted(stopReason);
  }

  static Stream<Arguments> refusals() {
    Provider a = Provider.ANTHROPIC;
    Provider g = Provider.GEMINI;
    return Stream.of(
        Arguments.of(a, 401, anthropic("authentication_error", "invalid x-api-key"), Kind.UNAUTHORISED, 1),
        Arguments.of(a, 403, anthropic("permission_error", "No."), Kind.UNAUTHORISED, 1),
        Arguments.of(a, 402, anthropic("billing_error", "No."), Kind.OUT_OF_QUOTA, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error",
                "Your credit balance is too low to access the Anthropic API."),
            Kind.OUT_OF_QUOTA, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error", "You have reached your specified API usage limits."),
            Kind.OUT_OF_QUOTA, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum"),
            Kind.TOO_LONG, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error",
                "input length and `max_tokens` exceed context limit: 178959 + 64000 > 200000"),
            Kind.TOO_LONG, 1),
        Arguments.of(a, 413, anthropic("request_too_large", "No."), Kind.TOO_LONG, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error", "`temperature` is deprecated for this model."),
            Kind.TEMPERATURE, 1),
        Arguments.of(a, 400,
            anthropic("invalid_request_error", "output_config.format: no with temperature: 0"), Kind.REJECTED,
            1),
        Arguments.of(a, 404, anthropic("not_found_error", "model: tiny"), Kind.UNKNOWN_MODEL, 1),
        Arguments.of(a, 429, anthropic("rate_limit_error", "Later."), Kind.RATE_LIMITED, 3),
        Arguments.of(a, 500, anthropic("api_error", "Internal server error"), Kind.SERVER_ERROR, 3),
        Arguments.of(a, 504, anthropic("timeout_error", "Timeout"), Kind.SERVER_ERROR, 3),
        Arguments.of(a, 529, anthropic("overloaded_error", "Overloaded"), Kind.OVERLOADED, 3),
        Arguments.of(g, 400, invalidKey(), Kind.UNAUTHORISED, 1),
        Arguments.of(g, 400, "[" + invalidKey() + "]", Kind.UNAUTHORISED, 1),
        Arguments.of(g, 401, google(401, "UNAUTHENTICATED"), Kind.UNAUTHORISED, 1),
        Arguments.of(g, 403, google(403, "PERMISSION_DENIED"), Kind.UNAUTHORISED, 1),
        Arguments.of(g, 400,
            google(400, "INVALID_ARGUMENT",
                "The input token count (1200293) exceeds the maximum number of tokens allowed (1048576).",
                ""),
            Kind.TOO_LONG, 1),
        Arguments.of(g, 400, google(400, "INVALID_ARGUMENT"), Kind.REJECTED, 1),
        Arguments.of(g, 400, google(400, "FAILED_PRECONDITION"), Kind.REJECTED, 1),
        Arguments.of(g, 404, google(404, "NOT_FOUND"), Kind.UNKNOWN_MODEL, 1),
        Arguments.of(g, 429, exhausted(PER_DAY, "34.07s"), Kind.OUT_OF_QUOTA, 1),
        Arguments.of(g, 429, exhausted(PER_MINUTE, "0.01s"), Kind.RATE_LIMITED, 3),
        Arguments.of(g, 429, google(429, "RESOURCE_EXHAUSTED"), Kind.RATE_LIMITED, 3),
        Arguments.of(g, 429,
            google(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted.", ""),
            Kind.OUT_OF_QUOTA, 1),
        Arguments.of(g, 500, google(500, "INTERNAL"), Kind.SERVER_ERROR, 3),
        Arguments.of(g, 503, google(503, "UNAVAILABLE"), Kind.OVERLOADED, 3),
        Arguments.of(g, 504, google(504, "DEADLINE_EXCEEDED"), Kind.SERVER_ERROR, 3),
        Arguments.of(Provider.OPENAI, 400,
            "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":\"temperature\",\"code\":\"unsupported_value\"}}",
            Kind.TEMPERATURE, 1),
        Arguments.of(Provider.OPENAI, 429,
            "{\"error\":{\"message\":\"No.\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
            Kind.OUT_OF_QUOTA, 1),
        Arguments.of(Provider.OPENAI, 400,
            "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}",
            Kind.TOO_LONG, 1));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsToldByItsCode(Provider provider, int status, String body, Kind kind, int requests,
      CapturedOutput output) {
    falls(provider, kind, requests, refuses(status, body));
    assertThat(output).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"'', SERVER_ERROR", "'{', SERVER_ERROR", "[], SERVER_ERROR", "null, SERVER_ERROR",
      "'\"error\"', SERVER_ERROR", "'{\"error\":\"overloaded_error\"}', SERVER_ERROR",
      "'{\"error\":{\"type\":7,\"details\":\"x\",\"message\":[]}}', SERVER_ERROR",
      "'{\"error\":{\"details\":[null,{\"retryDelay\":\"soon\"},{\"retryDelay\":\"1d\"}]}}', SERVER_ERROR",
      "'{\"error\":{\"status\":[],\"details\":[{\"violations\":{\"quotaId\":1}}]}}', SERVER_ERROR"})
  void aRefusalInNoKnownFormIsToldByItsStatus(String body, Kind kind) {
    falls(Provider.GEMINI, kind, 3, refuses(500, body));
    falls(Provider.ANTHROPIC, Kind.REJECTED, 1, refuses(400, body));
  }

  @Test
  void aDeepOrLongRefusalIsToldByItsStatus() {
    falls(Provider.ANTHROPIC, Kind.REJECTED, 1, refuses(400, "[".repeat(100_000)));
    falls(Provider.GEMINI, Kind.UNAUTHORISED, 1,
        refuses(401, "{\"error\":\"" + "x".repeat(1_000_000) + "\"}"));
  }

  @Test
  void theWaitThatAServerAsksForIsKept() {
    answers(Provider.ANTHROPIC, 2, refuses(429, anthropic("rate_limit_error", "Later."), "retry-after", "0"),
        says(TEXT));
    falls(Provider.ANTHROPIC, Kind.OVERLOADED, 1,
        refuses(529, anthropic("overloaded_error", "Later."), "retry-after", "3600"));
    answers(Provider.GEMINI, 2, refuses(429, exhausted(PER_MINUTE, "0.01s")), says(TEXT));
    falls(Provider.GEMINI, Kind.RATE_LIMITED, 1, refuses(429, exhausted(PER_MINUTE, "3600s")));
    falls(Provider.GEMINI, Kind.RATE_LIMITED, 1, refuses(429, exhausted(PER_MINUTE, "99999999999s")));
  }

  @Test
  void anErrorWithinTheStreamIsTriedAgainWhileNoWordHasCome(CapturedOutput output) {
    answers(Provider.ANTHROPIC, 3, goesOn("", anthropicEvent("overloaded_error")),
        goesOn("", anthropicEvent("api_error")), says(TEXT));
    answers(Provider.GEMINI, 2,
        goesOn("", "data: " + google(503, "UNAVAILABLE").replace("\n", "") + "\r\n\r\n"),
        says(TEXT));
    falls(Provider.ANTHROPIC, Kind.UNAUTHORISED, 1, goesOn("", anthropicEvent("authentication_error")));
    falls(Provider.ANTHROPIC, Kind.OVERLOADED, 1, goesOn(TEXT, anthropicEvent("overloaded_error")));
    falls(Provider.ANTHROPIC, Kind.SERVER_ERROR, 1, goesOn(TEXT, anthropicEvent("invalid_request_error")));
    falls(Provider.GEMINI, Kind.SERVER_ERROR, 1,
        goesOn(TEXT, "data: " + google(500, "INTERNAL").replace("\n", "") + "\n\n"));
    assertThat(output).doesNotContain("secret");
  }

  @Test
  void aRefusalToAnswerIsNoFaultOfTheServer() {
    falls(Provider.ANTHROPIC, Kind.REFUSED, 1, goesOn("", stop("refusal")));
    falls(Provider.ANTHROPIC, Kind.REFUSED, 1, goesOn(TEXT, stop("refusal")));
    falls(Provider.GEMINI, Kind.REFUSED, 1, goesOn("",
        "data: {\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":9,"
            + "\"totalTokenCount\":9},\"modelVersion\":\"tiny\"}\n\n"));
    for (String reason : List.of("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII")) {
      falls(Provider.GEMINI, Kind.REFUSED, 1, goesOn(TEXT, candidate(reason)));
    }
  }

  @Test
  void wordsThatWereCutOffAreKept() {
    answers(Provider.ANTHROPIC, 1, goesOn(TEXT, stop("max_tokens")));
    answers(Provider.GEMINI, 1, goesOn(TEXT, candidate("MAX_TOKENS")));
    falls(Provider.ANTHROPIC, Kind.OUT_OF_TOKENS, 1, goesOn("", stop("max_tokens")));
    falls(Provider.GEMINI, Kind.OUT_OF_TOKENS, 1, goesOn("", candidate("MAX_TOKENS")));
  }

  @Test
  void thoughtsAreNoWords() {
    answers(Provider.GEMINI, 1, goesOn("",
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Let me see.\",\"thought\":true}],\"role\":"
            + "\"model\"},\"index\":0}]}\n\ndata: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
            + TEXT
            + "\"}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}]}\n\n"));
  }

  @Test
  void wordsAboutErrorsAreWords() {
    for (Provider provider : List.of(Provider.OPENAI, Provider.OLLAMA, Provider.ANTHROPIC, Provider.GEMINI)) {
      try (ScriptedServer server = new ScriptedServer(provider,
          says("{\"error\":{\"type\":\"x\"}} \"refusal\" \"blockReason\""))) {
        assertThat(ask(server)).isEqualTo("{\"error\":{\"type\":\"x\"}} \"refusal\" \"blockReason\"");
      }
    }
  }

  @Test
  void aModelsNameIsPartOfTheAddressAndNoAddressOfItsOwn() {
    try (ScriptedServer server = new ScriptedServer(Provider.GEMINI, ScriptedServer.fails(404))) {
      ModelSettings plain = server.settings(LONG);
      ModelSettings odd = new ModelSettings(plain.provider(), plain.baseUrl(), plain.apiKey(),
          "../../x y?z=#", null, LONG, 4_096, Output.AUTO, 1, LONG, LONG);
      try (LanguageModel model = new LanguageModel(odd)) {
        assertThatThrownBy(
            () -> model.reply(List.of(UserMessage.from("?")), CallLimits.within(LONG, () -> false)))
            .hasMessage("The language model does not know the model.");
      }
    }
  }
}
