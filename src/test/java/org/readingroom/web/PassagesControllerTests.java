package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;
import org.readingroom.search.IndexNotReadyException;
import org.readingroom.search.IndexState;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(PassagesController.class)
@Import({WebConfiguration.class, FakedRooms.class})
class PassagesControllerTests {

  @Autowired
  MockMvcTester mvc;

  @MockitoBean
  PassageSearch search;

  @Test
  void findsTenPassagesInAllDocumentsUnlessToldOtherwise() {
    given(search.search("lead", Filters.NONE, 10)).willReturn(List.of(Samples.passage()));

    assertThat(get("q=lead")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
        [{"document_id":"nkidp-korean-war:7","document_number":7,
          "document_title":"Telegram, Joseph Stalin to Shtykov","document_date":"1950-01-30",
          "collection":"nkidp-korean-war",
          "start_char_index":17,"end_char_index":93,"text":"%s","score":0.5}]""".formatted(Samples.LEAD));
  }

  @Test
  void passesOnTheFilters() {
    assertThat(get("q=lead&k=50&documents=7,8,9&date_from=1950-01-01&date_to=1950-12-31"
        + "&person=Kim,%20Premier&kind=letter&author=Smith&language=EN")).hasStatusOk().bodyJson()
        .isEqualTo("[]");
    verify(search).search("lead", new Filters(Set.of(7, 8, 9), LocalDate.of(1950, 1, 1),
        LocalDate.of(1950, 12, 31), Set.of("Kim, Premier"), Kind.LETTER, Set.of("Smith"), "en"), 50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "date_from", "date_to", "person", "kind", "author", "language", "k"})
  void aParameterWithoutAValueIsNotTakenAsLeftOut(String name) {
    assertThatReply(get("q=lead&" + name + "=")).isProblem(Problem.INVALID_VALUE, name + " has no value.");
    assertThatReply(get("q=lead&" + name + "=%20")).isProblem(Problem.INVALID_VALUE, name + " has no value.");
  }

  @Test
  void refusesANameThatIsTooLongForOne() {
    assertThat(get("q=lead&person=" + "x".repeat(200))).hasStatusOk();
    assertThatReply(get("q=lead&person=" + "x".repeat(201))).isProblem(Problem.INVALID_VALUE,
        "person has more than 200 characters.");
    assertThat(get("q=lead&author=" + "x".repeat(200))).hasStatusOk();
    assertThatReply(get("q=lead&author=" + "x".repeat(201))).isProblem(Problem.INVALID_VALUE,
        "author has more than 200 characters.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      k=10            | The parameter q is missing.
      q=lead&k=0      | k is 1 to 50.
      q=lead&k=51     | k is 1 to 50.
      q=lead&k=many   | k is not a whole number.
      q=lead&documents=7,,8 | documents holds an empty number.
      q=lead&language=english | language is an ISO 639 code such as en.
      q=lead&language=e | language is an ISO 639 code such as en.
      q=lead&language=e1 | language is an ISO 639 code such as en.
      q=lead&documents=x | documents is not a list of the values it takes.
      q=lead&date_from=1950 | date_from is not a date such as 1950-06-25.
      """)
  void refusesAParameterThatIsNotUnderstood(String query, String detail) {
    assertThatReply(get(query.strip())).isProblem(Problem.INVALID_VALUE, detail);
  }

  @Test
  void refusesWordsThatCouldNotBeAsked() {
    assertThatReply(get("q=%20")).isProblem(Problem.INVALID_QUESTION);
    assertThatReply(get("q=" + "x".repeat(2001))).isProblem(Problem.INVALID_QUESTION);
  }

  @Test
  void tellsThatTheIndexIsNotOpenYet() {
    given(search.search(any(), any(), anyInt()))
        .willThrow(new IndexNotReadyException(new IndexState.Closed()));

    assertThatReply(get("q=lead")).isProblem(Problem.INDEX_NOT_READY, "The index is not open yet.");
  }

  private MvcTestResult get(String query) {
    return mvc.get().uri(URI.create("/api/v1/passages?" + query)).exchange();
  }
}
