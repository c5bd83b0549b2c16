package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Collection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(DocumentsController.class)
@Import({WebConfiguration.class, FakedRooms.class})
class DocumentsControllerTests {

  @Autowired
  MockMvcTester mvc;

  @TestBean
  Collection collection;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  @Test
  void describesEachDocument() {
    assertThat(get("/api/v1/documents")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
        [{"id":"nkidp-korean-war:7","number":7,"title":"Telegram, Joseph Stalin to Shtykov",
          "date":"1950-01-30","kind":"telegram","from":"Joseph Stalin","to":"Shtykov",
          "archive":"AVPRF, F. 059a, p. 92","length":93},
         {"number":8},{"number":9,"date":"1951-09-15/..","from":null,"to":null}]""");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      date_from=1950-06-01                    | [8, 9]
      date_to=1950-06-01                      | [7]
      date_from=1950-06-26&date_to=1950-06-26 | [8]
      q=                                      | [7, 8, 9]
      kind=telegram                           | [7]
      kind=Cable                              | [7]
      kind=draft                              | []
      person=shtykov                          | [7]
      person=pak heon yeong                   | [8]
      person=Stalin                           | [7, 8]
      person=filippov                         | [7, 8]
      person=Pak, Modzelewski                 | []
      person=Chosen                           | []
      q=lead                                  | [7, 9]
      q=LEAD korea                            | [7]
      q=tons, 25,000                          | [7]
      q=leads                                 | []
      q=front                                 | [9]
      """)
  void listsThoseThatPassTheFilters(String query, String numbers) {
    MvcTestResult result = get("/api/v1/documents?" + query.strip().replace(" ", "%20"));
    assertThat(result).hasStatusOk().bodyJson().extractingPath("$[*].number")
        .hasToString(numbers.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      date_from=1950-02-30                    | date_from is not a date such as 1950-06-25.
      date_to=soon                            | date_to is not a date such as 1950-06-25.
      date_from=1951-01-01&date_to=1950-01-01 | date_to is before date_from.
      kind=postcard | kind is one of telegram, letter, report, memorandum, note, record, decree, directive, statement, minutes, draft, other.
      """)
  void refusesAFilterThatIsNotUnderstood(String query, String detail) {
    assertThatReply(get("/api/v1/documents?" + query.strip())).isProblem(Problem.INVALID_VALUE, detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nkidp-korean-war:7", "7"})
  void showsADocumentByIdOrNumber(String id) {
    assertThat(get("/api/v1/documents/" + id)).hasStatusOk().bodyJson()
        .isStrictlyEqualTo("""
            {"id":"nkidp-korean-war:7","number":7,"title":"Telegram, Joseph Stalin to Shtykov",
             "date":"1950-01-30","kind":"telegram","from":"Joseph Stalin","to":"Shtykov",
             "archive":"AVPRF, F. 059a, p. 92","length":93,"text":"30 January 1950\\n\\n%s","sha256":"%s",
             "source":"AVPRF, F. 059a, p. 92","translator":"A Translator",
             "paragraphs":[{"start":0,"end":93,"role":"body"}],"collection":"nkidp-korean-war"}""".formatted(
            Samples.LEAD,
            Samples.TELEGRAM.sha256()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "0", "-7", "99999999999", "other:7", "nkidp-korean-war:6", "nkidp-korean-war",
      "%00"})
  void anUnknownDocumentIsNotFound(String id) {
    assertThat(get("/api/v1/documents/" + id)).hasStatus(404).bodyJson().extractingPath("type")
        .isEqualTo("urn:reading-room:problem:unknown-document");
  }

  @ParameterizedTest
  @CsvSource({"chicago,text/plain;charset=UTF-8,“Telegram",
      "bibtex,application/x-bibtex;charset=UTF-8,@misc{nkidp",
      "ris,application/x-research-info-systems;charset=UTF-8,TY  - PCOMM",
      "csl-json,application/vnd.citationstyles.csl+json,[{\"id\""})
  void writesAReferenceInEveryForm(String format, String type, String start) {
    assertThat(get("/api/v1/documents/7/reference?format=" + format)).hasStatusOk().hasContentType(type)
        .bodyText().startsWith(start);
    assertThat(get("/api/v1/documents/7/reference?format=" + format + "&start=17&end=93")).hasStatusOk()
        .bodyText().contains(Samples.LEAD);
  }

  @Test
  void aReferenceIsANoteUnlessAnotherFormIsWanted() {
    assertThat(get("/api/v1/documents/nkidp-korean-war:7/reference")).hasStatusOk().bodyText()
        .isEqualTo(
            "“Telegram, Joseph Stalin to Shtykov,” 1950-01-30, AVPRF, F. 059a, p. 92, trans. A Translator, "
                + "document 7 in New Documents and New Histories.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=endnote", "format=", "format=%20", "start=", "start=17", "end=93",
      "start=-1&end=5",
      "start=5&end=5",
      "start=9&end=5", "start=0&end=99999", "start=15&end=17", "start=x&end=5", "start=0&end=99999999999"})
  void refusesAReferenceThatCannotBeWritten(String query) {
    assertThatReply(get("/api/v1/documents/7/reference?" + query))
        .isProblem(Problem.INVALID_VALUE);
  }

  @Test
  void thereIsNoReferenceToADocumentThatIsNotThere() {
    assertThatReply(get("/api/v1/documents/999/reference"))
        .isProblem(Problem.UNKNOWN_DOCUMENT);
  }

  private MvcTestResult get(String uri) {
    return mvc.get().uri(URI.create(uri)).exchange();
  }
}
