package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.readingroom.model.ScriptedServer.breaksOff;
import static org.readingroom.model.ScriptedServer.fails;
import static org.readingroom.model.ScriptedServer.goesOn;
import static org.readingroom.model.ScriptedServer.refuses;
import static org.readingroom.model.ScriptedServer.says;
import static org.readingroom.model.ScriptedServer.saysAtOnce;
import static org.readingroom.model.ScriptedServer.saysByteByByte;
import static org.readingroom.model.ScriptedServer.stalls;
import static org.readingroom.model.ScriptedServer.webPage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.answer.Answer.Answered;
import org.readingroom.answer.ClaimSettings.Unsupported;
import org.readingroom.collection.Document;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.Provider;
import org.readingroom.model.ScriptedServer;
import org.readingroom.model.ScriptedServer.Script;
import org.readingroom.search.Candidate;

/** Whatever a model server does, an answer comes back, and nothing in it was made up. */
class LanguageModelAnswersTests {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TANKS = "We ask for nine regiments of tanks.";
  private static final String TRUE_CLAIM = "Stalin would like to receive 25,000 tons of lead a year from Korea.";
  private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
  private static final Pattern MARKER = Pattern.compile("\\[(\\d+)\\]");

  private static FakeSearch search() {
    return new FakeSearch(List.<Candidate>of(Samples.candidate(Samples.LEAD, Samples.LEAD_WORDS, 3),
        Samples.candidate(Samples.PLANES, TANKS, 2)));
  }

  private static QuestionAnswering.Reply ask(Script script) {
    return ask(Provider.OPENAI, Unsupported.DROP, script);
  }

  private static QuestionAnswering.Reply ask(Provider provider, Unsupported unsupported, Script... scripts) {
    try (ScriptedServer server = new ScriptedServer(provider, scripts);
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      Heard heard = new Heard();
      QuestionAnswering.Reply reply = Samples.answering(model, search(), unsupported)
          .answer(Question.of("How much lead?"), List.of(), heard);
      assertThat(heard.words).hasToString(reply.answer().text());
      isFaithful(reply.answer(), Samples.LEAD, Samples.PLANES);
      return reply;
    }
  }

  /** Writes down what it hears. */
  private static final class Heard implements AnswerListener {

    private final StringBuilder words = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();

    @Override
    public void wrote(String more) {
      words.append(more);
      pieces.add(more);
    }

    @Override
    public void cited(Citation citation) {
      assertThat(citation.answerSpan().end()).isEqualTo(words.length());
    }
  }

  /** Checks that every quotation is verbatim, every marker has a citation, and nothing else looks quoted. */
  private static void isFaithful(Answer answer, Document... documents) {
    List<Citation> citations = answer instanceof Answered answered ? answered.citations() : List.of();
    for (Citation citation : citations) {
      assertThat(citation.quote().span().of(citation.quote().document().text()))
          .isEqualTo(citation.quote().text());
      assertThat(documents).contains(citation.quote().document());
    }
    Matcher quoted = QUOTED.matcher(answer.text());
    while (quoted.find()) {
      assertThat(Stream.of(documents)).anyMatch(document -> document.text().contains(quoted.group(1)));
    }
    assertThat(answer.text().replaceAll("“[^”]*”", "")).doesNotContain("\"", "“", "”", "«", "„");
    Matcher marker = MARKER.matcher(answer.text());
    while (marker.find()) {
      assertThat(Integer.parseInt(marker.group(1))).isBetween(1, citations.size());
    }
  }

  private static void isExtractive(QuestionAnswering.Reply reply) {
    assertThat(reply.model()).isEqualTo("extractive");
    assertThat(reply.answer().text()).contains("“" + Samples.LEAD_WORDS + "” [1]");
  }

  private static String claims(String text, int... evidence) {
    StringBuilder numbers = new StringBuilder();
    for (int number : evidence) {
      numbers.append(numbers.isEmpty() ? "" : ",").append(number);
    }
    return "{\"claims\":[{\"text\":\"" + text.replace("\"", "\\\"") + "\",\"evidence\":[" + numbers + "]}]}";
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "OLLAMA"})
  void aSupportedClaimIsShownWithTheSpanThatOurCodeChose(Provider provider) {
    for (Script script : List.of(says(claims(TRUE_CLAIM, 1)), saysByteByByte(TRUE_CLAIM + " [1]"),
        saysAtOnce("```json\n" + claims(TRUE_CLAIM, 1) + "\n```"), says(TRUE_CLAIM + " [1][17]"),
        says(TRUE_CLAIM))) {
      QuestionAnswering.Reply reply = ask(provider, Unsupported.DROP, script);
      assertThat(reply.model()).isEqualTo("tiny");
      assertThat(reply.degraded()).isNull();
      assertThat(reply.answer().text()).isEqualTo(TRUE_CLAIM + " [1]");
      assertThat(((Answered) reply.answer()).citations()).singleElement()
          .satisfies(citation -> assertThat(citation.quote().text()).isEqualTo(Samples.LEAD_WORDS));
    }
  }

  @Test
  void whatIsReadAsTheAnswerIsQuotedBesideClaimsThatRestOnSomethingElse() {
    String claim = "Mao will pay for all of it.";
    Candidate best = Samples.candidate(Samples.LEAD, Samples.LEAD_WORDS, 3);
    Candidate next = Samples.candidate(Samples.PLANES, TANKS, 2);
    assertThat(besides(claim, 0.5, best, next)).isEqualTo(claim + " [1]\n\n"
        + "Joseph Stalin to Shtykov, telegram, 30 January 1950: “" + Samples.LEAD_WORDS + "” [2]");
    assertThat(besides(TRUE_CLAIM, 0.5, best)).as("it is cited already").isEqualTo(TRUE_CLAIM + " [1]");
    assertThat(besides(claim, 0.99, best, next)).as("it may be no answer").isEqualTo(claim + " [1]");
  }

  private static String besides(String claim, double sure, Candidate... candidates) {
    FakeSearch search = new FakeSearch(List.of(candidates));
    int evidence = claim.equals(TRUE_CLAIM) ? 1 : 2;
    Answer answer = Samples.answering(new ScriptedChatModel(claims(claim, evidence)), "tiny",
        Samples.extractive(sure), search, Unsupported.DROP)
        .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE).answer();
    isFaithful(answer, Samples.LEAD, Samples.PLANES);
    return answer.text();
  }

  @Test
  void aQuotationInAClaimIsTheDocumentsOwnWords() {
    QuestionAnswering.Reply reply = ask(
        says(claims("Stalin wrote: \"a  yearly minimum of 25,000 TONS of lead,\" to Shtykov.", 1)));
    assertThat(reply.answer().text())
        .isEqualTo("Stalin wrote: “a yearly minimum of 25,000 tons of lead” to Shtykov. [1]");
    assertThat(((Answered) reply.answer()).citations().getFirst().quote().text())
        .isEqualTo("a yearly minimum of 25,000 tons of lead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ʺ%sʺ", "⹂%s⹂", "‹%s›", "''%s''", ",,%s’’", "&#8220;%s&#8221;", "«%s»", "‘%s’",
      "'%s'", "”%s”", "„%s“", "「%s」", "&ldquo;%s&rdquo;", "<q>%s</q>",
      "``%s''"})
  void aQuotationIsOneInWhateverMarks(String marks) {
    QuestionAnswering.Reply reply = ask(
        says("Stalin’s letter asks for " + marks.formatted("25,000 tons of lead")
            + " from Korea’s mines. [1]"));
    assertThat(reply.answer().text())
        .isEqualTo("Stalin’s letter asks for “25,000 tons of lead” from Korea’s mines. [1] [2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stalin asked for “a ‘yearly minimum’ of 25,000 tons of lead”. [1]",
      "Stalin asked for ‘a “yearly minimum” of 25,000 tons of lead’. [1]"})
  void marksWithinAQuotationAreTheModels(String output) {
    assertThat(ask(says(output)).answer().text())
        .isEqualTo("Stalin asked for “a yearly minimum of 25,000 tons of lead”. [1]");
  }

  @Test
  void quotationsOfTwoDocumentsSupportAClaimTogether() {
    QuestionAnswering.Reply reply = ask(
        says("Stalin asked for “25,000 tons of lead” and Mao for “nine regiments of tanks”. [1][2]"));
    assertThat(reply.answer().text()).endsWith("“nine regiments of tanks”. [1] [2]");
    assertThat(((Answered) reply.answer()).citations()).hasSize(2);
  }

  @Test
  void aTitleIsNoQuotation() {
    assertThat(ask(says("In the “Telegram, Joseph Stalin to Shtykov” 25,000 tons of lead are asked for. [1]"))
        .answer().text())
        .isEqualTo("In the Telegram, Joseph Stalin to Shtykov 25,000 tons of lead are asked for. [1]");
  }

  @Test
  void aModelThatGoesOnAndOnIsNotHeardToTheEnd() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      many.append("Mao sank ").append(i).append(" ships. [1] ");
    }
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, says(many.toString()));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      AtomicInteger judged = new AtomicInteger();
      QuestionAnswering.Reply reply = Samples.answering(model, search(), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), new AnswerListener() {

            @Override
            public void judged(ModelTrace trace) {
              judged.set(trace.claims());
            }
          });
      isExtractive(reply);
      assertThat(judged.get()).isBetween(10, 100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"claims\":[{\"text\":\"", "{\"claims\":[ ", ""})
  void aModelThatRepeatsItselfInOneClaimIsNotWaitedFor(String beginning) {
    String endless = beginning + (beginning.endsWith(" ") ? " \n" : "Mao sank ships and ").repeat(1_200);
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, ScriptedServer.stalls(endless));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      isExtractive(Samples.answering(model, search(), Unsupported.DROP).answer(Question.of("How much lead?"),
          List.of(), AnswerListener.NONE));
      assertThat(server.hungUp).as("the call is cancelled").satisfies(hungUp -> assertThat(
          hungUp.await(20, TimeUnit.SECONDS)).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"reasoning\":\"LONG\",\"claims\":[{\"text\":\"TRUE\",\"evidence\":[1]}]}",
      "{\"claims\":[{\"evidence\":[{\"id\":1,\"reason\":\"LONG\"}],\"text\":\"TRUE\"}]}",
      "<think>LONG</think>TRUE [1]"})
  void aModelThatTakesLongToItsFirstClaimIsHeard(String form) {
    StringBuilder thoughts = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      thoughts.append("Sentence ").append(i * 7).append(" may matter here; ");
    }
    QuestionAnswering.Reply reply = ask(says(form.replace("LONG", thoughts).replace("TRUE", TRUE_CLAIM)));

    assertThat(reply.answer().text()).contains(TRUE_CLAIM);
  }

  static Stream<String> lies() {
    return Stream.of("Stalin would like to receive 52,000 tons of lead a year from Korea. [1]",
        "Mao would like to receive 25,000 tons of lead a year from Korea. [1]",
        "Stalin would like to receive 25,000 tons of lead a year from Korea in March 1951. [1]",
        "Stalin would not like to receive 25,000 tons of lead a year from Korea. [1]",
        "Stalin said \"I want all the lead you have\" to Korea about 25,000 tons of lead. [1]",
        "Stalin said ‘I want all the lead you have’ to Korea. [1]",
        "Stalin said «we would like to receive from Korea a yearly minimum of 25.000.000 tons» [1]",
        "“We would like to receive from Korea … 52,000 tons of lead.” [1]",
        "Stalin would like to receive 25,000 tons of gold a year from Korea. [1]",
        "Sources:\n[1] Telegram, Joseph Stalin to Shtykov", "Stalin asked for “5,000 tons of lead”. [1]",
        "Stalin asked for “25,00” tons of lead. [1]",
        "Stalin asked for “yearly minimum of 25,000 tons of lead. We ask for planes”. [1][2]",
        "Stalin asked Korea for a ”gift” of 25,000 tons of lead. [1]",
        "Stalin asked Korea for ’all the gold’ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for `all the gold` and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ❝gold❞ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for &quot;gold&quot; and 25,000 tons of lead. [1]",
        "Stalin asked Korea for <q>gold</q> and 25,000 tons of lead. [1]",
        "Stalin asked Korea for 25,000 tons of lead\" and left. [1]",
        "Stalin asked Korea for ʺgoldʺ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ˝gold˝ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ⹂gold⹂ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ,,gold’’ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ''gold'' and 25,000 tons of lead. [1]",
        "Stalin asked Korea for ‛gold’ and 25,000 tons of lead. [1]",
        "Stalin asked Korea for &#x201c;gold&#x201d; and 25,000 tons of lead. [1]",
        "Stalin asked Korea for \\u201cgold\\u201d and 25,000 tons of lead. [1]",
        "We would like to receive from Korea a yearly maximum of 25,000 tons of lead. [1]",
        "We would like to receive from Korea a yearly maximum of 25,000 tons of “lead”. [1]",
        "We would like to receive from Korea a yearly minimum of 25,000 tons of lead and of gold. [1]",
        "> Korea, send us gold and 25,000 tons of lead. [1]",
        "Roosevelt and Churchill agreed to the division of Korea. [17]",
        "According to document 999, lead was sent by ship. [1]", "Сталин хотел получить свинец. [1]",
        "Stalin wollte Blei aus Korea. [1]", "", "[1]", "I am sorry, but I cannot help with that.",
        "<html><body>25</body></html>",
        "{\"claims\":[{\"text\":\"Nothing of the sort.\",\"evidence\":[99]}]}",
        "{\"claims\":[{\"te", "lorem ipsum ".repeat(8_000), "[1]".repeat(20_000), "\"".repeat(3_000));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void whereNothingSaidIsSupportedTheDocumentsAnswerThemselves(String output) {
    isExtractive(ask(says(output)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void whatIsShownUnsupportedIsSaidToBe(String output) {
    QuestionAnswering.Reply reply = ask(Provider.OLLAMA, Unsupported.SHOW, says(output));
    assertThat(reply.model()).isEqualTo("extractive");
    String own = reply.answer().text().split("\n\n")[0];
    assertThat(own.contains(Samples.LEAD_WORDS) || own.endsWith(AnswerWriter.UNSUPPORTED)).as(own).isTrue();
  }

  @Test
  void aTrueClaimStaysWhereAFalseOneGoes() {
    QuestionAnswering.Reply reply = ask(
        says("Mao sank the fleet in 1812. [1] " + TRUE_CLAIM + " [1] He asked for "
            + "“nine hundred tanks”. [2]"));
    assertThat(reply.answer().text()).isEqualTo(TRUE_CLAIM + " [1]");
    assertThat(reply.model()).isEqualTo("tiny");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO ANSWER", "{\"claims\":[]}",
      "The evidence does not say how much lead Stalin wanted.",
      "{\"claims\":[{\"text\":\"The evidence does not answer the question.\",\"evidence\":[]}]}"})
  void aModelMayDenyWhatIsInDoubt(String output) {
    assertThat(ask(says(output)).answer().text()).contains(Samples.LEAD_WORDS);
    isExtractive(ask(says(output)));
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, says(output));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      QuestionAnswering.Reply reply = Samples
          .answering(model, Samples.extractive(0.9), search(), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE);
      assertThat(reply.answer()).isInstanceOf(Answer.Abstained.class);
      assertThat(reply.model()).isEqualTo("tiny");
    }
  }

  @Test
  void aModelIsNotAskedWhereNothingAnswers() {
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, says(TRUE_CLAIM + " [1]"));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      QuestionAnswering.Reply reply = Samples.answering(model, new FakeSearch(Samples.LEAD), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE);
      assertThat(reply.answer()).isInstanceOf(Answer.Abstained.class);
      assertThat(server.requests).isEmpty();
    }
  }

  static Stream<Script> faults() {
    return Stream.of(fails(401), fails(404), fails(429), fails(429, "Retry-After", "3600"), fails(500),
        webPage(200),
        webPage(502), breaksOff("", true), breaksOff("", false),
        breaksOff("{\"claims\":[{\"text\":\"Sta", true));
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,json_schema", "OLLAMA,format", "ANTHROPIC,output_config", "GEMINI,responseSchema"})
  void anAnswerHasItsCitationsWhoeverWritesIt(Provider provider, String schema) {
    try (ScriptedServer server = new ScriptedServer(provider, says(claims(TRUE_CLAIM, 1)));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      QuestionAnswering.Reply reply = Samples.answering(model, search(), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE);
      assertThat(reply.model()).isEqualTo("tiny");
      assertThat(reply.degraded()).isNull();
      assertThat(reply.answer().text()).isEqualTo(TRUE_CLAIM + " [1]");
      isFaithful(reply.answer(), Samples.LEAD, Samples.PLANES);
      assertThat(((Answered) reply.answer()).citations()).singleElement()
          .satisfies(citation -> assertThat(citation.quote().document()).isEqualTo(Samples.LEAD));
      assertThat(server.requests).singleElement().asString().contains("\"" + schema + "\"", "How much lead?",
          Samples.LEAD_WORDS);
    }
  }

  @ParameterizedTest
  @CsvSource({"401,authentication_error,does not accept the API key",
      "402,billing_error,has no quota or credit left for the API key",
      "529,overloaded_error,is overloaded at the moment",
      "413,request_too_large,cannot take so long a prompt"})
  void whatAVendorRefusesIsSaidInOneSentence(int status, String type, String says) {
    QuestionAnswering.Reply reply = ask(Provider.ANTHROPIC, Unsupported.DROP, refuses(status,
        "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"sk-very-secret\"}}"));
    isExtractive(reply);
    assertThat(reply.degraded()).isEqualTo("The language model " + says
        + ". The answer is made of the documents’ own sentences instead.");
  }

  @Test
  void whatAModelSaidBeforeItDeclinedIsKeptWhereItIsSupported() {
    String declined = "data: {\"candidates\":[{\"finishReason\":\"SAFETY\",\"index\":0}]}\n\n";
    QuestionAnswering.Reply reply = ask(Provider.GEMINI, Unsupported.DROP,
        goesOn(TRUE_CLAIM + " [1] And then he", declined));
    assertThat(reply.answer().text()).isEqualTo(TRUE_CLAIM + " [1]");
    assertThat(reply.degraded())
        .isEqualTo("The language model declined to answer. The answer is what it had said until then.");
    QuestionAnswering.Reply nothing = ask(Provider.GEMINI, Unsupported.DROP, goesOn("", declined));
    isExtractive(nothing);
    assertThat(nothing.degraded()).startsWith("The language model declined to answer.");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsNamedAndTheDocumentsAnswerThemselves(Script fault) {
    for (Provider provider : List.of(Provider.OPENAI, Provider.OLLAMA, Provider.ANTHROPIC, Provider.GEMINI)) {
      QuestionAnswering.Reply reply = ask(provider, Unsupported.DROP, fault);
      isExtractive(reply);
      assertThat(reply.degraded()).startsWith("The language model ").endsWith("sentences instead.")
          .doesNotContain("secret");
    }
  }

  @Test
  void aStreamThatDiesHalfWayKeepsWhatWasSupported() {
    QuestionAnswering.Reply reply = ask(breaksOff(TRUE_CLAIM + " [1] And then he", true));
    assertThat(reply.answer().text()).isEqualTo(TRUE_CLAIM + " [1]");
    assertThat(reply.model()).isEqualTo("tiny");
    assertThat(reply.degraded()).isEqualTo(
        "The language model broke off. The answer is what it had said until then.");
  }

  @Test
  void aModelThatStallsIsNotWaitedForBeyondTheTimeout() {
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, stalls("Well, "));
        LanguageModel model = new LanguageModel(server.settings(Duration.ofMillis(500)))) {
      QuestionAnswering.Reply reply = Samples.answering(model, search(), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE);
      isExtractive(reply);
      assertThat(reply.degraded()).startsWith("The language model did not answer in time.");
    }
  }

  @Test
  void citationsComeAsSoonAsTheirClaimIsComplete() {
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, stalls(TRUE_CLAIM + " [1] Mao"));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      List<Integer> cited = new ArrayList<>();
      AnswerListener leaves = new AnswerListener() {

        @Override
        public void cited(Citation citation) {
          cited.add(citation.marker());
        }

        @Override
        public boolean isCancelled() {
          return !cited.isEmpty();
        }
      };
      assertThatThrownBy(() -> Samples.answering(model, search(), Unsupported.DROP)
          .answer(Question.of("How much lead?"), List.of(), leaves))
          .isInstanceOf(AnswerCancelledException.class);
      assertThat(cited).containsExactly(1);
      assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void wordsComeAsTheModelWritesThemWhereUnsupportedOnesAreShown() {
    try (ScriptedServer server = new ScriptedServer(Provider.OLLAMA,
        stalls("Mao sank it. [1] Stalin would like to receive 25,000 "));
        LanguageModel model = new LanguageModel(server.settings(Duration.ofSeconds(3)))) {
      Heard heard = new Heard();
      QuestionAnswering.Reply reply = Samples.answering(model, search(), Unsupported.SHOW)
          .answer(Question.of("How much lead?"), List.of(), heard);
      assertThat(heard.pieces).element(1).asString().startsWith(" Stalin would like");
      assertThat(heard.words).hasToString(reply.answer().text());
      assertThat(reply.answer().text()).startsWith(
          "Mao sank it. [unsupported] Stalin would like to receive 25,000 [");
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,json_schema", "ANTHROPIC,output_config", "GEMINI,responseSchema"})
  void aServerWithoutSchemasIsAskedForMarkersFromThenOn(Provider provider, String schema) {
    try (ScriptedServer server = new ScriptedServer(provider, fails(400), says(TRUE_CLAIM + " [1]"));
        LanguageModel model = new LanguageModel(server.settings(LONG))) {
      QuestionAnswering answering = Samples.answering(model, search(), Unsupported.DROP);
      for (int i = 0; i < 2; i++) {
        assertThat(
            answering.answer(Question.of("How much lead?"), List.of(), AnswerListener.NONE)
                .answer().text())
            .isEqualTo(TRUE_CLAIM + " [1]");
      }
      assertThat(server.requests).hasSize(3);
      assertThat(server.requests.get(0)).contains(schema).doesNotContain("NO ANSWER");
      assertThat(server.requests.subList(1, 3)).allSatisfy(
          request -> assertThat(request).doesNotContain(schema).contains("NO ANSWER"));
    }
  }

  @Test
  void followUpsAreRewrittenByTheModelAndByRulesWhereItFails() {
    String first = "How much lead did Stalin want from Korea?";
    for (var expected : java.util.Map
        .of(says("How many tanks did Stalin want?"), "How many tanks did Stalin want?",
            says("How many tanks did Roosevelt want from Churchill?"), first + " And tanks?", says(""),
            first + " And tanks?", fails(404), first + " And tanks?")
        .entrySet()) {
      try (ScriptedServer server = new ScriptedServer(Provider.OLLAMA, says(claims(TRUE_CLAIM, 1)),
          expected.getKey(), says(claims(TRUE_CLAIM, 1)));
          LanguageModel model = new LanguageModel(server.settings(LONG))) {
        FakeSearch search = search();
        QuestionAnswering answering = Samples.answering(model, search, Unsupported.DROP);
        Exchange earlier = new Exchange(first,
            answering.answer(Question.of(first), List.of(), AnswerListener.NONE).answer());
        answering.answer(Question.of("And tanks?"), List.of(earlier), AnswerListener.NONE);
        assertThat(search.queries).last().isEqualTo(expected.getValue());
        assertThat(server.requests.get(1)).contains("Question: " + first).contains(TRUE_CLAIM);
        assertThat(server.requests.get(2)).contains("How much lead did Stalin want").contains(TRUE_CLAIM);
      }
    }
  }

  /** A model that mixes truth, misquotation and invention at random never gets a false word through as a quotation. */
  @Test
  void fidelityIsCompleteWhateverAModelMisquotes() {
    Random random = new Random(1950);
    List<String> parts = List.of("Stalin", "Mao", "Kim", "would like to receive", "asked for",
        "25,000 tons of lead",
        "52,000 tons of lead", "nine regiments of tanks", "“a yearly minimum of 25,000 tons of lead”",
        "\"nine regiments of ships\"", "“We ask for planes.”", "from Korea", "in 1950", "in 1949", ".",
        ". [1]",
        ". [2]", " [17].", "\n", "‘the planes are ours’", "not", "«We will pay for all of it»");
    int answeredByModel = 0;
    try (ScriptedServer server = new ScriptedServer(Provider.OPENAI, (exchange, s) -> {
      StringBuilder output = new StringBuilder();
      synchronized (random) {
        for (int i = 0; i < 30; i++) {
          output.append(parts.get(random.nextInt(parts.size()))).append(' ');
        }
      }
      says(output.toString()).play(exchange, s);
    }); LanguageModel model = new LanguageModel(server.settings(LONG))) {
      QuestionAnswering answering = Samples.answering(model, search(), Unsupported.DROP);
      for (int i = 0; i < 200; i++) {
        QuestionAnswering.Reply reply = answering.answer(Question.of("How much lead?"), List.of(),
            AnswerListener.NONE);
        isFaithful(reply.answer(), Samples.LEAD, Samples.PLANES);
        assertThat(reply.answer().text()).doesNotContain("52,000", "ships", "planes are ours", "1949");
        answeredByModel += reply.model().equals("tiny") ? 1 : 0;
      }
    }
    assertThat(answeredByModel).isBetween(20, 200);
  }
}
