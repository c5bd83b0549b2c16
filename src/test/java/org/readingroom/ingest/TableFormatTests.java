package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks tables, workbooks and slides, and what Office files say of themselves. */
class TableFormatTests {

  private static final String RELATION = "<Relationship Id='%s' Target='%s'/>";
  private static final String SLIDE = "<p:sld><p:cSld><p:spTree>%s</p:spTree></p:cSld></p:sld>";
  private static final String TITLE = "<p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr>"
      + "<p:txBody>%s</p:txBody></p:sp>";
  private static final String LONG_NAME = "How do you like the opening hours of the reading room on Saturdays"
      + " and on Sundays in winter?";

  @TempDir
  Path folder;

  private String table(String name, String text) throws IOException {
    return Made.document(Files.writeString(folder.resolve(name), text)).text();
  }

  private String workbook(Consumer<XSSFSheet> fill) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      fill.accept(workbook.createSheet("Sheet"));
      workbook.write(out);
    }
    return Made.document(file).text();
  }

  private static XSSFRow row(XSSFSheet sheet, int number, String... cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
    return row;
  }

  private static Cell dated(XSSFRow row, int column, int format) {
    CellStyle style = row.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat((short) format);
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  private static String paragraph(String words) {
    return "<a:p><a:r><a:t>" + words + "</a:t></a:r></a:p>";
  }

  @Test
  void separatesCellsByWhatTheRecordsHaveMostEvenly() throws IOException {
    assertThat(table("prices.csv",
        "Artikel;Preis;Gewicht\nApfel;1,20;0,15\nBirne;1,50;0,20\nKirsche;4,10;0,01\nPflaume;2,30;0,05\n"))
        .startsWith("Artikel Preis Gewicht\nArtikel: Apfel; Preis: 1,20; Gewicht: 0,15\n");
    assertThat(table("papers.csv", "id\ttitle\tabstract\n" + "1\tA\tOne, two, three, four\n".repeat(4)))
        .startsWith("id title abstract\nid: 1; title: A; abstract: One, two, three, four\n");
    assertThat(table("ragged.csv", "Name,Town\nAnn,Rome\nBob\nCarl,Paris\nDora,Lima,x\nEve,Bonn; old\n"))
        .startsWith("Name Town\nName: Ann; Town: Rome\nName: Bob\n");
  }

  @Test
  void countsNoSeparatorsAndLineBreaksInQuotes() throws IOException {
    assertThat(table("texts.csv", "id;text\n1;\"One\ntwo, \"\"so\"\"\nthree\"\n2;\"Four\nfive, so\nsix\"\n"))
        .isEqualTo("id text\nid: 1; text: One two, \"so\" three\nid: 2; text: Four five, so six");
  }

  @Test
  void separatesCellsByTabsWhereTheFileIsNamedForThem() throws IOException {
    assertThat(table("texts.tsv", "id\ttext, note\n1\ta, b\n2\t\tc, d\n"))
        .isEqualTo("id text, note\nid: 1; text, note: a, b\nid: 2; c, d");
  }

  @Test
  void takesYearsAndLongQuestionsForNames() throws IOException {
    assertThat(table("years.csv", "Country,2019,2020\nFrance,66,20190\n"))
        .isEqualTo("Country 2019 2020\nCountry: France; 2019: 66; 2020: 20190");
    assertThat(table("form.csv", "Timestamp," + LONG_NAME + "\n5/1/2024,Much\n"))
        .isEqualTo("Timestamp " + LONG_NAME + "\nTimestamp: 5/1/2024; " + LONG_NAME + ": Much");
  }

  @Test
  void takesNoLongSentenceForAName() throws IOException {
    String sentence = LONG_NAME.replace('?', '.');
    assertThat(table("reviews.csv", sentence + ",positive\nToo small.,negative\n"))
        .isEqualTo(sentence + " positive\nToo small. negative");
  }

  @Test
  void takesNoYearAboveAYearAndNoLongTextAboveALongTextForAName() throws IOException {
    assertThat(table("books.csv", "Walden,Thoreau,1854\nNature,Emerson,1836\n"))
        .isEqualTo("Walden Thoreau 1854\nNature Emerson 1836");
    assertThat(table("answers.csv", LONG_NAME + ",good\n" + LONG_NAME + ",bad\n"))
        .isEqualTo(LONG_NAME + " good\n" + LONG_NAME + " bad");
  }

  @Test
  void writesDatesThatNobodyGaveAFormAsIso() throws IOException {
    assertThat(workbook(sheet -> {
      row(sheet, 0, "Name", "Day", "Time");
      XSSFRow ann = row(sheet, 1, "Ann");
      dated(ann, 1, 14).setCellValue(LocalDate.of(2024, 5, 1));
      dated(ann, 2, 22).setCellValue(LocalDateTime.of(2024, 5, 1, 9, 30));
    })).isEqualTo("Name Day Time\nName: Ann; Day: 2024-05-01; Time: 2024-05-01 09:30");
  }

  @Test
  void leavesOutFormulasThatNoProgramHasCalculated() throws IOException {
    assertThat(workbook(sheet -> {
      row(sheet, 0, "Item", "Price");
      row(sheet, 1, "Pen").createCell(1).setCellValue(2);
      XSSFCell sum = row(sheet, 2, "Total").createCell(1);
      sum.setCellFormula("SUM(B2:B2)");
      sum.getCTCell().setV("");
      XSSFCell known = row(sheet, 3, "Known").createCell(1);
      known.setCellFormula("SUM(B2:B2)");
      known.setCellValue(2);
    })).isEqualTo("Item Price\nItem: Pen; Price: 2\nItem: Total\nItem: Known; Price: 2");
  }

  @Test
  void leavesOutHiddenColumns() throws IOException {
    assertThat(workbook(sheet -> {
      row(sheet, 0, "Name", "Salary", "Town");
      row(sheet, 1, "Ann", "30000", "Rome");
      sheet.setColumnHidden(1, true);
    })).isEqualTo("Name Town\nName: Ann; Town: Rome");
  }

  @Test
  void readsDiagramsAndChartsOnSlides() throws IOException {
    String names = "<c:strRef><c:strCache><c:pt><c:v>%s</c:v></c:pt></c:strCache></c:strRef>";
    String series = "<c:ser><c:tx>" + names + "</c:tx><c:cat>" + names.formatted("Spring") + "</c:cat>"
        + "<c:val><c:numRef><c:numCache><c:pt><c:v>7</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>";
    ParsedDocument document = slides(
        TITLE.formatted(paragraph("Plan")) + "<p:graphicFrame><dgm:relIds r:dm='d'/></p:graphicFrame>"
            + "<p:graphicFrame><c:chart r:id='c'/></p:graphicFrame>",
        "",
        "ppt/slides/_rels/one.xml.rels",
        "<Relationships>" + RELATION.formatted("d", "../diagrams/data1.xml")
            + RELATION.formatted("c", "../charts/chart1.xml") + "</Relationships>",
        "ppt/diagrams/data1.xml",
        "<dgm:dataModel><dgm:ptLst><dgm:pt type='doc'/><dgm:pt><dgm:t>" + paragraph("Collect")
            + "</dgm:t></dgm:pt><dgm:pt><dgm:t>" + paragraph("Sort") + "</dgm:t></dgm:pt>"
            + "<dgm:pt type='sibTrans'><dgm:t>" + paragraph("then") + "</dgm:t></dgm:pt>"
            + "</dgm:ptLst></dgm:dataModel>",
        "ppt/charts/chart1.xml",
        "<c:chartSpace><c:chart><c:title><c:tx><c:rich>" + paragraph("Sales") + "</c:rich></c:tx></c:title>"
            + series.formatted("Europe") + series.formatted("Asia") + "</c:chart></c:chartSpace>");
    assertThat(document.text()).isEqualTo("Plan\n\nCollect\nSort\n\nSales\n\nEurope\nSpring\nAsia");
    assertThat(Made.blocks(document, Role.CAPTION)).containsExactly("Sales");
  }

  @Test
  void endsSectionsWithTheirSlide() throws IOException {
    ParsedDocument document = slides(TITLE.formatted(paragraph("Plan")),
        "<p:sp><p:txBody>" + paragraph("Words") + "</p:txBody></p:sp>");
    assertThat(document.text()).isEqualTo("Plan\n\nWords");
    assertThat(document.blocks().getFirst().section()).containsExactly("Plan");
    assertThat(document.blocks().getLast().section()).isEmpty();
  }

  private ParsedDocument slides(String one, String two, String... more) throws IOException {
    String[] parts = new String[more.length + 8];
    parts[0] = "ppt/presentation.xml";
    parts[1] = "<p:presentation><p:sldIdLst><p:sldId r:id='one'/><p:sldId r:id='two'/></p:sldIdLst>"
        + "</p:presentation>";
    parts[2] = "ppt/_rels/presentation.xml.rels";
    parts[3] = "<Relationships>" + RELATION.formatted("one", "slides/one.xml")
        + RELATION.formatted("two", "slides/two.xml") + "</Relationships>";
    parts[4] = "ppt/slides/one.xml";
    parts[5] = SLIDE.formatted(one);
    parts[6] = "ppt/slides/two.xml";
    parts[7] = SLIDE.formatted(two);
    System.arraycopy(more, 0, parts, 8, more.length);
    return Made.document(Made.zip(folder.resolve("slides.pptx"), parts));
  }

  private ParsedDocument word(String properties) throws IOException {
    return Made.document(Made.zip(folder.resolve("made.docx"), "word/document.xml",
        "<w:document><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>",
        "docProps/core.xml", "<cp:coreProperties>" + properties + "</cp:coreProperties>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python-docx", "openpyxl", "Apache POI", "Un-named", "Unknown Creator", "PptxGenJS",
      "OpenSpout"})
  void namesNoProgramAsAuthor(String program) throws IOException {
    assertThat(word("<dc:creator>Ann Smith; " + program + "</dc:creator>").authors())
        .containsExactly("Ann Smith");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Untitled Spreadsheet", "Untitled document", "PptxGenJS Presentation"})
  void takesNoTitleOfAProgram(String title) {
    assertThat(Titles.usable(title)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2013-12-23T23:15:00Z,", "2013-01-27T09:14:16Z,", "2013-12-23T23:15:01Z,2013-12-23"})
  void datesNothingByTheTemplateOfAProgram(String created, LocalDate date) throws IOException {
    assertThat(word("<dcterms:created>" + created + "</dcterms:created>").date()).isEqualTo(date);
  }
}
