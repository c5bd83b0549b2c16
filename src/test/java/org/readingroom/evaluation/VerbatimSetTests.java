package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.passage.Span;

class VerbatimSetTests {

  @TempDir
  private Path folder;

  @Test
  void countsTheWordsThatAreQuotedAndThatAnswer() throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"),
        """
            {"query":"When?","title":"Bridges","text":"The bridge fell in 1921. It was old.","spans":[{"start":11,"end":24}]}
            {"query":"Who?","title":"","text":"Nobody knows.","spans":[]}
            """);

    List<VerbatimSet.Row> rows = VerbatimSet.read(folder).rows();

    assertThat(rows.getFirst().overlap(List.of(new Span(16, 36))))
        .isEqualTo(new VerbatimSet.Overlap(2, 3, 1));
    assertThat(rows.getFirst().overlap(List.of())).isEqualTo(new VerbatimSet.Overlap(0, 0, 3));
    assertThat(rows.getLast().overlap(List.of(new Span(0, 13)))).isEqualTo(new VerbatimSet.Overlap(0, 2, 0));
  }

  @Test
  void namesTheLineWhoseSpanLiesOutsideItsText() throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"),
        "{\"query\":\"When?\",\"title\":\"\",\"text\":\"Now.\",\"spans\":[{\"start\":0,\"end\":5}]}");

    assertThatThrownBy(() -> VerbatimSet.read(folder)).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("no characters 0 to 5");
  }
}
