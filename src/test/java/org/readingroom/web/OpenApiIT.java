package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiIT extends FakedServer {

  @Test
  void namesFieldsAsTheyAreSent() throws Exception {
    JsonNode schemas = document().at("/components/schemas");

    assertThat(schemas.at("/AnswerRequest/properties").propertyNames()).containsExactlyInAnyOrder("question",
        "conversation_id", "collection", "collections", "filters", "max_citations", "explain");
    assertThat(schemas.at("/Filters/properties").propertyNames()).containsExactlyInAnyOrder("documents",
        "date_from", "date_to", "persons", "kind", "authors", "language");
    assertThat(schemas.at("/CitationReply/properties").propertyNames()).contains("cited_text",
        "start_char_index", "document_sha256");
    assertThat(schemas.at("/DocumentTextReply/properties").propertyNames())
        .contains("number", "text", "source")
        .doesNotContain("document");
  }

  @Test
  void tellsWhatMayBeNullAndWhatIsAlwaysThere() throws Exception {
    JsonNode schema = document().at("/components/schemas/DocumentReply");

    assertThat(schema.at("/required").valueStream().map(JsonNode::stringValue)).contains("number", "length")
        .doesNotContain("from", "to");
    assertThat(schema.at("/properties/from/type").valueStream().map(JsonNode::stringValue))
        .containsExactlyInAnyOrder("string", "null");
    assertThat(schema.at("/properties/title/type").stringValue()).isEqualTo("string");
  }

  @Test
  void listsTheProblemsOfEachEndpoint() throws Exception {
    JsonNode paths = document().at("/paths");

    assertThat(paths.propertyNames()).containsExactlyInAnyOrder("/api/v1/answers", "/api/v1/collections",
        "/api/v1/collections/{id}", "/api/v1/collections/{id}/files", "/api/v1/documents/{id}/original",
        "/api/v1/documents/{id}/place", "/api/v1/documents", "/api/v1/documents/{id}",
        "/api/v1/documents/{id}/reference",
        "/api/v1/passages", "/api/v1/verify", "/api/v1/conversations", "/api/v1/conversations/{id}",
        "/api/v1/conversations/{id}/export", "/v1/models", "/v1/models/{id}",
        "/v1/chat/completions");
    assertThat(paths.at("/~1api~1v1~1answers/post/responses").propertyNames())
        .containsExactlyInAnyOrder("200", "400", "401", "404", "406", "408", "413", "415", "421", "422",
            "429",
            "500",
            "503");
    assertThat(paths.at("/~1api~1v1~1answers/post/responses/200/content").propertyNames())
        .containsExactlyInAnyOrder("application/json", "text/event-stream");
    assertThat(paths.at("/~1api~1v1~1passages/get/responses/503/content").propertyNames())
        .containsExactly("application/problem+json");
  }

  @Test
  void canBeReadInABrowser() throws Exception {
    assertThat(get("/swagger-ui.html")).contains("Swagger UI");
  }

  private JsonNode document() throws Exception {
    return JsonMapper.shared().readTree(get("/v3/api-docs"));
  }

  private String get(String path) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          BodyHandlers.ofString()).body();
    }
  }
}
