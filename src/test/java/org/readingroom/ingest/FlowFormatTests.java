package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the formats that have no pages, or pages of their own kind. */
class FlowFormatTests {

  private static final String WORD = "<w:document xmlns:w='w' xmlns:mc='mc'><w:body>%s</w:body></w:document>";

  @TempDir
  Path folder;

  private ParsedDocument word(String body, String... more) throws IOException {
    String[] parts = new String[more.length + 2];
    parts[0] = "word/document.xml";
    parts[1] = WORD.formatted(body);
    System.arraycopy(more, 0, parts, 2, more.length);
    return Made.document(Made.zip(folder.resolve("made.docx"), parts));
  }

  private static String paragraph(String words) {
    return "<w:p><w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r></w:p>";
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsWordAsIfAllChangesWereAccepted() throws IOException {
    assertThat(word("<w:p><w:r><w:t>It is </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>so</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>"
        + paragraph(" line")).text()).isEqualTo("It is so\n\nOne line");
  }

  @Test
  void readsTextBoxesOnceAndFlagsHiddenText() throws IOException {
    ParsedDocument document = word(
        "<w:p><w:r><w:t>Body</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            + paragraph("Box") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph("Box")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + "<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen</w:t></w:r></w:p>");
    assertThat(document.text()).isEqualTo("Body\n\nBox\n\nSeen\n\nUnseen");
    assertThat(Made.blocks(document, Block::hidden)).containsExactly("Unseen");
  }

  @Test
  void readsTextBoxesInTablesAndTablesInTextBoxes() throws IOException {
    String box = "<w:p><w:r><w:t>%s</w:t><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></w:r></w:p>";
    String table = "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>";
    ParsedDocument document = word(table.formatted(box.formatted("a", paragraph("Box")))
        + box.formatted("Body", table.formatted(paragraph("c"))));
    assertThat(document.text()).isEqualTo("a b\n\nBox\n\nBody\n\nc b");
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("a b", "c b");
  }

  @Test
  void writesNotesAfterTheirParagraphAndLeavesCommentsOut() throws IOException {
    ParsedDocument document = word(
        "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='1'/></w:r></w:p>"
            + paragraph("More"),
        "word/footnotes.xml",
        "<w:footnotes><w:footnote w:id='2'>" + paragraph("A note") + "</w:footnote></w:footnotes>",
        "word/comments.xml",
        "<w:comments><w:comment w:id='1'>" + paragraph("A comment") + "</w:comment></w:comments>");
    assertThat(document.text()).isEqualTo("Text\n\nA note\n\nMore");
    assertThat(Made.blocks(document, Role.NOTE)).containsExactly("A note");
  }

  @Test
  void opensSectionsAtHeadings() throws IOException {
    ParsedDocument document = word(
        "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>"
            + paragraph("They were good.")
            + "<w:tbl><w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b")
            + "</w:tc></w:tr></w:tbl>",
        "word/styles.xml",
        "<w:styles><w:style w:styleId='H'><w:name w:val='heading 1'/></w:style></w:styles>");
    assertThat(document.blocks().get(1).section()).containsExactly("Results");
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("a b");
  }

  @Test
  void leavesOutWhatStandsAroundTheTextOfAWebPage() throws IOException {
    ParsedDocument document = Made.document(file("page.html",
        "<html lang=en><title>A page</title><body><nav><a href=a>Home</a></nav><h1>News</h1><p>What <b>hap</b>pened,<br>again.</p>"
            + "<p style='display:none'>No</p><div class=sidebar>Ads</div><p><a href=x>More</a></p><script>x()</script></body></html>"));
    assertThat(document.text()).isEqualTo("News\n\nWhat happened,\nagain.");
    assertThat(document.title()).isEqualTo("A page");
  }

  @Test
  void readsAnyEncoding() throws IOException {
    String words = "Grüße aus Köln, schöne Wörter überall.";
    for (String name : new String[]{"UTF-8", "UTF-16LE", "UTF-16", "windows-1252", "IBM500"}) {
      Path file = Files.write(folder.resolve(name + ".txt"), words.repeat(3).getBytes(Charset.forName(name)));
      assertThat(Made.document(file).text()).as(name).isEqualTo(words.repeat(3));
    }
  }

  @Test
  void keepsLinesThatSomebodyBroke() throws IOException {
    assertThat(Made.document(file("verse.txt",
        "It was said by a man of letters, who was seldom wrong in what he\nsaid, that verse is verse.\n\nRoses are red,\nViolets are blue."))
        .text()).isEqualTo(
            "It was said by a man of letters, who was seldom wrong in what he said, that verse is verse.\n\nRoses are red,\nViolets are blue.");
  }

  @Test
  void readsTheMessagesOfAMailboxWithWhatIsAttached() throws IOException {
    ParsedFile parsed = Made.read(file("box.mbox", """
        From a@b.c Mon Jun 01 10:00:00 2009
        From: Ann <a@b.c>
        To: Bob <b@b.c>
        Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
        Date: Mon, 01 Jun 2009 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        New words.
        > old words
        --x
        Content-Type: text/plain; name=more.txt
        Content-Disposition: attachment; filename=more.txt

        Attached words.
        --x--

        From b@b.c Mon Jun 01 11:00:00 2009
        From: b@b.c
        Subject: Second

        >From here on it is plain.
        """));
    assertThat(parsed.documents()).extracting(ParsedDocument::part).containsExactly("1", "1.a1", "2");
    ParsedDocument first = parsed.documents().getFirst();
    assertThat(first.title()).isEqualTo("Grüße");
    assertThat(first.from()).isEqualTo("Ann <a@b.c>");
    assertThat(first.date()).isEqualTo(LocalDate.of(2009, 6, 1));
    assertThat(Made.blocks(first, Role.QUOTED)).containsExactly("old words");
    assertThat(parsed.documents().getLast().text()).isEqualTo("From here on it is plain.");
  }

  @Test
  void readsHtmlBesidePicturesWherePlainTextSaysNothing() throws IOException {
    String words = "The mill was built in 1764.";
    for (String plain : new String[]{" ", "Please view as HTML."}) {
      assertThat(Made.document(file("mail.eml", """
          From: a@b.c
          Subject: The mill
          MIME-Version: 1.0
          Content-Type: multipart/alternative; boundary=x

          --x
          Content-Type: text/plain

          %s
          --x
          Content-Type: multipart/related; boundary=y

          --y
          Content-Type: text/html

          <html><body>%s</body></html>
          --y
          Content-Type: image/png
          Content-Transfer-Encoding: base64

          iVBORw0KGgo=
          --y--
          --x--
          """.formatted(plain, ("<p>" + words + "</p>").repeat(20)))).text())
          .startsWith(words).doesNotContain("view");
    }
  }

  @Test
  void cutsEncryptedBlocksOutOfMails() throws IOException {
    String mail = """
        From: a@b.c
        Subject: A secret

        %s
        -----BEGIN PGP MESSAGE-----

        hIwDY32hYGCE8MkBA
        -----END PGP MESSAGE-----

        %s
        """;
    assertThat(Made.document(file("mail.eml", mail.formatted("Words before.", "Words after."))).text())
        .isEqualTo("Words before.\n\nWords after.");
    assertThat(Made.read(file("mail.eml", mail.formatted("", ""))).status()).isEqualTo(FileStatus.ENCRYPTED);
  }

  @Test
  void datesMailsByTheDayOfTheirSender() throws IOException {
    assertThat(Made.document(file("mail.eml", """
        From: a@b.c
        Date: Mon, 1 Jan 2024 23:30:00 -0500
        Subject: Late

        Words.
        """)).date()).isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void readsAnEBookByItsSpine() throws IOException {
    ParsedDocument document = Made.document(Made.zip(folder.resolve("book.epub"), "mimetype",
        "application/epub+zip",
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path='o/p.opf'/></rootfiles></container>", "o/p.opf",
        "<package><metadata><dc:title>A Book</dc:title><dc:creator opf:role='ill'>Ill</dc:creator><dc:creator opf:role='aut'>Aut</dc:creator>"
            + "</metadata><manifest><item id='b' href='b.xhtml'/><item id='a' href='a.xhtml'/><item id='c' href='copyright.xhtml'/></manifest>"
            + "<spine><itemref idref='c'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
        "o/b.xhtml", "<html><body><h2>Two</h2><div/><p>End.</p></body></html>", "o/a.xhtml",
        "<html><body><h2>One</h2><p>Start.</p></body></html>",
        "o/copyright.xhtml", "<html><body><p>All rights reserved.</p></body></html>"));
    assertThat(document.text()).isEqualTo("One\n\nStart.\n\nTwo\n\nEnd.");
    assertThat(document.authors()).containsExactly("Aut");
    assertThat(document.title()).isEqualTo("A Book");
  }

  @Test
  void readsOpenDocumentWithItsNotesAndWithoutWhatWasDeleted() throws IOException {
    ParsedDocument document = Made.document(Made.zip(folder.resolve("made.odt"), "mimetype",
        "application/vnd.oasis.opendocument.text",
        "content.xml",
        "<office:document-content><office:automatic-styles><style:style style:name='P'><style:text-properties text:display='none'/>"
            + "</style:style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>Gone</text:p></text:tracked-changes>"
            + "<text:h text:outline-level='1'>Head</text:h><text:p>Words<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + "<text:p>Note</text:p></text:note-body></text:note><text:s/>here</text:p><text:p text:style-name='P'>Hid</text:p>"
            + "</office:text></office:body></office:document-content>"));
    assertThat(document.text()).isEqualTo("Head\n\nWords here\n\nNote\n\nHid");
    assertThat(Made.blocks(document, Block::hidden)).containsExactly("Hid");
  }

  @Test
  void leavesCommentsNotesAndTextBoxesOutOfRowsOfOpenDocument() throws IOException {
    ParsedDocument document = Made.document(Made.zip(folder.resolve("made.odt"), "mimetype",
        "application/vnd.oasis.opendocument.text",
        "content.xml",
        "<office:document-content><office:body><office:text><table:table><table:table-row><table:table-cell>"
            + "<office:annotation><text:p>Comment</text:p></office:annotation><text:p>Words<text:note><text:note-body>"
            + "<text:p>Note</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>Box</text:p>"
            + "</draw:text-box></draw:frame></text:p></table:table-cell></table:table-row></table:table>"
            + "</office:text></office:body></office:document-content>"));
    assertThat(document.text()).isEqualTo("Words\n\nNote\n\nBox");
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("Words");
  }

  @Test
  void keepsAllOfAHiddenSectionHidden() throws IOException {
    ParsedDocument document = Made.document(Made.zip(folder.resolve("made.odt"), "mimetype",
        "application/vnd.oasis.opendocument.text",
        "content.xml",
        "<office:document-content><office:body><office:text><text:p>Seen</text:p><text:section text:display='none'>"
            + "<text:h text:outline-level='1'>Head</text:h><text:p>Hid</text:p></text:section><text:p>Seen too</text:p>"
            + "</office:text></office:body></office:document-content>"));
    assertThat(Made.blocks(document, Block::hidden)).containsExactly("Head", "Hid");
  }

  @Test
  void readsZipsWithNamesAsWindowsWritesThem() throws IOException {
    Path file = folder.resolve("made.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM850"))) {
      zip.putNextEntry(new ZipEntry("Übersicht.xml"));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(WORD.formatted(paragraph("Words")).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    assertThat(Made.document(file).text()).isEqualTo("Words");
  }

  @Test
  void saysThatOldAndBinaryWorkbooksAreNotRead() throws IOException {
    Path binary = Made.zip(folder.resolve("book.xlsb"), "[Content_Types].xml", "<Types/>", "xl/workbook.bin",
        "x");
    Path old = folder.resolve("book.xls");
    try (POIFSFileSystem files = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(old)) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "Book");
      files.writeFilesystem(out);
    }
    assertThat(List.of(binary, old)).extracting(file -> Made.read(file).status())
        .containsOnly(FileStatus.UNSUPPORTED);
  }

  @Test
  void readsALongLineThatIsAlmostBase64() throws IOException {
    Path file = file("codes.txt", "A1B2".repeat(100_000));
    assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> assertThat(Made.read(file).status()).isEqualTo(FileStatus.INDEXED));
  }

  @Test
  void writesRowsWithTheNamesOfTheirColumns() throws IOException {
    assertThat(Made.document(file("people.csv", "Name;Town\n\"Ann; Lee\";Rome\nBob;\n")).text())
        .isEqualTo("Name Town\nName: Ann; Lee; Town: Rome\nName: Bob");
    Path file = folder.resolve("book.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Sheet");
      Row names = sheet.createRow(0);
      names.createCell(0).setCellValue("Name");
      names.createCell(1).setCellValue("Age");
      Row row = sheet.createRow(1);
      row.createCell(0).setCellValue("Ann");
      row.createCell(1).setCellValue(30);
      workbook.write(out);
    }
    assertThat(Made.document(file).text()).isEqualTo("Name Age\nName: Ann; Age: 30");
  }

  @Test
  void readsSlidesAsPages() throws IOException {
    Path file = folder.resolve("slides.pptx");
    try (XMLSlideShow show = new XMLSlideShow(); OutputStream out = Files.newOutputStream(file)) {
      for (String words : new String[]{"First slide", "Second slide"}) {
        XSLFTextBox box = show.createSlide().createTextBox();
        box.setText(words);
      }
      show.write(out);
    }
    ParsedDocument document = Made.document(file);
    assertThat(document.text()).isEqualTo("First slide\n\nSecond slide");
    assertThat(document.blocks()).extracting(Block::page).containsExactly(1, 2);
  }

  @Test
  void readsMarkdownAndRtf() throws IOException {
    ParsedDocument markdown = Made
        .document(file("notes.md", "# Notes on marks\n\nSome *words*\nof text.\n\n- one\n- two\n"));
    assertThat(markdown.text()).isEqualTo("Notes on marks\n\nSome *words* of text.\n\n- one\n- two");
    assertThat(markdown.title()).isEqualTo("Notes on marks");
    assertThat(
        Made.document(file("notes.rtf", "{\\rtf1\\ansi Plain \\b bold\\b0  words.\\par Second.}")).text())
        .isEqualTo("Plain bold words.\n\nSecond.");
  }

  @Test
  void goesByContentWhereTheEndingIsWrong() throws IOException {
    assertThat(Made.read(file("page.pdf", "<html><body><p>Not found here.</p></body></html>")).mediaType())
        .isEqualTo("text/html");
    Path cut = Files.write(folder.resolve("cut.docx"), "PK\3\4rest".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Made.read(cut).status()).isEqualTo(FileStatus.DAMAGED);
  }
}
