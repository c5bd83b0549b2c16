package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRolesTests {

  private static final PDFont FONT = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
  /** Words that make the lines of each page its own. */
  private static final List<String> THINGS = List.of("apples", "bridges", "candles", "dragons", "engines",
      "forests", "gardens", "harbours", "islands");

  @TempDir
  Path folder;

  private interface Drawing {
    void on(PDPageContentStream page, int number) throws IOException;
  }

  /** Draws a line with its baseline so far below the upper edge. */
  private static void line(PDPageContentStream page, PDFont font, float size, float x, float down,
      String words) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, PDRectangle.LETTER.getHeight() - down);
    page.showText(words);
    page.endText();
  }

  /** Draws full lines of a paragraph without an end. */
  private static void prose(PDPageContentStream page, int number, int lines, float down) throws IOException {
    for (int i = 0; i < lines; i++) {
      line(page, FONT, 11, 72, down + 14 * i, "line " + i + " of page " + number + " tells of "
          + THINGS.get(number - 1) + " in a sentence that goes on and on and we show that the");
    }
  }

  private ParsedDocument read(int pages, Drawing drawing) throws IOException {
    Path file = folder.resolve("made.pdf");
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          drawing.on(content, i);
        }
      }
      document.save(file.toFile());
    }
    return Made.document(file);
  }

  @Test
  void healsASentenceBetweenCaptionsAtTheFootAndHeadOfPages() throws IOException {
    ParsedDocument document = read(2, (page, number) -> {
      if (number == 1) {
        prose(page, 1, 25, 90);
        line(page, FONT, 9, 72, 600, "Figure 1. A caption at the foot of a page.");
      } else {
        line(page, FONT, 9, 72, 90, "Figure 2. Another one at the head.");
        line(page, FONT, 11, 72, 150, "method works in every case.");
        line(page, FONT, 11, 72, 190, "Another paragraph begins here.");
      }
    });
    assertThat(Made.blocks(document, Role.CAPTION)).hasSize(2);
    assertThat(Made.blocks(document, Role.BODY)).hasSize(2).first().asString().startsWith("line 0 of page 1")
        .endsWith("we show that the method works in every case.");
    assertThat(document.pages().get(1).start()).isEqualTo(document.text().indexOf("method works"));
  }

  @Test
  void leavesWhatNothingGoesOnWithBeforeItsCaption() throws IOException {
    ParsedDocument document = read(2, (page, number) -> {
      if (number == 1) {
        prose(page, 1, 25, 90);
        line(page, FONT, 9, 72, 600, "Figure 1. A caption at the foot of a page.");
      } else {
        line(page, FONT, 11, 72, 90, "Another sentence that begins on a page of its own.");
      }
    });
    assertThat(document.text()).containsSubsequence("line 24 of page 1", "Figure 1.", "Another sentence");
    assertThat(Made.blocks(document, Role.BODY)).hasSize(2);
  }

  @Test
  void takesSlantedWordsOnEveryPageForAWatermark() throws IOException {
    ParsedDocument document = read(3, (page, number) -> {
      prose(page, number, 40, 90);
      page.beginText();
      page.setFont(BOLD, 60);
      page.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(45), 180, 250));
      page.showText("Unfinished");
      page.endText();
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).containsOnly("Unfinished").hasSize(3);
    assertThat(Made.blocks(document, Role.BODY)).singleElement().asString().contains("line 39 of page 2");
  }

  @Test
  void setsATableOfContentsAside() throws IOException {
    String dots = " . . . . . . . . . . . . ";
    List<String> entries = List.of("1 Introduction 1", "1.1 Background" + dots + "2", "1.2 Aims" + dots + "3",
        "1.3 Terms" + dots + "3", "2 Methods 5", "2.1 Data" + dots + "5", "2.2 Tools" + dots + "7",
        "3 Conclusion 8");
    ParsedDocument document = read(9, (page, number) -> {
      if (number == 1) {
        line(page, BOLD, 16, 72, 90, "Contents");
        for (int i = 0; i < entries.size(); i++) {
          line(page, entries.get(i).contains(".") ? FONT : BOLD, 11, 72, 130 + 16 * i, entries.get(i));
        }
        line(page, FONT, 11, 72, 400, "The preface thanks everyone who helped with this report.");
      } else {
        line(page, FONT, 11, 72, 150, "A sentence about " + THINGS.get(number - 1) + ".");
      }
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).hasSize(8).contains("1 Introduction 1",
        "3 Conclusion 8").anyMatch(entry -> entry.startsWith("1.2 Aims"));
    assertThat(Made.blocks(document, Role.BODY)).first().asString().startsWith("The preface");
    assertThat(document.blocks()).filteredOn(block -> block.role() == Role.BODY).first()
        .extracting(Block::section).isEqualTo(List.of("Contents"));
  }

  @Test
  void leavesDottedTablesWhoseNumbersAreNoPages() throws IOException {
    ParsedDocument document = read(1, (page, number) -> {
      for (int i = 0; i < 6; i++) {
        line(page, FONT, 11, 72, 130 + 16 * i, THINGS.get(i) + " . . . . . . . . . . . . " + (9100 + i));
      }
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).isEmpty();
  }

  @Test
  void tellsNotesByTheMarksInTheTextAbove() throws IOException {
    ParsedDocument document = read(2, (page, number) -> {
      if (number == 1) {
        line(page, FONT, 11, 72, 76, "Some paragraph states the settled law.1 Others do not.");
        prose(page, 1, 25, 110);
        line(page, FONT, 8, 72, 600, "1. See Roe v. Wade, 410 U.S. 113.");
        line(page, FONT, 8, 72, 612, "The note has a second paragraph.");
      } else {
        line(page, FONT, 11, 72, 90, "method works in every case.");
      }
    });
    assertThat(Made.blocks(document, Role.NOTE)).containsExactly("1. See Roe v. Wade, 410 U.S. 113.",
        "The note has a second paragraph.");
    assertThat(Made.blocks(document, Role.BODY)).last().asString()
        .endsWith("that the method works in every case.");
  }

  @Test
  void leavesSmallListsAndSmallTextBeforeOtherText() throws IOException {
    ParsedDocument document = read(1, (page, number) -> {
      prose(page, 1, 20, 90);
      line(page, FONT, 8, 72, 500, "12 apples were weighed by hand.");
      line(page, FONT, 11, 72, 550, "A paragraph stands below them in the usual size.");
      line(page, FONT, 8, 72, 650, "1. Smith, J., On Apples.");
    });
    assertThat(Made.blocks(document, Role.NOTE)).isEmpty();
    assertThat(Made.blocks(document, Role.LIST)).containsExactly("1. Smith, J., On Apples.");
  }

  @Test
  void leavesReferencesThatTheTextCites() throws IOException {
    ParsedDocument document = read(1, (page, number) -> {
      line(page, FONT, 11, 72, 76, "Apples were weighed [2] and counted [3] before.");
      prose(page, 1, 25, 110);
      line(page, FONT, 8, 72, 600, "[1] Jones, On Pears.");
      line(page, FONT, 8, 72, 612, "[2] Smith, On Apples.");
      line(page, FONT, 8, 72, 624, "[3] Smith, On Counting.");
    });
    assertThat(Made.blocks(document, Role.NOTE)).isEmpty();
  }

  @Test
  void findsHeadsWithRomanNumbers() throws IOException {
    List<String> romans = List.of("vi", "ix", "xi", "xv", "xx", "xl");
    ParsedDocument document = read(6, (page, number) -> {
      line(page, FONT, 11, 72, 50, "Preface " + romans.get(number - 1));
      prose(page, number, 20, 90);
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).hasSize(6);
  }

  @Test
  void tellsCaptionsFromSentencesAboutThem() throws IOException {
    ParsedDocument document = read(1, (page, number) -> {
      line(page, FONT, 11, 72, 100, "Figure 3 shows that the effect grows with every year.");
      line(page, FONT, 11, 72, 160, "Figure 3. How the effect grows");
      line(page, FONT, 11, 72, 220, "Table 2 Effects by year");
      line(page, FONT, 11, 72, 280, "TABLE IV. Effects by place");
    });
    assertThat(Made.blocks(document, Role.BODY))
        .containsExactly("Figure 3 shows that the effect grows with every year.");
    assertThat(Made.blocks(document, Role.CAPTION)).hasSize(3);
  }

  @Test
  void keepsTheTitlesOfSlides() throws IOException {
    List<String> titles = List.of("Plan", "Results", "Results", "Lesson 4", "Thanks", "Questions");
    ParsedDocument document = read(6, (page, number) -> {
      line(page, FONT, 28, 72, 80, titles.get(number - 1));
      for (int i = 0; i < 4; i++) {
        line(page, FONT, 18, 72, 160 + 60 * i,
            "A point about " + THINGS.get(number - 1) + " and " + THINGS.get(i));
      }
    });
    assertThat(Made.blocks(document, Role.HEADING)).isEqualTo(titles);
  }

  @Test
  void keepsTheTitlesOfChapters() throws IOException {
    ParsedDocument document = read(6, (page, number) -> {
      if (number % 3 == 0) {
        line(page, FONT, 11, 72, 90, "Chapter " + (number / 3 + 6));
      }
      line(page, FONT, 11, 72, 150, "A sentence about " + THINGS.get(number - 1) + ".");
      line(page, FONT, 11, 72, 190, "Another one about " + THINGS.get(number) + ".");
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).isEmpty();
    assertThat(Made.blocks(document, Role.BODY)).contains("Chapter 7", "Chapter 8");
  }

  @Test
  void findsHeadsThatChangeByTheirNumbers() throws IOException {
    ParsedDocument document = read(9, (page, number) -> {
      line(page, FONT, 9, 72, 50,
          "THE SIEGE OF " + THINGS.get(number - 1).toUpperCase(Locale.ROOT) + " " + (136 + number));
      prose(page, number, 40, 90);
    });
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).hasSize(9).contains("THE SIEGE OF CANDLES 139");
    assertThat(Made.blocks(document, Role.BODY)).singleElement();
    assertThat(document.pages()).extracting(Page::label).startsWith("137", "138", "139");
  }

  @Test
  void startsLinesOfHebrewAtTheRight() {
    List<PdfLine> lines = List.of(hebrew("שורה ראשונה של הפסקה הראשונה", 72, 100),
        hebrew("שורה שנייה של הפסקה הראשונה", 72, 114), hebrew("סוף הפסקה.", 400, 128),
        hebrew("שורה ראשונה של הפסקה השנייה", 72, 142), hebrew("סוף הפסקה השנייה.", 300, 156));
    assertThat(PdfParagraphs.of(lines, 612, 792).stream().map(paragraph -> paragraph.lines().size()).toList())
        .isEqualTo(List.of(3, 2));
  }

  /** Returns a line that ends so far from the left edge. */
  private static PdfLine hebrew(String words, float left, float down) {
    float right = 540;
    float[] edges = new float[words.length() + 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = right - (right - left) * i / words.length();
    }
    return new PdfLine(1, new LineText(words, edges), Frame.LEVEL, left, right, down - 9, down + 2, 11, false,
        false, false, 0, 0, 72, right);
  }
}
