package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfOrderTests {

  private static final PDFont FONT = new PDType1Font(FontName.TIMES_ROMAN);

  @TempDir
  Path folder;

  private interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  /** Reads a page as it is drawn. */
  private ParsedDocument drawn(Drawing drawing) throws IOException {
    Path file = folder.resolve("made.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.on(content);
      }
      document.save(file.toFile());
    }
    return Made.document(file);
  }

  /** Draws a line with its baseline so far below the upper edge. */
  private static void line(PDPageContentStream page, float size, float x, float down, String words)
      throws IOException {
    page.beginText();
    page.setFont(FONT, size);
    page.newLineAtOffset(x, PDRectangle.LETTER.getHeight() - down);
    page.showText(words);
    page.endText();
  }

  /** Draws the lines of a cell below each other. */
  private static void cell(PDPageContentStream page, float x, float down, String... lines)
      throws IOException {
    for (int i = 0; i < lines.length; i++) {
      line(page, 10, x, down + 12 * i, lines[i]);
    }
  }

  /** Draws rows of one line each, twelve points below each other. */
  private static void rows(PDPageContentStream page, float down, String[][] rows) throws IOException {
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        line(page, 10, 72 + 150 * column, down + 12 * row, rows[row][column]);
      }
    }
  }

  @Test
  void keepsTheLinesOfACellInItsRow() throws IOException {
    ParsedDocument document = drawn(page -> {
      cell(page, 72, 100, "Notice", "period");
      cell(page, 200, 100, "The tenant shall give the landlord at", "least three months of notice in writing",
          "before the end of the term.");
      cell(page, 72, 144, "Rent");
      cell(page, 200, 144, "The rent is due on the first day of", "each month.");
      cell(page, 72, 176, "Repairs", "and upkeep");
      cell(page, 200, 176, "The landlord keeps the roof and the", "walls in repair.");
    });
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly(
        "Notice period The tenant shall give the landlord at least three months of notice in writing before the"
            + " end of the term.",
        "Rent The rent is due on the first day of each month.",
        "Repairs and upkeep The landlord keeps the roof and the walls in repair.");
  }

  @Test
  void keepsRowsOfOneLineApart() throws IOException {
    ParsedDocument document = drawn(page -> rows(page, 100, new String[][]{{"Substance", "Air", "Water"},
        {"Metals"}, {"Aldrin", "1", "2"}, {"Lead", "200", "20"}, {"Zinc", "300", "100"}}));
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("Substance Air Water", "Aldrin 1 2",
        "Lead 200 20", "Zinc 300 100");
  }

  @Test
  void keepsTheLinesOfHeadsOverABlankCorner() throws IOException {
    ParsedDocument document = drawn(page -> {
      cell(page, 222, 100, "to air", "kg/year");
      cell(page, 372, 100, "to water", "kg/year");
      rows(page, 124, new String[][]{{"Aldrin", "1", "2"}, {"Lead", "200", "20"}, {"Zinc", "300", "100"}});
    });
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("to air to water", "kg/year kg/year",
        "Aldrin 1 2", "Lead 200 20", "Zinc 300 100");
  }

  @Test
  void takesTheNumbersOfLinesApart() throws IOException {
    ParsedDocument document = drawn(page -> {
      for (int i = 1; i <= 12; i++) {
        line(page, 11, 50, 100 + 14 * i, String.valueOf(i));
        line(page, 11, 80, 100 + 14 * i,
            "we saw that the words of line " + i + " were read one after another and");
      }
    });
    assertThat(Made.blocks(document, Role.TABLE)).isEmpty();
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).containsExactly("1 2 3 4 5 6 7 8 9 10 11 12");
    assertThat(document.text()).contains(
        "line 5 were read one after another and we saw that the words of line 6");
  }

  @Test
  void takesTheNumbersOfEveryFifthLineApart() throws IOException {
    ParsedDocument document = drawn(page -> {
      for (int i = 1; i <= 20; i++) {
        line(page, 10, 72, 100 + 14 * i, "In line " + i + " the poet sings of summer");
        if (i % 5 == 0) {
          line(page, 10, 400, 100 + 14 * i, String.valueOf(i));
        }
      }
    });
    assertThat(Made.blocks(document, Role.TABLE)).isEmpty();
    assertThat(Made.blocks(document, Role.RUNNING_HEAD)).containsExactly("5 10 15 20");
  }

  @Test
  void keepsTheNumbersOfATablesRows() throws IOException {
    String[] names = {"acetone", "benzene", "butane", "ethanol", "hexane", "methane", "octane", "propane",
        "toluene"};
    String[][] rows = new String[names.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new String[]{String.valueOf(i + 1), names[i], String.valueOf(10 + i * i)};
    }
    assertThat(Made.blocks(drawn(page -> rows(page, 100, rows)), Role.TABLE)).hasSize(9)
        .startsWith("1 acetone 10", "2 benzene 11").endsWith("9 toluene 74");
  }

  @Test
  void readsAnInitialOverTwoLinesWithItsWord() throws IOException {
    for (float gap : new float[]{1, 3.5f}) {
      ParsedDocument document = drawn(page -> {
        float beside = 72 + 0.611f * 27 + gap;
        line(page, 27, 72, 112, "T");
        line(page, 10, beside, 100, "HIS article presents a method of reading the");
        line(page, 10, beside, 112, "pages of journals that open with one large");
        line(page, 10, 72, 124, "letter over two lines, as many of them do at");
        line(page, 10, 72, 136, "the start of an article.");
      });
      assertThat(document.text()).contains("THIS article presents a method of reading the",
          "pages of journals that open with one large");
    }
  }

  @Test
  void keepsLinesWholeOverLargeLettersBehindThem() throws IOException {
    ParsedDocument document = drawn(page -> {
      line(page, 60, 100, 150, "SAMPLE");
      for (int i = 0; i < 8; i++) {
        line(page, 10, 72, 100 + 12 * i,
            "These words of line " + i + " run over the page from one margin to another");
      }
    });
    for (int i = 0; i < 8; i++) {
      assertThat(document.text()).contains("These words of line " + i + " run over the page from one margin");
    }
    assertThat(document.text()).contains("SAMPLE");
  }
}
