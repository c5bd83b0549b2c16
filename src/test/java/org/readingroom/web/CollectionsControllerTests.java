package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.collection.Collection;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(CollectionsController.class)
@Import({FakedRooms.class, CollectionUpdates.class, WebConfiguration.class})
class CollectionsControllerTests {

  @Autowired
  MockMvcTester mvc;

  @Autowired
  Library library;

  @Autowired
  Rooms rooms;

  @MockitoBean
  LiveIndex index;

  @TestBean
  Collection collection;

  static Collection collection() {
    return Samples.COLLECTION;
  }

  @Test
  void tellsHowFarTheIndexIs() {
    given(index.state()).willReturn(new IndexState.Building(30, 1200));

    assertThat(mvc.get().uri("/api/v1/collections/nkidp-korean-war")).hasStatusOk().bodyJson()
        .isStrictlyEqualTo(
            """
                {"id":"nkidp-korean-war","title":"New Documents","publisher":"NKIDP",
                 "examples":["How much lead did Stalin want?"],"documents":3,"passages":1200,"indexed":30,"files":0,"state":"indexing","progress":{"done":30,"total":1200},
                 "built_in":true,"updated_at":null}""");
  }

  @Test
  void makesAndRemovesCollections() {
    given(index.state()).willReturn(new IndexState.Ready(3, 9));

    assertThat(post("{\"title\":\" Council\\tminutes \"}")).hasStatus(201).bodyJson().isLenientlyEqualTo("""
        {"id":"council-minutes","title":"Council minutes","publisher":"","documents":0,"passages":0,"files":0,
         "state":"ready","progress":{"done":0,"total":0},"built_in":false}""");
    assertThat(post("{\"title\":\"Council minutes\"}")).hasStatus(201).bodyJson().extractingPath("id")
        .isEqualTo("council-minutes-2");
    assertThat(post("{\"title\":\"Ünï – 毛澤東\",\"id\":\"mine\"}")).hasStatus(201);
    assertThat(mvc.get().uri("/api/v1/collections")).hasStatusOk().bodyJson().extractingPath("$[*].id")
        .asArray().contains("council-minutes", "council-minutes-2", "mine").startsWith("nkidp-korean-war");

    for (String id : new String[]{"council-minutes", "council-minutes-2", "mine"}) {
      assertThat(mvc.delete().uri("/api/v1/collections/" + id)).hasStatus(204);
      verify(rooms, atLeastOnce()).forget(id);
      assertThatReply(mvc.delete().uri("/api/v1/collections/" + id).exchange())
          .isProblem(Problem.UNKNOWN_COLLECTION);
    }
    assertThat(library.holdings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"title":"x","id":"nkidp-korean-war"} | COLLECTION_TAKEN
      {"title":"x","id":""}                 | INVALID_VALUE
      {"title":"x","id":"../x"}             | INVALID_VALUE
      {"title":"x","id":"X"}                | INVALID_VALUE
      {"title":""}                          | INVALID_VALUE
      {"title":"\\u0000x"}                  | INVALID_VALUE
      {"title":" \\u200b "}                 | INVALID_VALUE
      {"id":"x"}                            | INVALID_VALUE
      []                                    | MALFORMED_REQUEST
      """)
  void refusesWhatCannotBeMade(String body, Problem problem) {
    assertThatReply(post(body)).isProblem(problem);
    assertThat(library.holdings()).isEmpty();
  }

  @Test
  void theBuiltInCollectionStays() {
    assertThatReply(mvc.delete().uri("/api/v1/collections/nkidp-korean-war").exchange())
        .isProblem(Problem.COLLECTION_BUILT_IN);
  }

  private MvcTestResult post(String body) {
    return mvc.post().uri("/api/v1/collections").contentType(MediaType.APPLICATION_JSON).content(body)
        .exchange();
  }
}
