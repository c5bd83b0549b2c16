package org.readingroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks web pages as sites and programs write them, and Markdown. */
class WebFormatTests {

  private static final String PROSE = "<p>"
      + "The mill stands at the river and is shown to whoever asks. ".repeat(9) + "</p>";

  @TempDir
  Path folder;

  private ParsedDocument page(String body) throws IOException {
    return Made.document(Files.writeString(folder.resolve("page.html"),
        "<html><head><title>A page</title></head><body>" + body + "</body></html>"));
  }

  private ParsedDocument markdown(String text) throws IOException {
    return Made.document(Files.writeString(folder.resolve("notes.md"), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<sup class='reference'><a href='#cite_note-1'>[1]</a></sup>",
      "<sup class='reference'>: 12</sup>", "<sup><a href='notes.xhtml#n1'>[note 1]</a></sup>",
      "<sup><a href='#ftnt1'>[a]</a></sup>", "<a href='#fn1'><sup>1</sup></a>",
      "<a href='#_ftn1'><span class='MsoFootnoteReference'>[1]</span></a>",
      "<a role='doc-noteref' href='#fn1'>1</a>", "<a epub:type='noteref' href='#n1'>*</a>",
      "<a class='fnanchor' href='#Footnote_1'>[1]</a>"})
  void leavesTheMarksOfNotesOut(String mark) throws IOException {
    ParsedDocument document = page("<h2>Fish" + mark + "</h2><p>It floats." + mark
        + " It is soft.</p><table><tr><td>Weight" + mark + "</td><td>2 kg</td></tr></table>");
    assertThat(document.text()).isEqualTo("Fish\n\nIt floats. It is soft.\n\nWeight 2 kg");
  }

  @Test
  void keepsRaisedAndLinkedWordsThatAreNoMarks() throws IOException {
    assertThat(page("<p>It has 10<sup>3</sup> wheels, the <a epub:type='noteref' href='#n1'>samsara</a> too,"
        + " as section <a href='#s2'>2<sup>b</sup></a> says.</p>").text())
        .isEqualTo("It has 103 wheels, the samsara too, as section 2b says.");
  }

  @Test
  void leavesOutLinksThatEditASection() throws IOException {
    assertThat(page("<h2>Etymology<span class='mw-editsection'>[<a href='e'>edit</a>]</span></h2>" + PROSE)
        .text()).startsWith("Etymology\n\nThe mill");
  }

  @Test
  void keepsHeadingsAndSectionsThatAreCalledLikeFurniture() throws IOException {
    ParsedDocument document = page(PROSE
        + "<h2 id='Social_structure'>Social structure</h2><p>They live alone.</p>"
        + "<h2><span id='Market_share'>Market share</span>[edit]</h2><p>It is small.</p>"
        + "<section id='cookies'><h2>Cookies</h2><p>They are baked.</p></section>"
        + "<div id='social-impact' class='section level2'><h2>2.1 Social impact</h2><p>It is great.</p></div>"
        + "<div id='newsletter'><h2>Newsletter</h2><p>Sign up.</p></div>");
    assertThat(Made.blocks(document, Role.HEADING)).containsExactly("Social structure", "Market share[edit]",
        "Cookies", "2.1 Social impact");
    assertThat(document.text()).contains("They are baked.", "It is great.").doesNotContain("Sign up.");
  }

  @Test
  void readsFootnotesThatStandAside() throws IOException {
    ParsedDocument document = page(PROSE + "<aside class='footnote-list brackets'>"
        + "<aside class='footnote brackets' role='doc-footnote'><p>A note.</p></aside></aside>"
        + "<aside><p>Buy a mill.</p></aside>");
    assertThat(Made.blocks(document, Role.NOTE)).containsExactly("A note.");
    assertThat(document.text()).doesNotContain("Buy a mill.");
  }

  @Test
  void keepsTablesWhoseCellsAreLinks() throws IOException {
    String row = "<tr><td><a href='j'>John Lennon</a></td><td><a href='l'>Liverpool</a></td><td>1940</td></tr>";
    String links = "<tr><td><p><a href='r'>Ringo Starr</a></p></td><td><a href='l'>Liverpool</a></td></tr>";
    ParsedDocument document = page(
        PROSE + "<table><tr><td>Name</td><td>Where and when they were born</td></tr>"
            + row + "</table><div><table><caption>Band</caption>" + links.repeat(3) + "</table></div>");
    assertThat(Made.blocks(document, Role.TABLE)).containsExactly("Name Where and when they were born",
        "John Lennon Liverpool 1940", "Ringo Starr Liverpool", "Ringo Starr Liverpool",
        "Ringo Starr Liverpool");
    assertThat(page(PROSE + "<table><tr><th>Who</th></tr>" + links + "</table>").text())
        .endsWith("Who\nRingo Starr Liverpool");
  }

  @Test
  void keepsListsOfLinksThatAParagraphLeadsTo() throws IOException {
    String list = "<ul><li><a href='1'>%s</a></li><li><a href='2'>Bob Lee</a></li></ul>";
    ParsedDocument document = page("<ul><li><a href='h'>Home</a></li></ul><main>" + PROSE
        + "<p>The members are:</p>" + list.formatted("Ann Smith") + "<h2>More</h2>"
        + list.formatted("Shop") + "</main>" + PROSE + list.formatted("Imprint"));
    assertThat(Made.blocks(document, Role.LIST)).containsExactly("Ann Smith", "Bob Lee");
  }

  @Test
  void readsHeadingsThatAreButtonsOrHoldBlocks() throws IOException {
    ParsedDocument document = page("<h2><button>When are you open?</button></h2><p>From nine to five.</p>"
        + "<h2><div>The\nmill<br>of Valbrune</div></h2><p>It is old.</p>"
        + "<h2>Prices <button>Copy link</button></h2><p>All are low.</p>"
        + "<dl><dt><button>May I bring a dog?</button></dt><dd>You may.</dd></dl>"
        + "<details><summary><button>Is there parking?</button></summary><p>There is.</p></details>"
        + "<button>Send</button><h2>Never closed<p>This is text.</p>");
    assertThat(Made.blocks(document, Role.HEADING)).containsExactly("When are you open?",
        "The mill\nof Valbrune", "Prices");
    assertThat(Made.blocks(document, Role.LIST)).containsExactly("May I bring a dog?", "You may.");
    assertThat(Made.blocks(document, Role.BODY)).containsExactly("From nine to five.", "It is old.",
        "All are low.", "Is there parking?", "There is.", "Never closed", "This is text.");
    assertThat(document.blocks().get(1).section()).containsExactly("When are you open?");
  }

  @Test
  void readsFormulasOnce() throws IOException {
    String formula = "<math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>"
        + "</mrow><annotation encoding='application/x-tex'>E=mc^{2}</annotation></semantics></math>";
    String hidden = "<span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display: none;'>"
        + formula + "</span>";
    assertThat(page("<p>He wrote " + formula + ".</p><p>She wrote " + hidden + ".</p>").text())
        .isEqualTo("He wrote E=mc2.\n\nShe wrote E=mc2.");
  }

  @Test
  void leavesOutWhatProjectGutenbergWritesAroundABook() throws IOException {
    assertThat(page("<section class='pg-boilerplate' id='pg-header'><h2>The Project Gutenberg eBook</h2>"
        + "<p>This eBook is for the use of anyone.</p></section><h1>Mills</h1><p>They are old.</p>").text())
        .isEqualTo("Mills\n\nThey are old.");
  }

  @Test
  void readsTheAuthorsOfFrontMatter() throws IOException {
    ParsedDocument document = markdown("""
        ---
        title: "On mills"
        author:
          - Ann Smith
          - name: 'Bob Lee'
            affiliation: Mill Society
          - Eve Low
        date: 2020-01-02
        ---
        Words.
        """);
    assertThat(document.title()).isEqualTo("On mills");
    assertThat(document.authors()).containsExactly("Ann Smith", "Bob Lee", "Eve Low");
    assertThat(document.date()).isEqualTo(LocalDate.of(2020, 1, 2));
    assertThat(markdown("---\nauthor:\ndate: 2020-01-02\n---\nWords.\n").authors()).isEmpty();
    assertThat(markdown("---\nauthor: Ann Smith; Bob Lee\n---\nWords.\n").authors())
        .containsExactly("Ann Smith", "Bob Lee");
  }

  @Test
  void endsCodeAtTheFenceThatBeganIt() throws IOException {
    ParsedDocument document = markdown("""
        # Fences

        ````md
        ```
        # no heading
        ```
        ````

        ```x``` is code.

        # After

        ~~~
        # none, too
        ~~~~

        # Last
        """);
    assertThat(Made.blocks(document, Role.HEADING)).containsExactly("Fences", "After", "Last");
    assertThat(Made.blocks(document, Role.BODY)).containsExactly("```\n# no heading\n```", "```x``` is code.",
        "# none, too");
  }

  @ParameterizedTest
  @CsvSource({"windows-1251, Мельница стоит на берегу реки и была построена в начале прошлого века.",
      "windows-1256, بنيت الطاحونة على ضفة النهر في بداية القرن الماضي وما زالت تعمل حتى اليوم."})
  void readsPagesThatDoNotSayTheirEncoding(String charset, String words) throws IOException {
    String paragraph = "<div class=\"content\"><p style=\"margin: 0 auto; font-family: Arial, sans-serif\">"
        + "<font color=\"#000000\" face=\"Verdana, Arial, Helvetica, sans-serif\" size=\"2\">" + words
        + "</font></p></div>";
    String page = "<html><head><title>Mill</title><script>"
        + "function menu(item) { return document.getElementById(item).style; }".repeat(20)
        + "</script><style>.content { margin: 0 auto; font-family: Arial, sans-serif; }</style></head><body>"
        + paragraph.repeat(3) + "</body></html>";
    Path file = Files.write(folder.resolve("page.html"), page.getBytes(Charset.forName(charset)));
    assertThat(Made.document(file).text()).startsWith(words);
  }
}
