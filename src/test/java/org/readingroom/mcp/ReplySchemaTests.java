package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplySchemaTests {

  record Whole(@Schema(description = "Says what.", allowableValues = {"a", "b"}) String kindOfIt,
      @Nullable Integer page,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String left, @JsonUnwrapped Part part,
      @JsonUnwrapped @Nullable Place place, List<Part> parts, Map<String, String> more, boolean sure,
      double score) {}

  record Part(int startCharIndex) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Place(@Nullable Integer pageEnd, List<String> section) {}

  @Test
  void saysWhatTheRecordsSay() {
    JsonNode schema = Library.JSON.valueToTree(ReplySchema.of(Whole.class, Set.of("score")));

    assertThat(schema.get("required")).extracting(JsonNode::stringValue).containsExactly("kind_of_it", "page",
        "start_char_index", "parts", "more", "sure");
    assertThat(schema.get("properties").propertyNames()).containsExactly("kind_of_it", "page", "left",
        "start_char_index", "page_end", "section", "parts", "more", "sure");
    assertThat(schema.at("/properties/kind_of_it").toString())
        .isEqualTo("{\"type\":\"string\",\"description\":\"Says what.\",\"enum\":[\"a\",\"b\"]}");
    assertThat(schema.at("/properties/page/type")).extracting(JsonNode::stringValue)
        .containsExactly("integer", "null");
    assertThat(schema.at("/properties/parts/items/properties/start_char_index/type").stringValue())
        .isEqualTo("integer");
    assertThat(schema.at("/properties/more/additionalProperties/type").stringValue()).isEqualTo("string");
  }
}
