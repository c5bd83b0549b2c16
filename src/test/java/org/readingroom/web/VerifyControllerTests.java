package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.collection.Collection;
import org.readingroom.passage.Span;
import org.readingroom.quotation.QuotationFinder;
import org.readingroom.search.Likeness;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(VerifyController.class)
@Import({WebConfiguration.class, FakedRooms.class})
class VerifyControllerTests {

  @Autowired
  MockMvcTester mvc;

  @TestBean
  Collection collection;

  @TestBean
  QuotationFinder finder;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  static QuotationFinder finder() {
    return new QuotationFinder(Samples.COLLECTION, words -> words.startsWith("Gold")
        ? Optional.of(new Likeness(Samples.REPORT, new Span(0, Samples.REPORT.text().length()), 0.8))
        : Optional.empty(), words -> List.of());
  }

  @Test
  void tellsWhereAnExactQuotationStands() {
    assertThat(post("{\"quote\":\"“a yearly mini-\\nmum of 25,000  tons”\"}")).hasStatusOk().bodyJson()
        .isStrictlyEqualTo(
            """
                {"quote":"“a yearly mini-\\nmum of 25,000  tons”","status":"exact","similarity":1.0,"differences":[],
                 "matches":[{"document_id":"nkidp-korean-war:7","document_number":7,
                  "document_title":"Telegram, Joseph Stalin to Shtykov","document_date":"1950-01-30",
                  "document_sha256":"%s","cited_text":"a yearly minimum of 25,000 tons","start_char_index":53,
                  "end_char_index":84,"parts":[{"start":53,"end":84}],"reference":"%s","collection":"nkidp-korean-war"}]}"""
                .formatted(Samples.TELEGRAM.sha256(),
                    "“Telegram, Joseph Stalin to Shtykov,” 1950-01-30, AVPRF, F. 059a, p. 92, trans. A Translator, "
                        + "document 7 in New Documents and New Histories."));
  }

  @Test
  void marksTheDifferencesOfTheNearest() {
    assertThat(post("{\"quote\":\"a yearly minimum of 35,000 tons of lead\"}")).hasStatusOk().bodyJson()
        .isLenientlyEqualTo(
            """
                {"status":"nearest","kind":"words","matches":[{"document_number":7,"start_char_index":53,"end_char_index":92}],
                 "differences":[{"kind":"changed","quoted":"35","quote_start":20,"quote_end":22,
                  "document_text":"25","start_char_index":73,"end_char_index":75}]}""");
  }

  @Test
  void tellsHowTheNearestIsNear() {
    assertThat(post("{\"quote\":\"A YEARLY MINIMUM OF 25,000 TONS\"}")).hasStatusOk().bodyJson()
        .isLenientlyEqualTo("""
            {"status":"nearest","kind":"case","similarity":1.0,"differences":[],
             "matches":[{"document_number":7,"cited_text":"a yearly minimum of 25,000 tons"}]}""");
    assertThat(post("{\"quote\":\"a yearly minimum of 25,000 tons; Comrade Fyn Si was told of it.\"}"))
        .hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status":"nearest","kind":"spliced","similarity":1.0,"differences":[],
             "matches":[{"document_number":7,"quote_start":0,"quote_end":31},
              {"document_number":8,"quote_start":33,"quote_end":63}]}""");
    assertThat(post("{\"quote\":\"Gold and silver\"}")).hasStatusOk().bodyJson()
        .isLenientlyEqualTo("""
            {"status":"nearest","kind":"meaning","similarity":0.8,"differences":[],
             "matches":[{"document_number":9,"cited_text":"Dear leaders lead."}]}""");
  }

  @Test
  void whatNothingResemblesIsNotFound() {
    assertThat(post("{\"quote\":\"My hovercraft is full of eels\"}")).hasStatusOk().bodyJson()
        .isLenientlyEqualTo(
            "{\"status\":\"not_found\",\"matches\":[],\"differences\":[],\"similarity\":0.0}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                    | INVALID_QUOTE
      {"quote":null}        | INVALID_QUOTE
      {"quote":" … "}       | INVALID_QUOTE
      {"quote":"a \\ud83d"} | INVALID_QUOTE
      {"quote":[]}          | INVALID_VALUE
      {"quote":             | MALFORMED_REQUEST
      []                    | MALFORMED_REQUEST
      """)
  void refusesWhatIsNoQuotation(String body, Problem problem) {
    assertThatReply(post(body)).isProblem(problem);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatReply(post("{\"quote\":\"" + "x".repeat(5001) + "\"}")).isProblem(Problem.INVALID_QUOTE);
  }

  private MvcTestResult post(String body) {
    return mvc.post().uri("/api/v1/verify").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }
}
