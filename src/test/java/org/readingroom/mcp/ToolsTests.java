package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.readingroom.answer.Question;
import org.readingroom.collection.Kind;
import org.readingroom.conversation.ConversationsUnavailableException;
import org.readingroom.index.IndexException;
import org.readingroom.library.LibraryException;
import org.readingroom.reply.Unavailable;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.JsonNode;

class ToolsTests {

  private final Library library = new Library();

  @Test
  void searchHasTheShapeThatConnectorsRequire() {
    given(library.search.search(any(), any(), anyInt()))
        .willReturn(List.of(Library.passage(Library.TELEGRAM), Library.passage(Library.TELEGRAM)));

    JsonNode result = library.call("search", "{\"query\":\"lead\"}");

    assertThat(result.at("/structuredContent")).isEqualTo(Library.JSON.readTree("""
        {"results":[{"id":"papers:7","title":"Telegram 7, 30 January 1950",
         "url":"http://room.example/#/documents/7"}]}"""));
    assertTextIsTheSame(result);
  }

  @Test
  void fetchHasTheShapeThatConnectorsRequire() {
    JsonNode result = library.call("fetch", "{\"id\":\"papers:7\"}");

    JsonNode fetched = result.at("/structuredContent");
    assertThat(fetched.propertyNames()).containsExactly("id", "title", "text", "url", "metadata");
    assertThat(fetched.at("/text").stringValue()).isEqualTo(Library.TELEGRAM.text());
    assertThat(fetched.at("/metadata")).isEqualTo(Library.JSON.readTree("""
        {"number":"7","date":"1950-01-30","kind":"telegram","from":"Joseph Stalin","archive":"AVPRF, p. 92",
         "reference":"“Telegram 7,” 30 January 1950, AVPRF, p. 92, document 7 in Papers.","sha256":"%s"}"""
        .formatted(Library.TELEGRAM.sha256())));
    assertTextIsTheSame(result);
  }

  @Test
  void askAnswersWithTheCitationsOfTheApiAndKeepsNothing() {
    given(library.conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Library.answered(call.getArgument(0)));

    JsonNode answer = library.call("ask", """
        {"question":" How much lead? ","max_citations":2,"earlier_questions":["What did he want?"],
         "filters":{"documents":[7],"date_from":"1950-01-01","date_to":"1950-12-31","persons":["Stalin"],
          "kind":"telegram","authors":["Stalin"],"language":"RU"}}""").at("/structuredContent");

    ArgumentCaptor<Question> asked = ArgumentCaptor.forClass(Question.class);
    verify(library.conversations).askOnce(asked.capture(), eq(List.of("What did he want?")), any());
    assertThat(asked.getValue()).isEqualTo(new Question("How much lead?", null, new Filters(Set.of(7),
        LocalDate.of(1950, 1, 1), LocalDate.of(1950, 12, 31), Set.of("Stalin"), Kind.TELEGRAM,
        Set.of("Stalin"), "ru"), 2));
    assertThat(answer.has("conversation_id")).isFalse();
    assertThat(answer.at("/status").stringValue()).isEqualTo("answered");
    JsonNode citation = answer.at("/citations/0");
    assertThat(citation.at("/cited_text").stringValue()).isEqualTo(Library.LEAD)
        .isEqualTo(Library.TELEGRAM.text().substring(citation.at("/start_char_index").intValue(),
            citation.at("/end_char_index").intValue()));
  }

  @Test
  void notToAnswerIsNoError() {
    given(library.conversations.askOnce(any(), any(), any()))
        .willAnswer(call -> Library.abstained(call.getArgument(0)));

    JsonNode result = library.call("ask", "{\"question\":\"Who won?\"}");

    assertThat(result.at("/isError").booleanValue()).isFalse();
    assertThat(result.at("/structuredContent/status").stringValue()).isEqualTo("abstained");
    assertThat(result.at("/structuredContent/related/0/id").stringValue()).isEqualTo("papers:7");
  }

  @Test
  void verifyFindsWordsDespiteTypography() {
    JsonNode found = library.call("verify", "{\"quote\":\"“a yearly mini-\\nmum of 25,000 tons”\"}")
        .at("/structuredContent");

    assertThat(found.at("/status").stringValue()).isEqualTo("exact");
    assertThat(found.at("/matches/0/cited_text").stringValue()).isEqualTo("a yearly minimum of 25,000 tons");
  }

  @Test
  void readsAPartWithoutCuttingCharacters() {
    int smiley = Library.TELEGRAM.text().indexOf("\ud83d");
    JsonNode part = library.call("read_document", "{\"id\":\"7\",\"start\":%d,\"end\":%d}"
        .formatted(smiley + 1, Integer.MAX_VALUE / 200_000)).at("/structuredContent");

    assertThat(part.at("/start_char_index").intValue()).isEqualTo(smiley);
    assertThat(part.at("/end_char_index").intValue()).isEqualTo(part.at("/length").intValue());
    assertThat(part.at("/text").stringValue()).isEqualTo(Library.TELEGRAM.text().substring(smiley));
  }

  @Test
  void citesWords() {
    JsonNode cited = library.call("cite", "{\"id\":\"papers:7\",\"start\":17,\"end\":24}")
        .at("/structuredContent");

    assertThat(cited.at("/cited_text").stringValue()).isEqualTo("We woul");
    assertThat(cited.at("/reference").stringValue()).startsWith("“We woul” “Telegram 7,” 30 January 1950");
    assertThat(
        library.call("cite", "{\"id\":\"7\",\"format\":\"csl-json\"}").at("/structuredContent/reference")
            .stringValue())
        .startsWith("[");
  }

  @Test
  void listsCollectionsWithTheirState() {
    given(library.index.state()).willReturn(new IndexState.Building(3, 40));

    JsonNode collection = library.call("list_collections", "{}").at("/structuredContent/collections/0");
    assertThat(collection.at("/id").stringValue()).isEqualTo("papers");
    assertThat(collection.at("/documents").intValue()).isEqualTo(120);
    assertThat(collection.at("/passages").intValue()).isEqualTo(40);
    assertThat(collection.at("/indexed").intValue()).isEqualTo(3);
    assertThat(collection.at("/state").stringValue()).isEqualTo("indexing");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "fetch | {} | id is missing.", "fetch | {\"id\":7} | id is a text.",
      "fetch | {\"id\":\"999\"} | There is no document of that id.",
      "fetch | {\"id\":\"papers:7\\u0000\"} | There is no document of that id.",
      "fetch | {\"id\":\"\\ud800x\"} | id holds half a character.",
      "search | {\"query\":\"\\u200b \"} | query is empty.", "search | {\"query\":null} | query is missing.",
      "search | {\"query\":[\"a\"]} | query is a text.",
      "find_passages | {\"query\":\"a\",\"k\":0} | k is a whole number from 1 to 50.",
      "find_passages | {\"query\":\"a\",\"k\":99999999999999999999} | k is a whole number from 1 to 50.",
      "find_passages | {\"query\":\"a\",\"k\":1.5} | k is a whole number from 1 to 50.",
      "ask | {\"question\":\"a\",\"collection\":\"x\"} | There is no collection “x”.",
      "ask | {\"question\":\"a\",\"filters\":[]} | filters is an object.",
      "ask | {\"question\":\"a\",\"filters\":{\"kind\":\"poem\"}} | filters.kind is one of telegram,",
      "ask | {\"question\":\"a\",\"filters\":{\"date_from\":\"May\"}} | filters.date_from is a date such as",
      "ask | {\"question\":\"a\",\"filters\":{\"date_from\":\"1951-01-01\",\"date_to\":\"1950-01-01\"}} | date_to is before date_from.",
      "ask | {\"question\":\"a\",\"filters\":{\"documents\":[1,\"2\"]}} | filters.documents[1] is a whole number",
      "ask | {\"question\":\"a\",\"filters\":{\"person\":\"Mao\"}} | There is no argument filters.person; there are filters.documents,",
      "read_document | {\"id\":\"7\",\"start\":5000} | start is before 105, the length of the document.",
      "read_document | {\"id\":\"7\",\"end\":2147483647} | end is after start, and at most 20000 after it.",
      "read_document | {\"id\":\"7\",\"start\":9,\"end\":9} | end is after start, and at most 20000 after it.",
      "cite | {\"id\":\"7\",\"format\":\"apa\"} | format is one of chicago, bibtex, ris, csl-json.",
      "cite | {\"id\":\"7\",\"start\":1} | A quotation needs both start and end.",
      "cite | {\"id\":\"7\",\"start\":1,\"end\":900} | start and end mark no quotation",
      "verify | {\"quote\":\"…\"} | The quotation has no words.",
      "verify | [1] | The arguments of a tool are an object."})
  void whatMakesNoSenseIsAResultThatSaysSo(String tool, String arguments, String sentence) {
    JsonNode result = library.call(tool, arguments);

    assertThat(result.at("/isError").booleanValue()).isTrue();
    assertThat(result.at("/content/0/text").stringValue()).startsWith(sentence).doesNotContain("Exception",
        "\n");
    assertThat(result.has("structuredContent")).isFalse();
  }

  @Test
  void textsThatAreTooLongAreRefusedByTheirLength() {
    assertThat(error("ask", "{\"question\":\"%s\"}".formatted("a".repeat(2_001))))
        .isEqualTo("question has 2001 characters; at most 2000 are read.");
    assertThat(error("verify", "{\"quote\":\"%s\"}".formatted("a ".repeat(4_000))))
        .isEqualTo("quote has 8000 characters; at most 5000 are read.");
    assertThat(error("fetch", "{\"id\":\"7\",\"%s\":1}".formatted("\\u001bx".repeat(500))))
        .startsWith("There is no argument ?x?x").endsWith("…; there are id.");
  }

  @Test
  void aFaultOfThisProgramIsNotExplained() {
    given(library.search.search(any(), any(), anyInt())).willThrow(new IllegalStateException("secret"));

    assertThat(error("search", "{\"query\":\"lead\"}"))
        .isEqualTo("The request failed for a reason that lies with the server.");
  }

  @Test
  void whatCannotBeUsedForAWhileIsSaidAsOverHttp() {
    given(library.search.search(any(), any(), anyInt())).willThrow(mock(LibraryException.class),
        new DataAccessResourceFailureException("secret"), new TransactionSystemException("secret"),
        new IndexException("secret"), mock(ConversationsUnavailableException.class));

    assertThat(Stream.generate(() -> error("search", "{\"query\":\"lead\"}")).limit(5)).containsExactly(
        Unavailable.LIBRARY, Unavailable.LIBRARY, Unavailable.LIBRARY, Unavailable.INDEX,
        Unavailable.CONVERSATIONS);
  }

  @Test
  void anIndexThatIsNotReadyIsAResultThatSaysSo() {
    given(library.search.search(any(), any(), anyInt()))
        .willThrow(new IndexNotReadyException(new IndexState.Building(3, 40)));

    assertThat(error("search", "{\"query\":\"lead\"}"))
        .isEqualTo("The index is being built: 3 of 40 passages.");
  }

  @Test
  void whyAnIndexFailedIsNotTold() {
    given(library.search.search(any(), any(), anyInt()))
        .willThrow(new IndexNotReadyException(new IndexState.Failed("No room in /home/ann.")));

    assertThat(error("search", "{\"query\":\"lead\"}"))
        .isEqualTo("The index cannot be opened or built; the program's log says why.");
  }

  @Test
  void everyToolSaysThatItOnlyReadsAndWhatItTakesAndReturns() {
    JsonNode tools = library.send("tools/list", "{}").at("/result/tools");

    assertThat(tools).extracting(tool -> tool.get("name").stringValue()).containsExactly("ask", "search",
        "fetch", "verify", "find_passages", "read_document", "cite", "list_collections");
    assertThat(tools).allSatisfy(tool -> {
      assertThat(tool.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(tool.at("/annotations/openWorldHint").booleanValue()).isFalse();
      assertThat(tool.at("/inputSchema/type").stringValue()).isEqualTo("object");
      assertThat(tool.at("/inputSchema/additionalProperties").booleanValue()).isFalse();
      assertThat(tool.at("/outputSchema/type").stringValue()).isEqualTo("object");
    });
  }

  private String error(String tool, String arguments) {
    JsonNode result = library.call(tool, arguments);
    assertThat(result.at("/isError").booleanValue()).isTrue();
    return result.at("/content/0/text").stringValue();
  }

  private static void assertTextIsTheSame(JsonNode result) {
    assertThat(result.at("/content")).hasSize(1);
    assertThat(Library.JSON.readTree(result.at("/content/0/text").stringValue()))
        .isEqualTo(result.at("/structuredContent"));
  }
}
