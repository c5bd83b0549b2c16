package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks plain text, mailboxes, pages that were saved as mails, RTF, and what is told from them. */
class PlainFormatTests {

  private static final String LONG = "She said that the mill had stood there for two hundred years, that her"
      + " family had always ground the corn of the valley in it, and that nobody had ever asked to see the books.";

  @TempDir
  Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsNoStyleSheetsAndScripts() throws IOException {
    for (String name : new String[]{"a.css", "a.js", "a.mjs", "a.js.map", "a.js.download"}) {
      assertThat(Made.read(file(name, "body { color: red }")).status()).as(name)
          .isEqualTo(FileStatus.UNSUPPORTED);
    }
  }

  @Test
  void takesWhatAServerMadeForAPageOnlyWhereItStartsAsOne() throws IOException {
    assertThat(Made.read(file("load.php", "mw.loader.state({});")).mediaType()).isEqualTo("text/plain");
    assertThat(
        Made.read(file("page.php", "<!DOCTYPE html><html><body><p>Words.</p></body></html>")).mediaType())
        .isEqualTo("text/html");
  }

  @Test
  void takesEachLineForAParagraphWhereNoMarginBreaksLines() throws IOException {
    String second = LONG.replace("She", "He");
    String third = LONG.replace("She", "Ann");
    assertThat(Made.document(file("log.txt",
        "10:00 Ann: Good morning, and thank you for coming to the hearing so early in the day, Sir.\n"
            + LONG + "\n" + second + "\n10:05 Bob: Yes.\n" + third
            + "\n\nRoses are red,\nViolets are blue.\n"))
        .text()).isEqualTo(
            "10:00 Ann: Good morning, and thank you for coming to the hearing so early in the day, Sir.\n\n"
                + LONG + "\n\n" + second + "\n\n10:05 Bob: Yes.\n\n" + third
                + "\n\nRoses are red,\nViolets are blue.");
  }

  @Test
  void joinsTheLinesOfATextWithAMarginAlsoWhereAFewAreLonger() throws IOException {
    String wrapped = "It was said by a man of letters, who was seldom wrong in what he\n"
        + "said, that a margin is a margin, and that whoever breaks his lines\n"
        + "by hand should be read as he would be if he had not done so, and\n"
        + "not as a poet is.";
    String text = wrapped + "\n\n" + wrapped + "\n\nSee https://example.org/" + "x".repeat(200) + "\n" + LONG
        + "\n" + LONG;
    assertThat(Made.document(file("wrapped.txt", text)).text())
        .startsWith(wrapped.replace('\n', ' ') + "\n\n");
  }

  @Test
  void readsABookOfProjectGutenbergWithoutItsLicence() throws IOException {
    for (String ends : List.of("\n", "\r\n")) {
      ParsedDocument document = Made.document(file("book.txt", """
          The Project Gutenberg eBook of Der Prozess

          This ebook is for the use of anyone anywhere.

          Title: Der Prozess
              Roman

          Author: Franz Kafka
              Max Brod

          Language: German

          *** START OF THE PROJECT GUTENBERG EBOOK DER
          PROZESS ***

          Jemand mußte Josef K. verleumdet haben.

          *** END OF THE PROJECT GUTENBERG EBOOK DER PROZESS ***

          START: FULL LICENSE
          """.replace("\n", ends)));
      assertThat(document.text()).isEqualTo("Jemand mußte Josef K. verleumdet haben.");
      assertThat(document.title()).isEqualTo("Der Prozess Roman");
      assertThat(document.authors()).containsExactly("Franz Kafka", "Max Brod");
      assertThat(document.language()).isEqualTo("de");
    }
  }

  @Test
  void splitsNoMailAtASentence() throws IOException {
    ParsedFile parsed = Made.read(file("box.mbox", """
        From a@b.c Mon Jun 01 10:00:00 2009
        From: a@b.c
        Subject: First

        Dear Bob,

        From the start of 1998 we knew better.

        From - Mon Jun 01 11:00:00 2009
        From: b@b.c
        Subject: Second

        More words.
        """));
    assertThat(parsed.documents()).extracting(ParsedDocument::text)
        .containsExactly("Dear Bob,\n\nFrom the start of 1998 we knew better.", "More words.");
  }

  @Test
  void splitsAMailboxThatSaysNoTimes() throws IOException {
    assertThat(Made.read(file("box.mbox", """
        From a@b.c
        Subject: First

        Words.

        From b@b.c
        Subject: Second

        More words.
        """)).documents()).extracting(ParsedDocument::title).containsExactly("First", "Second");
  }

  @Test
  void readsAPageThatWasSavedAsAMail() throws IOException {
    String parts = """
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary=x

        --x
        Content-Type: text/html

        <html lang=en><head><title>The mill</title><meta name=author content="Ann"></head>
        <body><nav><a href=a>Home</a></nav><h1>The mill</h1><p>It was built in 1764.</p></body></html>
        --x
        Content-Type: text/css

        p { color: red }
        --x
        Content-Type: text/html

        <p>A frame.</p>
        --x--
        """;
    for (Path saved : List.of(
        file("mill.mhtml",
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.b/\nSubject: x\n" + parts),
        file("mill.doc",
            "Date: Mon, 1 Jun 2009 10:00:00 +0000\nSubject: Exported From Confluence\n" + parts))) {
      ParsedDocument page = Made.document(saved);
      assertThat(page.text()).isEqualTo("The mill\n\nIt was built in 1764.");
      assertThat(page.title()).isEqualTo("The mill");
      assertThat(page.authors()).containsExactly("Ann");
      assertThat(page.from()).isNull();
    }
  }

  @Test
  void takesNoStyleSheetForTheWordsOfAMail() throws IOException {
    ParsedDocument mail = Made.document(file("mail.eml", """
        From: a@b.c
        Subject: The mill
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=x

        --x
        Content-Type: text/html

        <p>Words.</p>
        --x
        Content-Type: text/css

        p { color: red }
        --x--
        """));
    assertThat(mail.text()).isEqualTo("Words.");
    assertThat(mail.from()).isEqualTo("a@b.c");
  }

  @Test
  void readsRtfWithItsNotesAndWithoutWhatIsNotItsText() throws IOException {
    ParsedDocument document = Made.document(file("deed.rtf",
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\header\\pard Confidential\\par}\\pard They paid {\\deleted not }"
            + "the sum{\\super\\chftn}{\\footnote \\pard See p. 4.} in full.\\par {\\v Hidden }Second"
            + "{\\*\\atnid AS}{\\*\\atnauthor Ann}\\chatn{\\*\\annotation\\pard Why?}.\\par}"));
    assertThat(document.text()).isEqualTo("They paid the sum in full.\n\nSecond.\n\nSee p. 4.");
    assertThat(Made.blocks(document, Role.NOTE)).containsExactly("See p. 4.");
  }
}
