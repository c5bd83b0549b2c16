package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.readingroom.answer.AnswerListener;
import org.readingroom.answer.Question;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Kind;
import org.readingroom.conversation.Conversations;
import org.readingroom.conversation.UnknownConversationException;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(AnswersController.class)
@Import({WebConfiguration.class, FakedRooms.class})
class AnswersControllerTests {

  @Autowired
  MockMvcTester mvc;

  @MockitoBean
  Conversations conversations;

  @TestBean
  Collection collection;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  @Test
  void answersWithTheFieldsOfTheContract() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.answered(call.getArgument(0)));

    assertThat(post("{\"question\":\" How much lead? \"}")).hasStatusOk()
        .hasContentType(MediaType.APPLICATION_JSON).bodyJson()
        .isStrictlyEqualTo("""
            {"id":"a-1","conversation_id":"k-1","question":"How much lead?","query":"How much lead?",
             "status":"answered","answer":"%1$s [1]","model":"extractive","elapsed_ms":41,"related":[],
             "citations":[{"id":"c1","marker":1,"type":"char_location","cited_text":"%1$s",
              "document_id":"nkidp-korean-war:7","document_number":7,
              "document_title":"Telegram, Joseph Stalin to Shtykov","document_date":"1950-01-30",
              "start_char_index":17,"end_char_index":93,"document_sha256":"%2$s",
              "answer_start":0,"answer_end":76,"emphasis":[{"start":3,"end":8}],"verified":true,"score":0.83,
              "reference":"%3$s","collection":"nkidp-korean-war"}],"claims":[]}""".formatted(Samples.LEAD,
            Samples.TELEGRAM.sha256(),
            "“Telegram, Joseph Stalin to Shtykov,” 1950-01-30, AVPRF, F. 059a, p. 92, trans. A Translator, "
                + "document 7 in New Documents and New Histories."));
  }

  @Test
  void aLanguageModelsSentencesAreClaims() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.claimed(call.getArgument(0)));

    assertThat(post("{\"question\":\"How much lead?\"}")).hasStatusOk().bodyJson().extractingPath("claims")
        .convertTo(InstanceOfAssertFactories.LIST).containsExactly(
            Map.of("text", Samples.CLAIM, "answer_start", 0, "answer_end", 44, "markers", List.of(1, 2),
                "support", 0.7),
            Map.of("text", Samples.COPY, "answer_start", 53, "answer_end", 79, "markers", List.of(1),
                "support", 1.0));
  }

  @Test
  void abstainingIsASuccessThatNamesRelatedDocuments() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.abstained(call.getArgument(0)));

    assertThat(post("{\"question\":\"Who won?\"}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
        {"status":"abstained","citations":[],"answer":"The documents do not say.",
         "related":[{"id":"nkidp-korean-war:8","number":8,"date":"1950-06-26","kind":"letter"}]}""");
  }

  @Test
  void whatIsLeftOutTakesItsDefault() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.abstained(call.getArgument(0)));

    assertThat(post("{\"question\":\"Who won?\",\"filters\":null,\"conversation_id\":null}")).hasStatusOk();
    assertThat(asked()).isEqualTo(Question.of("Who won?"));
  }

  @Test
  void passesOnEverythingThatIsSent() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.abstained(call.getArgument(0)));

    assertThat(post("""
        {"question":"Who won?","conversation_id":"k-1","collection":"nkidp-korean-war","max_citations":2,
         "filters":{"documents":[7,999],"date_from":"1950-01-01","date_to":"1950-12-31",
          "persons":[" Stalin "],"kind":"cable","authors":[" Jane Smith "],"language":"De"}}"""))
        .hasStatusOk();
    assertThat(asked()).isEqualTo(new Question("Who won?", "k-1", new Filters(Set.of(7, 999),
        LocalDate.of(1950, 1, 1), LocalDate.of(1950, 12, 31), Set.of("Stalin"), Kind.TELEGRAM,
        Set.of("Jane Smith"), "de"), 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"question\":null}", "{\"question\":\"\"}", "{\"question\":\" \\n\\t\"}",
      "{\"question\":\"half a \\ud83d\"}"})
  void refusesAQuestionThatIsNone(String body) {
    ProblemAssert.assertThatReply(post(body)).isProblem(Problem.INVALID_QUESTION);
    verifyNoInteractions(conversations);
  }

  @Test
  void explainsWhereAsked() {
    given(conversations.ask(any(), any())).willAnswer(call -> {
      call.<AnswerListener>getArgument(1).explained(Samples.explanation());
      return Samples.abstained(call.getArgument(0));
    });

    assertThat(post("{\"question\":\"How much lead?\"}")).bodyJson().doesNotHavePath("$.explanation");
    assertThat(post("{\"question\":\"How much lead?\",\"explain\":true}")).hasStatusOk().bodyJson()
        .extractingPath("$.explanation.understood.wanted").isEqualTo("number");
  }

  @Test
  void refusesAQuestionOfMoreThan2000Characters() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.abstained(call.getArgument(0)));

    assertThat(post("{\"question\":\"" + "x".repeat(2000) + "\"}")).hasStatusOk();
    ProblemAssert.assertThatReply(post("{\"question\":\"" + "x".repeat(2001) + "\"}"))
        .isProblem(Problem.INVALID_QUESTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{\"question\":", "[1]", "\"x\"", "{\"question\":\"x\"} trailing",
      "\u0000"})
  void refusesABodyThatIsNotOneJsonObject(String body) {
    ProblemAssert.assertThatReply(post(body)).isProblem(Problem.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "max_citations":0                                        | max_citations is 1 to 5.
      "max_citations":6                                        | max_citations is 1 to 5.
      "max_citations":2.5                                      | max_citations is not a whole number.
      "max_citations":99999999999                              | max_citations is not a whole number.
      "question":{}                                            | question is not a text.
      "filters":[]                                             | filters is not an object of the fields it takes.
      "filters":{"documents":["x"]}                            | filters.documents[0] is not a whole number.
      "filters":{"documents":[7.5]}                            | filters.documents[0] is not a whole number.
      "filters":{"documents":7}                                | filters.documents is not a list of the values it takes.
      "filters":{"documents":[null]}                           | filters.documents holds a null.
      "filters":{"persons":[""]}                               | filters.persons holds an empty name.
      "filters":{"persons":[" "]}                              | filters.persons holds an empty name.
      "filters":{"date_to":""}                                 | filters.date_to is not a date such as 1950-06-25.
      "filters":{"kind":""}                                    | kind is one of telegram, letter, report, memorandum, note, record, decree, directive, statement, minutes, draft, other.
      "filters":{"authors":[""]}                               | filters.authors holds an empty name.
      "filters":{"authors":[null]}                             | filters.authors holds an empty name.
      "filters":{"authors":"Smith"}                            | filters.authors is not a list of the values it takes.
      "filters":{"language":""}                                | language is an ISO 639 code such as en.
      "filters":{"language":"english"}                         | language is an ISO 639 code such as en.
      "filters":{"persons":[null]}                             | filters.persons holds an empty name.
      "filters":{"date_from":"1950-02-30"}                     | filters.date_from is not a date such as 1950-06-25.
      "filters":{"date_to":"yesterday"}                        | filters.date_to is not a date such as 1950-06-25.
      "filters":{"date_from":"1951-01-01","date_to":"1950-01-01"} | date_to is before date_from.
      "filters":{"kind":"postcard"}                            | kind is one of telegram, letter, report, memorandum, note, record, decree, directive, statement, minutes, draft, other.
      """)
  void refusesAValueThatIsNotUnderstood(String field, String detail) {
    ProblemAssert.assertThatReply(post("{\"question\":\"Who won?\"," + field.strip() + "}"))
        .isProblem(Problem.INVALID_VALUE, detail);
    verifyNoInteractions(conversations);
  }

  @Test
  void refusesMoreNamesAndLongerOnesThanPeopleHave() {
    given(conversations.ask(any(), any())).willAnswer(call -> Samples.abstained(call.getArgument(0)));

    assertThat(post(naming("x".repeat(200), 100))).hasStatusOk();
    ProblemAssert.assertThatReply(post(naming("x ".repeat(1_025), 1))).isProblem(Problem.INVALID_VALUE,
        "filters.persons holds a name of more than 200 characters.");
    ProblemAssert.assertThatReply(post(naming("x", 101))).isProblem(Problem.INVALID_VALUE,
        "filters.persons holds more than 100 names.");
    ProblemAssert.assertThatReply(post(naming("x", 101).replace("persons", "authors")))
        .isProblem(Problem.INVALID_VALUE, "filters.authors holds more than 100 names.");
    ProblemAssert.assertThatReply(post(naming("x".repeat(201), 1).replace("persons", "authors")))
        .isProblem(Problem.INVALID_VALUE, "filters.authors holds a name of more than 200 characters.");
  }

  private static String naming(String name, int times) {
    return "{\"question\":\"Who won?\",\"filters\":{\"persons\":["
        + String.join(",", Collections.nCopies(times, "\"" + name + "\"")) + "]}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "-", "1."})
  void aNumberThatIsTooLongIsNotCalledMalformed(String beginning) {
    ProblemAssert.assertThatReply(post("{\"question\":\"Who won?\",\"max_citations\":" + beginning
        + "9".repeat(5_000) + "}")).isProblem(Problem.INVALID_VALUE);
    ProblemAssert.assertThatReply(post("{\"question\":\"Who won?\",\"other\":" + beginning + "9".repeat(5_000)
        + "}")).isProblem(Problem.INVALID_VALUE);
  }

  @Test
  void anUnknownConversationIsNotFound() {
    given(conversations.ask(any(), any())).willThrow(new UnknownConversationException("k-9"));

    ProblemAssert.assertThatReply(post("{\"question\":\"Who won?\",\"conversation_id\":\"k-9\"}"))
        .isProblem(Problem.UNKNOWN_CONVERSATION);
  }

  @Test
  void anUnknownCollectionIsNotFound() {
    ProblemAssert.assertThatReply(post("{\"question\":\"Who won?\",\"collection\":\"other\"}"))
        .isProblem(Problem.UNKNOWN_COLLECTION);
  }

  @Test
  void tellsHowFarTheIndexIsWhileItIsBeingBuilt() {
    given(conversations.ask(any(), any()))
        .willThrow(new IndexNotReadyException(new IndexState.Building(30, 1200)));

    MvcTestResult result = post("{\"question\":\"Who won?\"}");
    ProblemAssert.assertThatReply(result).isProblem(Problem.INDEX_NOT_READY,
        "The index is being built: 30 of 1200 passages.");
    assertThat(result).hasHeader(HttpHeaders.RETRY_AFTER, "5").bodyJson()
        .isLenientlyEqualTo("{\"state\":\"building\",\"indexed\":30,\"passages\":1200}");
  }

  @Test
  void saysWhyThereIsNoIndexWhenBuildingItFailed() {
    given(conversations.ask(any(), any()))
        .willThrow(new IndexNotReadyException(new IndexState.Failed("No room.")));

    MvcTestResult result = post("{\"question\":\"Who won?\"}");
    ProblemAssert.assertThatReply(result).isProblem(Problem.INDEX_FAILED,
        "The index cannot be opened or built; the program's log says why.");
    assertThat(result.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isNull();
  }

  @Test
  void aFaultOfOursShowsNothingOfTheProgram() {
    given(conversations.ask(any(), any())).willThrow(new IllegalStateException("secret"));

    MvcTestResult result = post("{\"question\":\"Who won?\"}");
    ProblemAssert.assertThatReply(result).isProblem(Problem.INTERNAL_ERROR);
    assertThat(result).bodyText().doesNotContain("secret", "Exception", "org.");
  }

  @Test
  void takesOnlyJsonOfUpTo64KiB() {
    ProblemAssert
        .assertThatReply(mvc.post().uri("/api/v1/answers").contentType(MediaType.TEXT_PLAIN).content("x")
            .exchange())
        .isProblem(Problem.UNSUPPORTED_MEDIA_TYPE);
    ProblemAssert.assertThatReply(mvc.post().uri("/api/v1/answers").content("{}").exchange())
        .isProblem(Problem.UNSUPPORTED_MEDIA_TYPE);
    String padding = " ".repeat(BodyLimitFilter.LIMIT - "{}".length());
    ProblemAssert.assertThatReply(post("{" + padding + "}")).isProblem(Problem.INVALID_QUESTION);
    ProblemAssert.assertThatReply(post("{" + padding + " }")).isProblem(Problem.BODY_TOO_LARGE);
  }

  @Test
  void givesOnlyJson() {
    ProblemAssert.assertThatReply(mvc.post().uri("/api/v1/answers").contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.APPLICATION_XML).content("{}").exchange()).isProblem(Problem.NOT_ACCEPTABLE);
  }

  @Test
  void takesOnlyPosts() {
    MvcTestResult result = mvc.get().uri("/api/v1/answers").exchange();
    ProblemAssert.assertThatReply(result).isProblem(Problem.METHOD_NOT_ALLOWED);
    assertThat(result).hasHeader(HttpHeaders.ALLOW, "POST");
  }

  @Test
  void nothingElseIsThere() {
    MvcTestResult result = mvc.get().uri("/api/v1/nothing").exchange();
    ProblemAssert.assertThatReply(result).isProblem(Problem.NOT_FOUND, "There is nothing at this address.");
    assertThat(result).bodyJson().extractingPath("instance").isEqualTo("/api/v1/nothing");
  }

  private Question asked() {
    ArgumentCaptor<Question> asked = ArgumentCaptor.forClass(Question.class);
    verify(conversations).ask(asked.capture(), any());
    return asked.getValue();
  }

  private MvcTestResult post(String body) {
    return mvc.post().uri("/api/v1/answers").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }
}
