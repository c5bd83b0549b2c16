package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what is read from PDFs of which each instruction is given: odd fonts, and scans with and without text. */
class PdfGlyphTests {

  private static final String PICTURE = " cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q ";
  private static final String SCAN = "q 612 0 0 792 0 0" + PICTURE;
  private static final String STAMP = "BT /F 9 Tf 72 775 Td "
      + "(Case 1:20-cv-01234-ABC Document 17-3 Filed 05/06/20 Page 3 of 20 PageID 4711) Tj ET ";
  private static final String LAYER = "BT 3 Tr /F 11 Tf 72 600 Td "
      + "(The committee met again on Monday to hear the witness and) Tj 0 -14 Td "
      + "(the clerk who had kept the books of the bank for ten years) Tj 0 -14 Td "
      + "(when the doors were closed and the money could not be found) Tj 0 -14 Td "
      + "(by any of those who had the keys to the rooms below.) Tj ET ";

  @TempDir
  Path folder;

  /** Makes a PDF of pages' instructions, for which F is a font. */
  private Path made(COSDictionary font, String... pages) throws IOException {
    Path file = folder.resolve("made.pdf");
    try (PDDocument document = new PDDocument()) {
      for (String instructions : pages) {
        PDPage page = new PDPage(PDRectangle.LETTER);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        page.setContents(new PDStream(document,
            new ByteArrayInputStream(instructions.getBytes(StandardCharsets.ISO_8859_1))));
        document.addPage(page);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static COSDictionary times() {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setItem(COSName.BASE_FONT, COSName.getPDFName("Times-Roman"));
    font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
    return font;
  }

  /** Makes a font of pictures as pdfTeX does, with ligatures' codes from one on. */
  private static COSDictionary bitmaps(int ligatures, int widthOfF) {
    COSArray names = new COSArray();
    COSArray widths = new COSArray();
    for (int code = ligatures; code <= 'z'; code++) {
      boolean drawn = code < ligatures + 5 || code >= 'a';
      int wide = code < ligatures + 3 ? 556 : 833;
      widths.add(COSInteger.get(code < ligatures + 5 ? wide : code == 'f' ? widthOfF : 500));
      if (drawn) {
        names.add(COSInteger.get(code));
        names.add(COSName.getPDFName("a" + code));
      }
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, names);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.NAME, COSName.getPDFName("F"));
    font.setItem(COSName.FONT_BBOX, numbers(0, 0, 1000, 1000));
    font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
    font.setItem(COSName.CHAR_PROCS, new COSDictionary());
    font.setItem(COSName.ENCODING, encoding);
    font.setInt(COSName.FIRST_CHAR, ligatures);
    font.setInt(COSName.LAST_CHAR, 'z');
    font.setItem(COSName.WIDTHS, widths);
    return font;
  }

  private static COSArray numbers(float... values) {
    COSArray numbers = new COSArray();
    for (float value : values) {
      numbers.add(new COSFloat(value));
    }
    return numbers;
  }

  @Test
  void readsTheLigaturesOfTexBitmapFonts() throws IOException {
    assertThat(Made.document(made(bitmaps(11, 306), "BT /F 10 Tf 72 692 Td <64650C6E6564206F0E6365> Tj ET"))
        .text()).isEqualTo("defined office");
    assertThat(Made.document(made(bitmaps(27, 306), "BT /F 10 Tf 72 692 Td <64651C6E6564> Tj ET")).text())
        .isEqualTo("defined");
  }

  @Test
  void takesNoSignOfMathematicsForALigature() throws IOException {
    assertThat(Made.document(made(bitmaps(11, 490), "BT /F 10 Tf 72 692 Td <660C67> Tj ET")).text())
        .doesNotContain("fi");
  }

  @Test
  void readsWhatTheFileSaysThatGlyphsReadAs() throws IOException {
    assertThat(Made.document(made(times(), """
        BT /F 12 Tf 72 692 Td (One na) Tj /Span <</ActualText <FEFF00740069>>> BDC <0109> Tj EMC
        (on of di) Tj /Span <</ActualText (ff)>> BDC <03> Tj EMC (erent co) Tj
        /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC (operators) Tj
        /Span <</ActualText (a description)>> BDC (.) Tj EMC ET
        """)).text()).isEqualTo("One nation of different co-operators.");
  }

  @Test
  void readsASoftHyphenThatIsDrawn() throws IOException {
    COSStream unicode = new COSStream();
    try (OutputStream out = unicode.createOutputStream()) {
      out.write("""
          /CIDInit /ProcSet findresource begin
          12 dict begin
          begincmap
          /CMapName /Made def
          1 begincodespacerange
          <00> <FF>
          endcodespacerange
          1 beginbfchar
          <2D> <00AD>
          endbfchar
          endcmap
          end
          end
          """.getBytes(StandardCharsets.ISO_8859_1));
    }
    COSDictionary font = times();
    font.setItem(COSName.TO_UNICODE, unicode);
    assertThat(Made.document(made(font, """
        BT /F 11 Tf 72 692 Td (The number 01-2301 stands for a course of many lectures on Po-) Tj
        0 -14 Td (litikwissenschaft.) Tj ET
        """)).text()).isEqualTo(
        "The number 01-2301 stands for a course of many lectures on Po-litikwissenschaft.");
  }

  @Test
  void reportsAScanOfWhichOnlyAStampCanBeRead() throws IOException {
    ParsedFile one = Made.read(made(times(), SCAN + STAMP, "BT /F 12 Tf 72 500 Td (Words.) Tj ET"));
    assertThat(one.pagesWithoutText()).containsExactly(1);
    assertThat(one.message()).isEqualTo("Page 1 has no text.");
    assertThat(one.documents().getFirst().text()).contains("Case 1:20-cv-01234-ABC");

    assertThat(Made.read(made(times(), SCAN + STAMP, SCAN + STAMP)).message()).contains("pictures of text");
  }

  @Test
  void takesFewWordsOverAPictureForText() throws IOException {
    ParsedFile slides = Made.read(made(times(), SCAN + "BT /F 30 Tf 72 400 Td (Why we read) Tj ET"));
    assertThat(slides.pagesWithoutText()).isEmpty();
    assertThat(slides.message()).isEmpty();
  }

  @Test
  void takesALayerUnderAScanForSeenThoughAStampStandsBesideIt() throws IOException {
    ParsedDocument document = Made.document(made(times(), SCAN + STAMP + LAYER));
    assertThat(Made.blocks(document, Block::hidden)).isEmpty();
    assertThat(String.join(" ", Made.blocks(document, Block::ocr))).contains("The committee met again");
  }

  @Test
  void putsAScanTogetherThatIsStoredInStrips() throws IOException {
    StringBuilder strips = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      strips.append("q 612 0 0 66 0 ").append(66 * i).append(PICTURE);
    }
    ParsedDocument document = Made.document(made(times(), strips + LAYER));
    assertThat(Made.blocks(document, Block::hidden)).isEmpty();
    assertThat(String.join(" ", Made.blocks(document, Block::ocr))).contains("The committee met again");

    assertThat(Made.read(made(times(), strips.toString())).message()).contains("pictures of text");
  }

  @Test
  void evensTheSizesOfALayersLines() throws IOException {
    ParsedDocument document = Made.document(made(times(), SCAN + """
        BT 3 Tr /F 10 Tf 72 500 Td (words of one long paragraph that never comes to its end at all and) Tj
        /F 11.5 Tf 0 -14 Td (goes on with words of one long paragraph that never comes to its) Tj
        /F 10 Tf 0 -14 Td (last line but has more and more of the words that are there and) Tj
        /F 11.5 Tf 0 -14 Td (goes on with words of one long paragraph that never comes to its) Tj
        /F 10 Tf 0 -14 Td (last line but has more and more of the words that are there) Tj ET
        """));
    assertThat(document.blocks()).extracting(Block::role).containsExactly(Role.BODY);
  }

  @Test
  void readsAPageThatLiesAskewInOneGo() throws IOException {
    ParsedDocument document = Made.document(made(times(), SCAN + """
        BT 3 Tr /F 11 Tf 0.99985 -0.01745 0.01745 0.99985 72 600 Tm
        (The first paragraph starts with a line that is as wide as the page of the book and) Tj
        1 0 0 1 72 586 Tm (it ends here.) Tj
        0.99985 -0.01745 0.01745 0.99985 72 572 Tm
        (The second paragraph starts with a line that is as wide as the page of the book and) Tj
        1 0 0 1 72 558 Tm (so does this.) Tj ET
        """));
    assertThat(document.text()).containsSubsequence("first paragraph", "it ends here.", "second paragraph",
        "so does this.");
  }
}
