package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ParsedFileTests {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void survivesJson() {
    ParsedDocument document = new ParsedDocument("1.a1", "Title", List.of("Ann"), LocalDate.of(2020, 1, 2),
        "House", "10.1/x", "a", "b",
        "en", "One two", List.of(new Block(0, 7, Role.BODY, 1, List.of("1 Head"), true, false)),
        List.of(new Page(1, null, 0, 7, 612, 792)),
        List.of(new TextLine(0, 7, 1, false, 72.04f, 12, new float[]{72, 75.16f, 78, 81, 84, 87, 90, 93})));
    ParsedFile file = new ParsedFile(FileStatus.INDEXED, "", "ab", "text/plain", "Title", "en", 1, List.of(),
        List.of(document));
    String json = JSON.writeValueAsString(file);
    assertThat(json).contains("\"status\":\"indexed\"")
        .contains("[0,7,1,0,720,120,720,32,28,30,30,30,30,30]");
    assertThat(JSON.readValue(json, ParsedFile.class)).isEqualTo(file);
  }

  @Test
  void givesOneBoxForEachLineOfASpan() {
    ParsedDocument document = new ParsedDocument("", "", List.of(), null, null, null, null, null, null,
        "ab cd",
        List.of(new Block(0, 5, Role.BODY, 1, List.of(), false, false)), List.of(),
        List.of(new TextLine(0, 2, 1, false, 10, 12, new float[]{0, 5, 10}),
            new TextLine(3, 5, 1, true, 30, 12, new float[]{100, 105, 110})));
    assertThat(document.boxes(1, 4)).containsExactly(new Box(1, 5, 10, 5, 12), new Box(1, 30, 100, 12, 5));
  }
}
