package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      survey.pdf            | survey.pdf
      ../../etc/passwd      | passwd
      C:\\temp\\a b.doc     | a b.doc
      .hidden               | hidden
      ..                    | file
      a/                    | a
      ~$draft.docx          | draft.docx
      Thumbs.db             | file Thumbs.db
      100% #1 😀.txt        | 100% #1 😀.txt
      """)
  void hasNoFoldersAndIsNotHidden(String sent, String name) {
    assertThat(FileName.of(sent)).isEqualTo(name);
  }

  @Test
  void holdsNothingUnseen() {
    assertThat(FileName.of("a\nb\u0000\u202ec.txt")).isEqualTo("a b c.txt");
    assertThat(FileName.of("\u0000")).isEqualTo("file");
    assertThat(FileName.of("///")).isEqualTo("file");
  }

  @Test
  void aLongNameKeepsItsEnding() {
    String name = FileName.of("é".repeat(200) + ".pdf");
    assertThat(name).endsWith("é.pdf");
    assertThat(name.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(FileName.of("😀".repeat(100)).getBytes(UTF_8)).hasSize(200);
  }

  @Test
  void aNumberStandsBeforeTheEnding() {
    assertThat(FileName.free("a.tar.gz", Set.of("a.tar.gz", "a.tar-2.gz")::contains)).isEqualTo("a.tar-3.gz");
    assertThat(FileName.free("README", Set.of("README")::contains)).isEqualTo("README-2");
  }
}
