package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.evaluation.GoldQuestion;
import org.readingroom.evaluation.QuestionSet;
import org.readingroom.index.BuildProgress;
import org.readingroom.passage.Chunking;
import org.readingroom.reading.PassageReader;
import org.readingroom.search.Candidate;
import org.readingroom.search.Filters;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.readingroom.search.Ranking;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.solr.SolrCloud;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the program over search servers, of which some are stopped. */
@SpringBootTest(classes = ReadingRoomApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "reading-room.home=target/servers-home", "reading-room.web.rate-limit.answers=10000",
    "reading-room.index.engine=solr", "reading-room.index.solr.replicas=2",
    "reading-room.index.solr.timeout=5s"})
@DirtiesContext
class SearchServersIT {

  private static final int COMPARED = 50;
  private static final String ASKED = "{\"question\":\"How much lead did Stalin want from Korea?\"}";

  private static final SolrCloud CLOUD = SolrCloud.shared();

  @Autowired
  LiveIndex index;

  @Autowired
  PassageSearch search;

  @Autowired
  Collection collection;

  @Autowired
  OnnxEmbeddingModel model;

  @Autowired
  Chunking chunking;

  @Autowired
  Ranking ranking;

  @Autowired
  PassageReader reader;

  @LocalServerPort
  int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry settings) {
    settings.add("reading-room.index.solr.zookeeper", CLOUD::zookeeper);
  }

  @Test
  void findsWhatTheEmbeddedEngineFinds() {
    index.open(BuildProgress.SILENT);
    int same = 0;
    int compared = 0;
    List<String> differences = new ArrayList<>();
    try (
        LiveIndex embedded = new LiveIndex(Path.of(RealProgram.HOME, "index"), collection, chunking, model)) {
      embedded.open(BuildProgress.SILENT);
      PassageSearch beside = new PassageSearch(embedded, ranking, reader);
      for (GoldQuestion question : QuestionSet.read(Path.of("evaluation/reader-v1")).questions().subList(0,
          COMPARED)) {
        if (question.turns().size() > 1) {
          continue;
        }
        compared++;
        List<Candidate> found = first(search, question.turns().getLast());
        List<Candidate> wanted = first(beside, question.turns().getLast());
        if (spans(found).equals(spans(wanted))) {
          same++;
          assertThat(found.getFirst().score()).isCloseTo(wanted.getFirst().score(), within(1e-3));
        } else {
          differences.add(question.turns().getLast());
        }
      }
      assertThat(search.search("lead", Filters.NONE, 20)).extracting(RetrievedPassage::passage)
          .isEqualTo(
              beside.search("lead", Filters.NONE, 20).stream().map(RetrievedPassage::passage).toList());
    }
    assertThat(same).as("other sentences for %s", differences).isGreaterThanOrEqualTo(compared - 1);
  }

  private static List<Candidate> first(PassageSearch search, String question) {
    return search.retrieve(question, Filters.NONE).candidates().stream().limit(3).toList();
  }

  private static List<String> spans(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.document().id() + candidate.span()).toList();
  }

  @Test
  void goesOnWhereOneServerIsStopped() throws Exception {
    index.open(BuildProgress.SILENT);
    CLOUD.settle();
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertAnswered(ask()));
    AtomicBoolean over = new AtomicBoolean();
    List<HttpResponse<String>> replies = new ArrayList<>();
    CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
      while (!over.get()) {
        replies.add(ask());
      }
    }, task -> Thread.ofPlatform().start(task));
    try {
      for (int node : List.of(0, 1)) {
        CLOUD.stop(node);
        assertAnswered(ask());
        CLOUD.start(node);
        CLOUD.settle();
      }
    } finally {
      over.set(true);
      asking.join();
    }
    assertThat(replies).isNotEmpty().allSatisfy(SearchServersIT::assertAnswered);
  }

  @Test
  void saysSoWhereNoServerAnswersAndGoesOnWhenOneDoes() throws Exception {
    index.open(BuildProgress.SILENT);
    CLOUD.stop(0);
    CLOUD.stop(1);
    try {
      HttpResponse<String> refused = ask();
      assertThat(refused.statusCode()).isEqualTo(503);
      JsonNode problem = JsonMapper.shared().readTree(refused.body());
      assertThat(problem.path("detail").asString())
          .isEqualTo("The index cannot be searched at present; try again in a moment.");
      assertThat(refused.body()).doesNotContain("127.0.0.1");
    } finally {
      CLOUD.start(0);
      CLOUD.start(1);
    }
    await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertAnswered(ask()));
  }

  private static void assertAnswered(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(reply.body()).at("/citations/0/cited_text").asString())
        .contains("lead");
  }

  private HttpResponse<String> ask() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/answers"))
              .header("Content-Type", "application/json").POST(BodyPublishers.ofString(ASKED)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
