package org.readingroom.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.bibliography.Description.Field;
import org.readingroom.bibliography.Description.Role;
import org.readingroom.collection.Creator;
import org.readingroom.collection.DocumentCard;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Origin;

class BibliographiesTests {

  private static final Path FIXTURES = Path.of("src/test/resources/org/readingroom/bibliography");

  @TempDir
  private Path folder;

  private final List<Path> files = new ArrayList<>();

  private Path file(String path) {
    Path file = folder.resolve(path);
    files.add(file);
    return file;
  }

  private Path write(String path, String text) throws IOException {
    Path file = file(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void fixture(String name, String path) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.copy(FIXTURES.resolve(name), file(path));
  }

  private Description said(String path) {
    return said(path, "Its own title", null);
  }

  private Description said(String path, String title, String doi) {
    return Bibliographies.among(files).of(folder.resolve(path), null,
        () -> new DocumentCard("papers", 1, title, null, DocumentDate.UNKNOWN, Kind.OTHER, null, null, null,
            null, "", 0, "", new Origin(path, "application/pdf", List.of(), null, doi, null, false, 0)));
  }

  private String title(String path) {
    Description said = said(path);
    return said == null ? null : said.text(Field.TITLE);
  }

  @Test
  void readsWhatZoteroWritesAsBibTex() throws IOException {
    fixture("zotero.bib", "My Library.bib");
    file("files/12/Smith; Müller - 2017 - Swarms.pdf");
    file("graphs.pdf");

    Description swarms = said("files/12/Smith; Müller - 2017 - Swarms.pdf");
    assertThat(swarms.texts()).containsOnly(
        java.util.Map.entry(Field.TITLE, "Swarms of 50% Robots: a “study” in α-control"),
        java.util.Map.entry(Field.TYPE, "article"),
        java.util.Map.entry(Field.CONTAINER, "Journal of Swarms"),
        java.util.Map.entry(Field.VOLUME, "12"), java.util.Map.entry(Field.ISSUE, "3"),
        java.util.Map.entry(Field.DOI, "10.1000/swarm_1"), java.util.Map.entry(Field.LANGUAGE, "en"));
    assertThat(swarms.creators(Role.AUTHOR)).containsExactly(new Creator("Smith", "Ann"),
        new Creator("Müller", "Jörg"), new Creator("World Robot Organization", null));
    assertThat(swarms.date().iso()).isEqualTo("2017-05");
    Description graphs = said("graphs.pdf");
    assertThat(graphs.text(Field.CONTAINER)).isEqualTo("A Book of Proofs");
    assertThat(graphs.text(Field.PUBLISHER)).isEqualTo("Académie");
    assertThat(graphs.creators(Role.AUTHOR)).containsExactly(new Creator("Erdős", "Pál"));
    assertThat(graphs.creators(Role.EDITOR)).containsExactly(new Creator("García", "Luz"),
        new Creator("Østby", "Nils"));
    assertThat(graphs.date().iso()).isEqualTo("1959");
  }

  @Test
  void readsWhatJabRefWrites() throws IOException {
    fixture("jabref.bib", "papers.bib");
    file("smith/Smith2017.pdf");
    file("a page.html");

    Description swarms = said("smith/Smith2017.pdf");
    assertThat(swarms.text(Field.TITLE)).isEqualTo("Swarms, second part");
    assertThat(swarms.text(Field.CONTAINER)).isEqualTo("Journal of Swarms (new series)");
    assertThat(swarms.creators(Role.AUTHOR)).containsExactly(new Creator("Smith", "Ann"),
        new Creator("van der Berg", "Ludwig"));
    assertThat(swarms.date().label()).isEqualTo("5 May 2017");
    Description page = said("a page.html");
    assertThat(page.creators(Role.AUTHOR)).containsExactly(new Creator("Reading Room", null));
    assertThat(page.date().iso()).isEqualTo("2019-03-01/2019-04-30");
    assertThat(page.text(Field.LANGUAGE)).isEqualTo("en");
  }

  @Test
  void passesOverWhatStandsBetweenEntries() throws IOException {
    write("list.bib",
        "From ann@example.org, {braces}.\n@book{a, title = {A}} and @BOOK {b,title={B}}\n% end");
    file("a.pdf");
    file("b.pdf");

    assertThat(title("a.pdf")).isEqualTo("A");
    assertThat(title("b.pdf")).isEqualTo("B");
  }

  @Test
  void readsCslJson() throws IOException {
    fixture("items.json", "items.json");
    file("swarm.pdf");
    file("letter-7.txt");
    file("book.txt");

    Description swarms = said("swarm.pdf", "Other", "10.1000/swarm.2");
    assertThat(swarms.creators(Role.AUTHOR)).containsExactly(
        new Creator("de la Vallée Poussin", "Charles"), new Creator("World Robot Organization", null));
    assertThat(swarms.creators(Role.TRANSLATOR)).containsExactly(new Creator("Jones", "Bea"));
    assertThat(swarms.text(Field.ISSUE)).isEqualTo("4");
    assertThat(swarms.date().label()).isEqualTo("July 2018");
    Description letter = said("letter-7.txt");
    assertThat(letter.text(Field.TO)).isEqualTo("Bea Jones");
    assertThat(letter.date().label()).isEqualTo("30 January 1950 – 2 February 1950");
    Description book = said("book.txt", "of About 1950!", null);
    assertThat(book.text(Field.PUBLISHER)).isEqualTo("Some Press");
    assertThat(book.date()).isNull();
  }

  @Test
  void readsWhatZoteroWritesAsCsv() throws IOException {
    fixture("zotero.csv", "Exported Items.csv");
    file("again.pdf");

    Description again = said("again.pdf");
    assertThat(again.text(Field.TITLE)).isEqualTo("Swarms, \"again\"");
    assertThat(again.text(Field.TYPE)).isEqualTo("journalArticle");
    assertThat(again.text(Field.LANGUAGE)).isEqualTo("en");
    assertThat(again.creators(Role.AUTHOR)).containsExactly(new Creator("Smith", "Ann"),
        new Creator("Müller", "Jörg"), new Creator("World Robot Organization", null));
    assertThat(again.date().label()).isEqualTo("3 May 2017");
    Description thesis = said("thesis.pdf", "A Thesis, without a File", null);
    assertThat(thesis.date().iso()).as("what may be a day in May or in June").isEqualTo("1999");
  }

  @Test
  void readsSemicolonsAMarkAndColumnsOfOtherNames() throws IOException {
    fixture("semicolons.csv", "metadata.csv");
    file("one.txt");
    file("sub/two.txt");
    file("three.txt");

    Description one = said("one.txt");
    assertThat(one.text(Field.TITLE)).isEqualTo("The first; and best");
    assertThat(one.text(Field.DOI)).isEqualTo("10.1000/one");
    assertThat(one.text(Field.LANGUAGE)).isEqualTo("de");
    assertThat(one.creators(Role.AUTHOR)).hasSize(2);
    assertThat(one.date().iso()).isEqualTo("2017-05");
    Description two = said("sub/two.txt");
    assertThat(two.texts()).containsOnlyKeys(Field.TYPE, Field.FROM, Field.TO);
    assertThat(two.date().iso()).isEqualTo("2017");
    Description three = said("three.txt");
    assertThat(three.texts()).containsOnlyKeys(Field.TITLE, Field.TYPE);
    assertThat(three.date()).as("never guessed").isNull();
  }

  @Test
  void metadataCsvGoesBeforeTheOthersAndTheNearerBeforeTheFarther() throws IOException {
    write("metadata.csv", "file,title\nsub/a.pdf,Top table\n");
    write("sub/metadata.csv", "file,publisher\na.pdf,Near table\n");
    write("sub/z.bib", "@book{a, title = {Near list}, publisher = {P}, year = 1990}");
    write("all.bib", "@book{a, title = {Far list}, year = 1980, doi = {10.1000/far}}");
    file("sub/a.pdf");

    Description said = said("sub/a.pdf");

    assertThat(said.text(Field.TITLE)).isEqualTo("Top table");
    assertThat(said.text(Field.PUBLISHER)).isEqualTo("Near table");
    assertThat(said.date().iso()).isEqualTo("1990");
    assertThat(said.text(Field.DOI)).isEqualTo("10.1000/far");
  }

  @Test
  void matchesByFileThenDoiThenKeyThenTitle() throws IOException {
    write("list.bib", """
        @book{x, title = {By file}, file = {paper.pdf}}
        @book{y, title = {By DOI}, doi = {10.1000/Y}}
        @book{paper, title = {By key}}
        @book{z, title = {By title: of "It"}}
        """);
    file("paper.pdf");
    file("other.pdf");
    assertThat(said("paper.pdf", "By title: of it", "10.1000/y").text(Field.TITLE)).isEqualTo("By file");
    assertThat(said("paper.txt", "By title: of it", "10.1000/y").text(Field.TITLE)).isEqualTo("By DOI");
    assertThat(said("paper.txt", "By title: of it", null).text(Field.TITLE)).isEqualTo("By key");
    assertThat(said("other.pdf", "BY TITLE – of it", null).text(Field.TITLE))
        .isEqualTo("By title: of \"It\"");
    assertThat(said("other.pdf", "By title", null)).isNull();
  }

  @Test
  void anEntryThatNamesAFileDescribesNoOther() throws IOException {
    write("list.bib", "@book{x, title = {It}, doi = {10.1000/x}, file = {paper.pdf}}");
    file("paper.pdf");
    file("supplement.pdf");

    assertThat(said("supplement.pdf", "It", "10.1000/x")).isNull();
  }

  @Test
  void doesNotGuessBetweenFilesOrEntries() throws IOException {
    write("list.bib", """
        @book{x, title = {Named}, file = {C:\\Users\\ann\\2018\\paper.pdf}}
        @book{y, title = {Unclear}, file = {report.pdf}}
        @book{z1, title = {Editorial}, year = 1990}
        @book{z2, title = {Editorial}, year = 1991}
        """);
    file("2017/paper.pdf");
    file("2018/paper.pdf");
    file("2017/report.pdf");
    file("2018/report.pdf");

    assertThat(title("2017/paper.pdf")).isNull();
    assertThat(title("2018/paper.pdf")).isEqualTo("Named");
    assertThat(title("2017/report.pdf")).isNull();
    assertThat(said("other.pdf", "Editorial", null)).isNull();
    file("report.pdf");
    assertThat(title("report.pdf")).isEqualTo("Unclear");
  }

  @Test
  void describesNothingOutsideItsFolder() throws IOException {
    write("sub/metadata.csv", "file,title\n../paper.pdf,Up\n/etc/hosts,Etc\nbelow/a.pdf,Below\n,Nobody's\n");
    file("paper.pdf");
    file("sub/below/a.pdf");

    assertThat(title("paper.pdf")).isNull();
    assertThat(title("sub/below/a.pdf")).isEqualTo("Below");
    assertThat(Bibliographies.among(files).remarks()).isEmpty();
  }

  @Test
  void tellsBibliographiesFromOtherFiles() throws IOException {
    fixture("items.json", "items.json");
    fixture("zotero.csv", "items.csv");
    write("METADATA.CSV", "file\n");
    write("a.bib", "");
    write("broken.json", "[{\"id\": \"x\", \"type\": ");
    write("data.json", "[{\"id\": \"x\", \"type\": \"note\", \"title\": \"No bibliography\"}]");
    write("object.json", "{\"id\": \"x\", \"type\": \"book\"}");
    write("data.csv", "Key,Item Type,File Attachments\n");
    write("a.txt", "@book{a}");

    Bibliographies found = Bibliographies.among(files);

    assertThat(files.stream().filter(found::contains)).extracting(file -> file.getFileName().toString())
        .containsExactly("items.json", "items.csv", "METADATA.CSV", "a.bib");
    assertThat(found.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a.bib        | @book{a, title = {A}\\n}\\n@book{b title = {B}}  | line 3 is not BibTeX
      a.bib        | A word.\\n\\n@string(a = "x")\\n@book{a, title = a} | line 3 is not BibTeX
      a.bib        | @book{a, title = {A}\\n                         | line 1 is not BibTeX
      a.json       | [{"id":"a","type":"book"},\\n{"id":              | line 2 is not JSON
      metadata.csv | shelf,room\\n1,2\\n                              | its first line names no column file, key, doi or title
      metadata.csv | file,title\\na.txt,"A" b\\nc,d                   | the quotation marks in line 2 do not match
      metadata.csv | ''                                              | it is empty
      """)
  void saysInOneSentenceWhyOneCannotBeRead(String name, String text, String reason) throws IOException {
    write(name, text.replace("\\n", "\n"));

    assertThat(Bibliographies.among(files).remarks()).containsExactly(
        "What " + folder.resolve(name) + " says of the files is not used: " + reason + ".");
  }

  @Test
  void refusesWhatIsTooLargeOrInAnotherEncodingAndReadsTheOthers() throws IOException {
    write("large.bib", ("@book{a, title = {" + "x".repeat(1_000) + "}}\n").repeat(50_000));
    Files.write(file("latin.bib"), "@book{b, title = {Schwärme}}".getBytes(StandardCharsets.ISO_8859_1));
    write("deep.bib",
        "@book{a, title = " + "{".repeat(50_000) + "\\'".repeat(50_000) + "}".repeat(50_000) + "}");
    write("metadata.csv", "key,title\na,Read\n");
    file("a.pdf");

    Bibliographies found = Bibliographies.among(files);

    assertThat(found.remarks()).anySatisfy(
        remark -> assertThat(remark)
            .endsWith("large.bib says of the files is not used: it is larger than 20 MB."))
        .anySatisfy(remark -> assertThat(remark).endsWith("it is not in UTF-8."));
    assertThat(title("a.pdf")).isEqualTo("Read");
  }

  @Test
  void whatAListSaidHoldsWhileItCannotBeRead() throws IOException {
    write("list.bib", "@book{a, title = {A}, year = 1990}");
    file("a.pdf");
    Description known = said("a.pdf");
    write("list.bib", "@book{a, title = ");

    assertThat(Bibliographies.among(files).of(folder.resolve("a.pdf"), known, () -> null)).isEqualTo(known);
    write("list.bib", "");
    assertThat(Bibliographies.among(files).of(folder.resolve("a.pdf"), known, () -> null)).isNull();
  }
}
