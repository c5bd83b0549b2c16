package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Sha256;
import org.readingroom.ingest.Block;
import org.readingroom.ingest.FileStatus;
import org.readingroom.ingest.Page;
import org.readingroom.ingest.ParsedDocument;
import org.readingroom.ingest.ParsedFile;
import org.readingroom.ingest.Role;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;
import org.readingroom.reference.ReferenceFormat;

/** Holds a library to what lists beside the files say of them, and descriptors of the collection, wherever it is kept. */
abstract class BibliographyContract {

  private static final Collection BUILT_IN = new Collection("built-in", "A Reader", "", "", "00", List.of(),
      new Authority(List.of()), List.of());

  @TempDir
  private Path folder;

  private final List<String> parsed = new ArrayList<>();
  private Path papers;
  private Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    papers = Files.createDirectories(folder.resolve("papers"));
    library = new Library(folder.resolve("home"), settings(), () -> BUILT_IN, BUILT_IN::id,
        update -> update.apply(this::parse), Clock.systemUTC());
    library.create("papers", "My papers");
    write("one.txt", "The first paper is on lead.");
    write("two.txt", "The second paper is on gold.");
  }

  @AfterEach
  void close() {
    library.close();
  }

  /** Returns where the library of the test is kept. */
  abstract LibrarySettings settings();

  /** Makes a document of each paragraph, with one page. */
  private ParsedFile parse(Path file) {
    parsed.add(String.valueOf(file.getFileName()));
    try {
      String text = Files.readString(file);
      List<ParsedDocument> documents = new ArrayList<>();
      String[] paragraphs = text.split("\n\n");
      for (int i = 0; i < paragraphs.length; i++) {
        documents.add(new ParsedDocument(paragraphs.length == 1 ? "" : String.valueOf(i + 1), "Its own title",
            List.of("O. Wner"), LocalDate.of(2001, 2, 3), "Own Press", "10.1000/own", null, null, "fr",
            paragraphs[i],
            List.of(new Block(0, paragraphs[i].length(), Role.BODY, 1, List.of(), false, false)),
            List.of(new Page(1, "iv", 0, paragraphs[i].length(), 600, 800)), List.of()));
      }
      return new ParsedFile(FileStatus.INDEXED, "", Sha256.of(text), "text/plain", "Its own title", "fr", 1,
          List.of(), documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = papers.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private UpdateReport add() {
    return library.add("papers", List.of(papers), UpdateListener.NONE);
  }

  private UpdateReport update() {
    parsed.clear();
    return library.update("papers", UpdateListener.NONE);
  }

  private Document document(int number) {
    return library.document("papers:" + number).orElseThrow();
  }

  private List<String> files() {
    return library.files("papers").stream()
        .map(file -> file.path() + " " + file.status() + " " + file.title() + " " + file.language()).toList();
  }

  @Test
  void aTableBesideTheFilesOverridesWhatTheySay() throws IOException {
    write("metadata.csv", """
        file,title,authors,date,publisher,doi,language,type,journal
        one.txt,On Lead,"Smith, Ann; Jones, Bea",May 2017,Some Press,10.1000/lead,de,letter,
        nothing.txt,Nothing,,,,,,,
        """);

    UpdateReport report = add();

    assertThat(report.remarks()).isEmpty();
    assertThat(report.files()).extracting(FileRecord::path).containsExactly("one.txt", "two.txt");
    assertThat(files()).containsExactly("one.txt indexed On Lead de", "two.txt indexed Its own title fr");
    Document lead = document(1);
    assertThat(lead.title()).isEqualTo("On Lead");
    assertThat(lead.date().iso()).isEqualTo("2017-05");
    assertThat(lead.kind()).isEqualTo(Kind.LETTER);
    assertThat(lead.origin().authors()).containsExactly("Ann Smith", "Bea Jones");
    assertThat(lead.origin().publisher()).isEqualTo("Some Press");
    assertThat(lead.origin().doi()).isEqualTo("10.1000/lead");
    assertThat(lead.origin().language()).isEqualTo("de");
    assertThat(document(2).title()).isEqualTo("Its own title");
    assertThat(library.collection("papers").documents()).containsExactly(lead, document(2));
  }

  @Test
  void aChangedBibliographyChangesDocumentsWithoutReadingFilesAgain() throws IOException {
    add();
    long before = library.sequence("papers");
    write("list.bib", "@book{one, title = {On Lead}}");

    update();

    assertThat(parsed).isEmpty();
    assertThat(document(1).title()).isEqualTo("On Lead");
    assertThat(document(1).date().iso()).as("what it does not say stays").isEqualTo("2001-02-03");
    long described = library.sequence("papers");
    assertThat(described).isGreaterThan(before);
    update();
    assertThat(library.sequence("papers")).as("nothing has changed").isEqualTo(described);

    write("list.bib", "@book{one, title = {On Lead and Tin}}\n@book{two, year = 1999}");
    update();
    assertThat(document(1).title()).isEqualTo("On Lead and Tin");
    assertThat(document(2).date().iso()).isEqualTo("1999");

    Files.delete(papers.resolve("list.bib"));
    assertThat(update().removed()).isEmpty();
    assertThat(parsed).isEmpty();
    assertThat(document(1).title()).isEqualTo("Its own title");
    assertThat(document(2).date().iso()).isEqualTo("2001-02-03");
    assertThat(files()).containsExactly("one.txt indexed Its own title fr",
        "two.txt indexed Its own title fr");
  }

  @Test
  void aChangedOrMovedFileIsDescribedAtOnce() throws IOException {
    write("metadata.csv", "file,title\none.txt,On Lead\nmoved.txt,On Gold\n");
    add();
    write("one.txt", "The first paper is on lead and on tin.");
    Files.move(papers.resolve("two.txt"), papers.resolve("moved.txt"));

    update();

    assertThat(parsed).containsExactly("one.txt");
    assertThat(document(1).title()).isEqualTo("On Lead");
    assertThat(document(1).text()).endsWith("tin.");
    assertThat(document(2).title()).isEqualTo("On Gold");
    assertThat(document(2).origin().path()).isEqualTo("moved.txt");
  }

  @Test
  void oneThatCannotBeReadDisturbsNothing() throws IOException {
    write("list.bib", "@book{one, title = {On Lead}}");
    add();
    write("list.bib", "@book{one, title = {On");

    UpdateReport report = update();

    assertThat(report.remarks()).containsExactly("What " + papers.resolve("list.bib")
        + " says of the files is not used: it is not BibTeX.");
    assertThat(report.troubles()).isEmpty();
    assertThat(files()).containsExactly("one.txt indexed On Lead fr",
        "two.txt indexed Its own title fr");
  }

  @Test
  void aMovedFileKeepsWhatAListSaidThatCannotBeReadNow() throws IOException {
    write("list.bib", "@book{one, title = {On Lead}, file = {one.txt}}");
    add();
    write("list.bib", "@book{one, title = {On");
    Files.move(papers.resolve("one.txt"), papers.resolve("moved.txt"));

    update();

    assertThat(document(1).origin().path()).isEqualTo("moved.txt");
    assertThat(document(1).title()).isEqualTo("On Lead");
  }

  @Test
  void whatWasATableOrATextBecomesABibliography() throws IOException {
    write("items.json", "[{\"id\": 1}]");
    add();
    assertThat(files()).hasSize(3);
    write("items.json", "[{\"id\": \"two\", \"type\": \"book\", \"title\": \"On Gold\"}]");

    assertThat(update().removed()).containsExactly("items.json");
    assertThat(files()).containsExactly("one.txt indexed Its own title fr", "two.txt indexed On Gold fr");
  }

  @Test
  void theMailsOfAFileAreNotDescribedAsOne() throws IOException {
    write("one.txt", "First mail.\n\nSecond mail.");
    write("metadata.csv", "file,title\none.txt,All mails\n");
    add();

    assertThat(library.collection("papers").documents()).extracting(Document::title)
        .containsOnly("Its own title");
    long before = library.sequence("papers");
    update();
    assertThat(library.sequence("papers")).isEqualTo(before);
  }

  @Test
  void describesFilesOfOtherPlacesToo() throws IOException {
    library.add("papers", List.of(papers.resolve("one.txt")), UpdateListener.NONE);
    write("metadata.csv", "file,title\none.txt,On Lead\ntwo.txt,On Gold\n");

    library.add("papers", List.of(papers.resolve("metadata.csv")), UpdateListener.NONE);
    assertThat(document(1).title()).isEqualTo("On Lead");
    library.add("papers", List.of(papers.resolve("two.txt")), UpdateListener.NONE);
    assertThat(document(1).title()).isEqualTo("On Lead");
    assertThat(document(2).title()).isEqualTo("On Gold");
  }

  @Test
  void theSecondOfTwoEqualFilesHasTheTitleOfTheFirst() throws IOException {
    write("zwei.txt", "The second paper is on gold.");
    write("metadata.csv", "file,title\ntwo.txt,On Gold\n");
    add();
    assertThat(files()).endsWith("two.txt indexed On Gold fr", "zwei.txt duplicate On Gold fr");

    Files.delete(papers.resolve("metadata.csv"));
    update();
    assertThat(files()).endsWith("two.txt indexed Its own title fr", "zwei.txt duplicate Its own title fr");
  }

  @Test
  void referencesHaveWhatIsSaid() throws IOException {
    write("list.bib", """
        @article{one,
          title = {On Lead}, author = {de la Vall{\\'e}e Poussin, Charles and {World Lead Organization}},
          journal = {Journal of Lead}, volume = 12, number = 3, year = 2017, month = may,
          publisher = {Lead Press}, doi = {10.1000/lead}, langid = {ngerman}
        }
        @incollection{two,
          title = {On Gold}, author = {Smith, Ann}, editor = {Jones, Bea}, booktitle = {Metals},
          translator = {Doe, Jane}, year = 1999
        }""");
    add();
    Reference reference = new Reference(library.titled("papers"));
    Span lead = new Span(0, 9);

    assertThat(reference.write(document(1), lead, ReferenceFormat.CHICAGO)).isEqualTo(
        "“The first” Charles de la Vallée Poussin and World Lead Organization, “On Lead,” Journal of Lead 12, "
            + "no. 3, Lead Press, May 2017, p. iv, https://doi.org/10.1000/lead, file one.txt in My papers.");
    assertThat(reference.note(document(2))).isEqualTo(
        "Ann Smith, “On Gold,” in Metals, ed. Bea Jones, trans. Jane Doe, Own Press, 1999, "
            + "https://doi.org/10.1000/own, file two.txt in My papers.");
    assertThat(reference.write(document(1), lead, ReferenceFormat.BIBTEX)).startsWith("@article{papers-1,")
        .contains("author = {de la Vallée Poussin, Charles and {World Lead Organization}}",
            "title = {{On Lead}}", "date = {2017-05}", "year = {2017}", "month = may",
            "journal = {Journal of Lead}", "volume = {12}", "number = {3}", "publisher = {Lead Press}",
            "doi = {10.1000/lead}", "langid = {de}", "pages = {iv}")
        .doesNotContain("Wner", "own");
    assertThat(reference.write(document(2), null, ReferenceFormat.BIBTEX)).startsWith("@incollection{")
        .contains("booktitle = {Metals}", "editor = {Jones, Bea}", "translator = {Doe, Jane}",
            "date = {1999}", "year = {1999}")
        .doesNotContain("month");
    assertThat(reference.write(document(1), lead, ReferenceFormat.RIS)).contains("TY  - JOUR\r\n",
        "AU  - de la Vallée Poussin, Charles\r\n", "AU  - World Lead Organization\r\n", "TI  - On Lead\r\n",
        "PY  - 2017\r\n", "DA  - 2017/05//\r\n", "T2  - Journal of Lead\r\n", "VL  - 12\r\n", "IS  - 3\r\n",
        "PB  - Lead Press\r\n", "DO  - 10.1000/lead\r\n", "SP  - iv\r\n");
    assertThat(reference.write(document(2), null, ReferenceFormat.RIS)).contains("TY  - CHAP\r\n",
        "ED  - Jones, Bea\r\n", "TA  - Doe, Jane\r\n", "PY  - 1999\r\n").doesNotContain("DA  -");
    assertThat(reference.write(document(1), lead, ReferenceFormat.CSL_JSON)).contains(
        "\"type\":\"article-journal\"", "\"title\":\"On Lead\"",
        "{\"family\":\"de la Vallée Poussin\",\"given\":\"Charles\"},{\"literal\":\"World Lead Organization\"}",
        "\"issued\":{\"date-parts\":[[2017,5]]}", "\"container-title\":\"Journal of Lead\"",
        "\"volume\":\"12\"", "\"issue\":\"3\"", "\"DOI\":\"10.1000/lead\"", "\"locator\":\"iv\"");
    assertThat(reference.write(document(2), null, ReferenceFormat.CSL_JSON)).contains("\"type\":\"chapter\"",
        "\"issued\":{\"date-parts\":[[1999]]}", "\"editor\":[{\"family\":\"Jones\",\"given\":\"Bea\"}]");
  }

  @Test
  void aDescriptorBesideTheFilesSaysWhatTheCollectionIs() throws IOException {
    write("collection.yaml", """
        title: Papers on Metals
        description: Two papers on metals.
        publisher: Metal Press
        citation: in Ann Smith, ed., Papers on Metals (Metal Press, 2001)
        examples: ["When does lead melt?"]
        """);
    write("authority.yaml", """
        - {type: person, name: Ann Smith, variants: [A. Smith, Anna Smith], role: editor}
        """);

    UpdateReport report = add();

    assertThat(report.remarks()).isEmpty();
    assertThat(report.files()).extracting(FileRecord::path).containsExactly("one.txt", "two.txt");
    Collection papers = library.collection("papers");
    assertThat(papers.title()).isEqualTo("Papers on Metals");
    assertThat(papers.description()).isEqualTo("Two papers on metals.");
    assertThat(papers.publisher()).isEqualTo("Metal Press");
    assertThat(papers.examples()).containsExactly("When does lead melt?");
    assertThat(library.holding("papers").examples()).containsExactly("When does lead melt?");
    assertThat(papers.authority().entries()).containsExactly(new Authority.Entry(Authority.Type.PERSON,
        "Ann Smith", List.of("A. Smith", "Anna Smith"), "editor", null));
    assertThat(library.holding("papers").title()).isEqualTo("Papers on Metals");
    assertThat(new Reference(library.titled("papers")).note(document(1)))
        .endsWith("file one.txt in Ann Smith, ed., Papers on Metals (Metal Press, 2001).");
  }

  @Test
  void aChangedDescriptorChangesTheCollectionWithoutReadingFilesAgain() throws IOException {
    add();
    long before = library.sequence("papers");
    write("authority.yaml", "- {type: place, name: Freiberg, variants: [Freyberg]}");

    update();

    assertThat(parsed).isEmpty();
    long described = library.sequence("papers");
    assertThat(described).isGreaterThan(before);
    assertThat(library.collection("papers").authority().entries()).hasSize(1);
    assertThat(library.collection("papers").title()).isEqualTo("My papers");
    update();
    assertThat(library.sequence("papers")).as("nothing has changed").isEqualTo(described);

    Files.delete(papers.resolve("authority.yaml"));
    update();
    assertThat(library.collection("papers").authority().entries()).isEmpty();
  }

  @Test
  void aDescriptorThatCannotBeReadChangesNothing() throws IOException {
    write("collection.yaml", "title: Papers on Metals\ndescription: Two papers.");
    write("authority.yaml", "- {type: place, name: Freiberg}");
    add();
    write("collection.yaml", "title: [Papers, on, Metals]");
    write("authority.yaml", "- {type: river, name: Freiberg}");

    UpdateReport report = update();

    assertThat(report.remarks()).containsExactly(
        "The descriptor " + papers.resolve("collection.yaml")
            + " needs a text of up to 1000 characters as \"title\". What it said before stays.",
        "The authority file " + papers.resolve("authority.yaml")
            + " does not give “Freiberg” the type person, place or body. What it said before stays.");
    assertThat(library.collection("papers").title()).isEqualTo("Papers on Metals");
    assertThat(library.collection("papers").description()).isEqualTo("Two papers.");
    assertThat(library.collection("papers").authority().entries()).hasSize(1);
  }

  @Test
  void withoutItsDescriptorACollectionIsCalledAsBefore() throws IOException {
    write("collection.yaml", "title: 1984\ndescription:\n");
    add();
    assertThat(library.title("papers")).isEqualTo("1984");
    assertThat(library.holding("papers").title()).isEqualTo("1984");

    Files.delete(papers.resolve("collection.yaml"));
    update();

    assertThat(library.title("papers")).isEqualTo("My papers");
    write("collection.yaml", "");
    assertThat(update().remarks()).isEmpty();
    assertThat(library.holding("papers").title()).isEqualTo("My papers");
  }

  @Test
  void aPlaceThatIsNotThereKeepsWhatItSaidOfTheCollection() throws IOException {
    write("authority.yaml", "- {type: place, name: Freiberg}");
    add();
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("collection.yaml"), "title: Others");
    library.add("papers", List.of(other), UpdateListener.NONE);
    assertThat(library.title("papers")).isEqualTo("Others");
    Files.move(papers, folder.resolve("unmounted"));
    Files.writeString(other.resolve("collection.yaml"), "title: Still others");

    update();

    assertThat(library.collection("papers").authority().entries()).hasSize(1);
    assertThat(library.title("papers")).as("what is there is read").isEqualTo("Still others");
  }

  @Test
  void ofTwoDescriptorsTheFirstIsUsedAndThatIsSaid() throws IOException {
    write("collection.yaml", "title: Papers on Metals");
    Path other = Files.createDirectories(folder.resolve("zz"));
    Files.writeString(other.resolve("collection.yaml"), "title: Others");
    add();

    UpdateReport report = library.add("papers", List.of(other), UpdateListener.NONE);

    assertThat(report.remarks()).containsExactly("The file " + other.resolve("collection.yaml")
        + " is not used: " + papers.resolve("collection.yaml") + " is.");
    assertThat(library.title("papers")).isEqualTo("Papers on Metals");
  }

  @Test
  void theOneFolderOfAnArchiveIsItsTop() throws IOException {
    Path archive = folder.resolve("archive");
    Path more = Files.createDirectories(archive.resolve("metals/more"));
    Files.writeString(archive.resolve("metals/collection.yaml"), "title: Papers on Metals");
    Files.writeString(more.resolve("lead.txt"), "Lead melts at 327 degrees.");
    Files.writeString(more.resolve("tin.txt"), "Tin melts at 232 degrees.");

    UpdateReport report = library.add("papers", List.of(archive), UpdateListener.NONE);

    assertThat(report.files()).hasSize(2).noneMatch(file -> file.path().endsWith(".yaml"));
    assertThat(library.title("papers")).isEqualTo("Papers on Metals");
  }

  @Test
  void aDescriptorInAFolderBelowIsAFileLikeAnyOther() throws IOException {
    write("below/collection.yaml", "title: Papers on Metals");

    UpdateReport report = add();

    assertThat(report.files()).extracting(FileRecord::path).contains("below/collection.yaml");
    assertThat(library.collection("papers").title()).isEqualTo("My papers");
  }
}
