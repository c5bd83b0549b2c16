package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RtfGroupsTests {

  private static String text(String rtf) throws IOException {
    return new String(
        RtfGroups.text(new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1))),
        StandardCharsets.ISO_8859_1);
  }

  @Test
  void leavesOrdinaryRtfAsItIs() throws IOException {
    String rtf = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}\\pard A \\b bold\\b0  word,\r\n"
        + "\\{braces\\} and \\\\ and \\'e4\\u8217\\'92\\~x\\par-y {}\\bin3 {}}z}\n";
    assertThat(text(rtf)).isEqualTo(rtf);
  }

  @Test
  void takesOutHeadersCommentsAndPictures() throws IOException {
    assertThat(text("{\\rtf1\\par{\\header a{\\b b\\}}}{\\footerf c}One{\\*\\annotation d}{\\*\\atnauthor e}"
        + "{\\*\\shppict{\\pict\\bin4 }{}\\}}two}"))
        .isEqualTo("{\\rtf1\\par{}{}One{}{}{\\*\\shppict{}}two}");
  }

  @Test
  void takesOutCharactersThatAreHiddenOrDeleted() throws IOException {
    assertThat(text("{\\rtf1 a{\\v b\\par \\{\\'e4\\u8217?\\tab{c}}d\\deleted e\\deleted0 f\\v1 g\\plain h}"))
        .isEqualTo("{\\rtf1 a{\\v \\par {}{}{}}d\\deleted \\deleted0 f\\v1 \\plain h}");
  }

  @Test
  void movesNotesBehindTheText() throws IOException {
    String mark = "\\par\\pard\\plain {\\uc1\\u57585?}\\par ";
    assertThat(text("{\\rtf1 a{\\footnote b{\\i c}{\\*\\annotation d}}e}"))
        .isEqualTo("{\\rtf1 a{}e" + mark + "{\\pard\\plain b{\\i c}{}\\par}}");
    assertThat(text("{\\rtf1 a{\\footnote b}{\\i c")).isEqualTo("{\\rtf1 a{}{\\i c}" + mark
        + "{\\pard\\plain b\\par}}");
  }
}
