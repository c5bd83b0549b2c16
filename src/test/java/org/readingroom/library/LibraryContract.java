package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Paragraph;
import org.readingroom.collection.Sha256;
import org.readingroom.ingest.Block;
import org.readingroom.ingest.FileStatus;
import org.readingroom.ingest.ParsedDocument;
import org.readingroom.ingest.ParsedFile;
import org.readingroom.ingest.Role;

/** Holds a library to the same, wherever it is kept. */
abstract class LibraryContract {

  private static final Collection BUILT_IN = new Collection("built-in", "A Reader", "", "", "00", List.of(),
      new Authority(List.of()), List.of());

  @TempDir
  Path folder;

  private final List<Library> opened = new ArrayList<>();
  final List<String> parsed = new ArrayList<>();
  private Role role = Role.BODY;
  private String title = "Paper";
  private boolean interrupted;
  Path home;
  Path papers;
  Library library;

  @BeforeEach
  void makeLibrary() throws IOException {
    home = folder.resolve("home");
    papers = Files.createDirectories(folder.resolve("papers"));
    library = library();
    write("one.txt", "The first paper is on lead.");
    write("two.txt", "The second paper is on gold.");
  }

  @AfterEach
  void close() {
    opened.forEach(Library::close);
  }

  /** Returns where the library of the test is kept. */
  abstract LibrarySettings settings();

  Library library() {
    return library(this::parse, Clock.systemUTC());
  }

  private Library library(Function<Path, ParsedFile> parser, Clock clock) {
    Library made = new Library(home, settings(), () -> BUILT_IN, BUILT_IN::id, update -> update.apply(parser),
        clock);
    opened.add(made);
    return made;
  }

  /** Sends a file to the collection. */
  void send(Library to, String name, String text) throws IOException {
    Path sent = Files.writeString(Files.createTempFile(folder, "sent", ""), text);
    to.keep("papers", List.of(new SentFile(name, sent, false)), (wanted, taken) -> wanted);
  }

  /** Makes a document of each paragraph, and nothing of a file that says that it is broken. */
  ParsedFile parse(Path file) {
    parsed.add(String.valueOf(file.getFileName()));
    if (interrupted) {
      return new ParsedFile(FileStatus.FAILED, "It was interrupted.", "", "", null, null, 0, List.of(),
          List.of());
    }
    try {
      String text = Files.readString(file);
      if (text.startsWith("broken")) {
        return new ParsedFile(FileStatus.DAMAGED, "It is broken.", Sha256.of(text), "text/plain", null, null,
            0,
            List.of(), List.of());
      }
      List<ParsedDocument> documents = new ArrayList<>();
      String[] paragraphs = text.strip().split("\n\n");
      for (int i = 0; i < paragraphs.length; i++) {
        documents.add(new ParsedDocument(paragraphs.length == 1 ? "" : String.valueOf(i + 1), title,
            List.of("A. Author"), null, null, null, null, null, "en", paragraphs[i],
            List.of(new Block(0, paragraphs[i].length(), role, 0, List.of(), false, false)), List.of(),
            List.of()));
      }
      return new ParsedFile(FileStatus.INDEXED, "", Sha256.of(text), "text/plain", title, "en", 0,
          List.of(),
          documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) throws IOException {
    Path file = papers.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Writes a file so that it looks changed also where its size and the clock do not tell. */
  void rewrite(String name, String text) throws IOException {
    write(name, text);
    Files.setLastModifiedTime(papers.resolve(name), FileTime.fromMillis(System.currentTimeMillis() + 5_000));
  }

  UpdateReport add() {
    library.create("papers", "My papers");
    return library.add("papers", List.of(papers), UpdateListener.NONE);
  }

  UpdateReport update() {
    parsed.clear();
    return library.update("papers", UpdateListener.NONE);
  }

  List<String> statuses() {
    return library.files("papers").stream().map(file -> file.path() + " " + file.status()).toList();
  }

  private List<String> texts() {
    return library.collection("papers").documents().stream().map(Document::text).toList();
  }

  Document document(int number) {
    return library.document("papers:" + number).orElseThrow();
  }

  @Test
  void keepsTheDocumentsOfAFolder() {
    UpdateReport report = add();

    assertThat(report.troubles()).isEmpty();
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
    assertThat(library.collection("papers").title()).isEqualTo("My papers");
    assertThat(library.collection("papers").documents()).extracting(Document::id).containsExactly("papers:1",
        "papers:2");
    assertThat(document(2).text()).isEqualTo("The second paper is on gold.");
    assertThat(document(2).origin().authors()).containsExactly("A. Author");
  }

  @Test
  void isReadByAnotherProcess() {
    add();

    assertThat(library().collection("papers").documents()).isEqualTo(
        library.collection("papers").documents());
  }

  @Test
  void readsOnlyWhatHasChanged() throws IOException {
    add();
    long before = library.sequence("papers");
    rewrite("two.txt", "The second paper is on silver now.");
    write("three.txt", "The third paper is on tin.");

    UpdateReport report = update();

    assertThat(parsed).containsExactly("three.txt", "two.txt");
    assertThat(report.files()).extracting(FileRecord::status).containsExactly("unchanged", "indexed",
        "indexed");
    assertThat(document(2).text()).isEqualTo("The second paper is on silver now.");
    assertThat(document(3).text()).isEqualTo("The third paper is on tin.");
    assertThat(library.sequence("papers")).isGreaterThan(before);
  }

  /** Whoever has the collection open as it was goes on with the old texts until the new index is ready. */
  @Test
  void aTextThatWasReplacedCanStillBeReadForATime() throws IOException {
    add();
    List<Document> before = library.collection("papers").documents();
    rewrite("one.txt", "The first paper is on silver.");
    Files.delete(papers.resolve("two.txt"));
    update();
    update();

    assertThat(library.collection("papers").documents()).extracting(Document::text)
        .containsExactly("The first paper is on silver.");
    assertThat(before).extracting(Document::text).containsExactly("The first paper is on lead.",
        "The second paper is on gold.");
    assertThat(before).extracting(Document::length).containsExactly(27, 28);
  }

  /** Another process asks for the texts only after the update, and has none of them in memory. */
  @Test
  void whatWasReplacedIsKeptForOthersAndLetGoOf() throws IOException {
    add();
    List<Document> before = library().collection("papers").documents();
    List<Document> later = library().collection("papers").documents();
    rewrite("one.txt", "The first paper is on silver.");
    update();
    assertThat(before.getFirst().text()).isEqualTo("The first paper is on lead.");

    Library tomorrow = library(this::parse, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
    tomorrow.update("papers", UpdateListener.NONE);
    assertThatThrownBy(later.getFirst()::text).isInstanceOf(LibraryException.class);
    assertThat(later.getLast().text()).isEqualTo("The second paper is on gold.");
  }

  /** The same words may be a heading now, or on another page. */
  @Test
  void anotherLayoutOfTheSameTextIsAnotherState() throws IOException {
    add();
    Document before = document(1);
    role = Role.HEADING;
    rewrite("one.txt", "The first paper is on lead.\n");
    update();

    Document after = document(1);
    assertThat(after.text().strip()).isEqualTo(before.text());
    assertThat(after.paragraphs().getFirst().role()).isEqualTo(Paragraph.Role.HEADING);
    assertThat(before.paragraphs().getFirst().role()).isEqualTo(Paragraph.Role.BODY);
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void theTextOfACollectionThatIsGoneIsGone() {
    add();
    Document before = library.collection("papers").documents().getFirst();
    library.delete("papers");

    assertThatThrownBy(before::text).isInstanceOf(LibraryException.class).hasMessageContaining("ask again");
  }

  @Test
  void changesNothingWhereNothingHasChanged() throws IOException {
    add();
    long before = library.sequence("papers");
    rewrite("two.txt", "The second paper is on gold.");

    update();

    assertThat(parsed).isEmpty();
    assertThat(library.sequence("papers")).isEqualTo(before);
  }

  /** A file may grow after the folder was looked through and before it is read. */
  @Test
  void theSizeOfAFileThatGrewMeanwhileIsPutRight() throws IOException {
    library.create("papers", "");
    Library growing = library(file -> {
      try {
        write("two.txt", "The second paper is on gold, and on silver.");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return parse(file);
    }, Clock.systemUTC());
    growing.add("papers", List.of(papers), UpdateListener.NONE);

    update();

    assertThat(parsed).isEmpty();
    assertThat(library.files("papers").getLast().size()).isEqualTo(Files.size(papers.resolve("two.txt")));
  }

  @Test
  void aMovedFileKeepsItsDocuments() throws IOException {
    add();
    Files.createDirectories(papers.resolve("old"));
    Files.move(papers.resolve("two.txt"), papers.resolve("old/second.txt"));

    UpdateReport report = update();

    assertThat(parsed).isEmpty();
    assertThat(report.removed()).isEmpty();
    assertThat(statuses()).containsExactly("old/second.txt indexed", "one.txt indexed");
    assertThat(document(2).text()).isEqualTo("The second paper is on gold.");
    assertThat(document(2).origin().path()).isEqualTo("old/second.txt");
  }

  @Test
  void theSameContentTwiceIsOneDocument() throws IOException {
    write("zwei.txt", "The second paper is on gold.");

    UpdateReport report = add();

    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed", "zwei.txt duplicate");
    assertThat(report.troubles()).isEmpty();
    assertThat(library.files("papers").get(2).duplicateOf()).isEqualTo("two.txt");
    assertThat(library.collection("papers").documents()).hasSize(2);
  }

  @Test
  void aDuplicateTakesThePlaceOfAFileThatGoes() throws IOException {
    write("zwei.txt", "The second paper is on gold.");
    add();
    Files.delete(papers.resolve("two.txt"));

    update();

    assertThat(statuses()).containsExactly("one.txt indexed", "zwei.txt indexed");
    assertThat(library.collection("papers").documents()).hasSize(2);
  }

  @Test
  void aFileThatTakesTheNameOfAnotherKeepsItsDocuments() throws IOException {
    write("new.txt", "The second paper is on silver now.");
    add();
    Files.move(papers.resolve("new.txt"), papers.resolve("two.txt"), StandardCopyOption.REPLACE_EXISTING);

    update();

    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
    assertThat(texts()).containsExactlyInAnyOrder("The first paper is on lead.",
        "The second paper is on silver now.");
  }

  @Test
  void twoFilesThatChangeNamesAreBothKept() throws IOException {
    rewrite("one.txt", "The first paper is on tin, and long.");
    add();
    Files.move(papers.resolve("one.txt"), papers.resolve("x"));
    Files.move(papers.resolve("two.txt"), papers.resolve("one.txt"));
    Files.move(papers.resolve("x"), papers.resolve("two.txt"));

    UpdateReport report = update();

    assertThat(report.files()).extracting(FileRecord::status).containsExactly("indexed", "indexed");
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
    assertThat(texts()).containsExactlyInAnyOrder("The first paper is on tin, and long.",
        "The second paper is on gold.");
  }

  @Test
  void aDuplicateIsReadWhenTheOriginalChangesAfterIt() throws IOException {
    add();
    write("also.txt", "The second paper is on gold.");
    update();
    assertThat(statuses()).containsExactly("also.txt duplicate", "one.txt indexed", "two.txt indexed");
    rewrite("two.txt", "The second paper is on silver now.");

    update();

    assertThat(statuses()).containsExactly("also.txt indexed", "one.txt indexed", "two.txt indexed");
    assertThat(texts()).contains("The second paper is on gold.", "The second paper is on silver now.");
  }

  @Test
  void aDuplicateHasTheDocumentsOfAFileThatIsTakenOut() throws IOException {
    write("zwei.txt", "The second paper is on gold.");
    write("zweimal.txt", "The second paper is on gold.");
    add();
    library.remove("papers", "two.txt");

    assertThat(statuses()).containsExactly("one.txt indexed", "zwei.txt indexed", "zweimal.txt duplicate");
    assertThat(document(2).text()).isEqualTo("The second paper is on gold.");
    assertThat(document(2).origin().path()).isEqualTo("zwei.txt");
    update();
    assertThat(library.files("papers").getLast().duplicateOf()).isEqualTo("zwei.txt");
  }

  @Test
  void removesWhatIsGoneButNothingOfAFolderThatIsNotThere() throws IOException {
    add();
    Files.delete(papers.resolve("one.txt"));
    assertThat(update().removed()).containsExactly("one.txt");
    Files.move(papers, folder.resolve("unmounted"));

    for (boolean there : List.of(false, true)) {
      if (there) {
        Files.createDirectory(papers); // As where a disk is mounted at other times.
      }
      UpdateReport report = update();

      assertThat(report.missing()).containsExactly(papers);
      assertThat(report.removed()).isEmpty();
      assertThat(statuses()).containsExactly("two.txt indexed");
    }
  }

  @Test
  void aFileThatFailedIsReadAgainOnlyWhenItChanges() throws IOException {
    write("one.txt", "broken");
    assertThat(add().troubles()).extracting(FileRecord::path).containsExactly("one.txt");

    assertThat(update().troubles()).extracting(FileRecord::message).containsExactly("It is broken.");
    assertThat(parsed).isEmpty();
    rewrite("one.txt", "It is mended.");
    assertThat(update().troubles()).isEmpty();
  }

  @Test
  void whatDidNotFailForItsContentLosesNothingAndIsTriedAgain() throws IOException {
    add();
    rewrite("two.txt", "The second paper is on silver now.");
    write("three.txt", "The third paper is on tin.");
    interrupted = true;

    assertThat(update().troubles()).extracting(FileRecord::path).containsExactly("three.txt", "two.txt");
    assertThat(statuses()).containsExactly("one.txt indexed", "three.txt failed", "two.txt indexed");
    assertThat(document(2).text()).isEqualTo("The second paper is on gold.");
    long before = library.sequence("papers");
    update();
    assertThat(library.sequence("papers")).isEqualTo(before);
    interrupted = false;
    assertThat(update().troubles()).isEmpty();
    assertThat(parsed).containsExactly("three.txt", "two.txt");
    assertThat(document(2).text()).isEqualTo("The second paper is on silver now.");
  }

  @Test
  void aFolderThatCannotBeReadForAMomentKeepsItsFiles() throws IOException {
    write("old/three.txt", "The third paper is on tin.");
    add();
    Path old = papers.resolve("old");
    Files.setPosixFilePermissions(old, Set.of());
    Assumptions.assumeFalse(Files.isReadable(old), "whoever runs the tests may read everything");
    try {
      assertThat(update().troubles()).extracting(FileRecord::path).containsExactly("old");
      assertThat(statuses()).containsExactly("old failed", "old/three.txt indexed", "one.txt indexed",
          "two.txt indexed");
    } finally {
      Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
    }
    update();
    assertThat(statuses()).containsExactly("old/three.txt indexed", "one.txt indexed", "two.txt indexed");
  }

  @Test
  void aFileThatIsNotFoundByItsNameIsNamedAndNotRead() throws Exception {
    Assumptions.assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    Process shell = new ProcessBuilder("sh", "-c", "printf lead > \"$(printf 'caf\\351.txt')\"")
        .directory(papers.toFile()).start();
    Assumptions.assumeTrue(shell.waitFor() == 0, "names here have to be UTF-8");

    assertThat(add().troubles()).singleElement().satisfies(file -> {
      assertThat(file.path()).isEqualTo("caf\uFFFD.txt");
      assertThat(file.message()).contains("name");
    });
    assertThat(parsed).containsExactly("one.txt", "two.txt");
    long before = library.sequence("papers");
    update();
    assertThat(library.sequence("papers")).isEqualTo(before);
  }

  @Test
  void addingReadsWhatCouldNotBeReadOnceMore() throws IOException {
    write("one.txt", "broken");
    add();
    parsed.clear();

    assertThat(add().troubles()).hasSize(1);
    assertThat(parsed).containsExactly("one.txt");
  }

  @Test
  void aFolderTakesInThePlacesWithinIt() throws IOException {
    write("old/three.txt", "The third paper is on tin.");
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("old"), papers.resolve("one.txt")), UpdateListener.NONE);
    assertThat(statuses()).containsExactly("one.txt indexed", "three.txt indexed");

    add();
    assertThat(library.add("papers", List.of(papers, papers.resolve("old")), UpdateListener.NONE).files())
        .hasSize(3);
    assertThat(statuses()).containsExactly("one.txt indexed", "three.txt indexed", "two.txt indexed");
    Files.delete(papers.resolve("old/three.txt"));
    assertThat(update().removed()).containsExactly("three.txt");
  }

  @Test
  void whatWasSentIsReadByAnyUpdate() throws IOException {
    library.create("papers", "");
    send(library, "sent.txt", "A paper that was sent.");

    update();
    assertThat(statuses()).containsExactly("sent.txt indexed");
    library.remove("papers", "sent.txt");
    send(library, "sent.txt", "It was sent once more.");
    update();
    assertThat(document(2).text()).isEqualTo("It was sent once more.");
  }

  @Test
  void copiesThatWereSentGoWithAFileWhereThatIsAsked() throws IOException {
    library.create("papers", "");
    send(library, "a.txt", "The same words.");
    send(library, "b.txt", "The same words.");
    update();
    assertThat(statuses()).containsExactly("a.txt indexed", "b.txt duplicate");

    library.remove("papers", "a.txt");
    assertThat(statuses()).containsExactly("b.txt indexed");
    send(library, "c.txt", "The same words.");
    update();

    library.removeWithCopies("papers", "b.txt");

    assertThat(texts()).isEmpty();
    assertThat(library.sent("papers")).isEmptyDirectory();
    update();
    assertThat(statuses()).isEmpty();
  }

  @Test
  void aCopyInAFolderHasTheDocumentsOfAFileThatIsTakenOut() throws IOException {
    library.create("papers", "");
    send(library, "a.txt", "The second paper is on gold.");
    send(library, "b.txt", "The second paper is on gold.");
    update();
    add();

    library.removeWithCopies("papers", "a.txt");

    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
    assertThat(document(1).origin().path()).isEqualTo("two.txt");
  }

  @Test
  void aCollectionThatIsMadeHasNothingOfOneBeforeIt() throws IOException {
    Files.createDirectories(library.sent("papers"));
    Files.writeString(library.sent("papers").resolve("old.txt"), "What a killed removal left.");

    library.create("papers", "");
    update();

    assertThat(statuses()).isEmpty();
  }

  @Test
  void findsTheFileOfADocument() {
    add();

    assertThat(library.file("papers:2")).map(FileRecord::path).contains("two.txt");
    assertThat(library.file("papers:3")).isEmpty();
    assertThat(library.file("built-in:1")).isEmpty();
    assertThat(library.has("papers")).isTrue();
    assertThat(library.has("others")).isFalse();
  }

  @Test
  void theMailsOfAFileKeepTheirNumbers() throws IOException {
    write("one.txt", "First.\n\nSecond.");
    add();
    rewrite("one.txt", "First.\n\nSecond, changed.\n\nThird.");

    update();

    assertThat(library.collection("papers").documents()).extracting(Document::number, Document::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "First."),
            org.assertj.core.groups.Tuple.tuple(2, "Second, changed."),
            org.assertj.core.groups.Tuple.tuple(3, "The second paper is on gold."),
            org.assertj.core.groups.Tuple.tuple(4, "Third."));
  }

  @Test
  void filesOfTheSameNameInTwoFoldersAreTwo() throws IOException {
    add();
    Path notes = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(notes.resolve("one.txt"), "A note on lead.");

    library.add("papers", List.of(notes), UpdateListener.NONE);

    assertThat(statuses()).containsExactly("notes/one.txt indexed", "one.txt indexed", "two.txt indexed");
    update();
    assertThat(statuses()).containsExactly("notes/one.txt indexed", "one.txt indexed", "two.txt indexed");
  }

  @Test
  void noPathIsThatOfTwoFiles() throws IOException {
    write("foo/README.md", "Of foo.");
    write("bar/README.md", "Of bar.");
    write("bar/bar/README.md", "Of the bar within.");
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("foo")), UpdateListener.NONE);
    library.add("papers", List.of(papers.resolve("bar")), UpdateListener.NONE);

    assertThat(statuses()).containsExactly("README.md indexed", "bar/README.md indexed",
        "bar/bar/README.md indexed");
    add();
    assertThat(texts()).contains("Of foo.", "Of bar.", "Of the bar within.").hasSize(5);
  }

  @Test
  void aFileOfAFolderWithinIsNotThatOfTheFolder() throws IOException {
    write("old/one.txt", "An old paper on lead.");
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("old")), UpdateListener.NONE);

    add();

    assertThat(statuses()).containsExactly("one.txt indexed", "papers/one.txt indexed", "two.txt indexed");
    assertThat(texts()).contains("An old paper on lead.", "The first paper is on lead.");
  }

  @Test
  void aFolderThatTakesInAnotherRemovesWhatIsGoneInIt() throws IOException {
    write("old/three.txt", "The third paper is on tin.");
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("old")), UpdateListener.NONE);
    Files.delete(papers.resolve("old/three.txt"));

    assertThat(add().removed()).containsExactly("three.txt");
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
  }

  @Test
  void unpacksNamesAsWindowsWritesThem() throws IOException {
    library.create("papers", "");
    Path archive = zip(Charset.forName("IBM850"), "Übersicht.txt");

    assertThat(library.unpack("papers", archive).resolve("Übersicht.txt")).hasContent("Words.");
  }

  @Test
  void whatWasUnpackedStaysWhereANewArchiveIsDamaged() throws IOException {
    library.create("papers", "");
    Path archive = zip(StandardCharsets.UTF_8, "one.txt");
    Path unpacked = library.unpack("papers", archive);
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> library.unpack("papers", archive)).isInstanceOf(LibraryException.class);
    assertThat(unpacked.resolve("one.txt")).hasContent("Words.");
    zip(StandardCharsets.UTF_8, "two.txt");
    library.unpack("papers", archive);
    assertThat(unpacked).isDirectoryNotContaining("glob:**one.txt").isDirectoryContaining("glob:**two.txt");
  }

  @Test
  void archivesOfOneNameFromTwoPlacesHaveAFolderEach() throws IOException {
    library.create("papers", "");
    Path first = library.unpack("papers", zip(StandardCharsets.UTF_8, "one.txt"));
    Path other = Files.createDirectories(folder.resolve("other")).resolve("papers.zip");
    Files.move(zip(StandardCharsets.UTF_8, "two.txt"), other);
    Path second = library.unpack("papers", other);

    assertThat(first.resolve("one.txt")).hasContent("Words.");
    assertThat(second.resolve("two.txt")).hasContent("Words.");
    assertThat(library.unpack("papers", other)).isEqualTo(second);
    assertThat(library.unpack("papers", zip(StandardCharsets.UTF_8, "three.txt"))).isEqualTo(first);
    assertThat(first).isDirectoryNotContaining("glob:**one.txt").isDirectoryContaining("glob:**three.txt");
  }

  @Test
  void whatAnEarlierVersionUnpackedIsReplacedWhereItIs() throws IOException {
    library.create("papers", "");
    Path before = Files.createDirectories(library.folder("papers").resolve("unpacked/papers.zip"));

    assertThat(library.unpack("papers", zip(StandardCharsets.UTF_8, "one.txt"))).isEqualTo(before);
  }

  @Test
  void whatIsAddedAgainHasItsCollection() throws IOException {
    assertThat(library.collectionOf("papers", List.of(papers))).isEmpty();
    add();
    Path other = Files.createDirectories(folder.resolve("other/papers"));
    assertThat(library.collectionOf("papers", List.of(other))).isEmpty();

    assertThat(library.createLike("papers", "Others")).isEqualTo("papers-2");
    library.add("papers-2", List.of(other), UpdateListener.NONE);
    assertThat(library.collectionOf("papers", List.of(papers))).contains("papers");
    assertThat(library.collectionOf("papers", List.of(other))).contains("papers-2");

    Path archive = zip(StandardCharsets.UTF_8, "three.txt");
    assertThat(library.collectionOf("papers", List.of(archive))).isEmpty();
    library.add("papers-2", List.of(library.unpack("papers-2", archive)), UpdateListener.NONE);
    assertThat(library.collectionOf("papers", List.of(archive))).contains("papers-2");
    assertThat(library.createLike("Built in", "")).isEqualTo("built-in-2");
  }

  private Path zip(Charset names, String name) throws IOException {
    Path archive = folder.resolve("papers.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), names)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write("Words.".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return archive;
  }

  @Test
  void leavesAloneWhatIsHiddenAndFoldersThatLoop() throws IOException {
    write(".git/config", "broken");
    write("~$two.docx", "broken");
    Files.createSymbolicLink(papers.resolve("loop"), papers);

    add();

    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
  }

  @Test
  void leavesAloneWhatABrowserSavedBesideAPage() throws IOException {
    write("page.html", "The page is on tin.");
    write("page_files/frame.html", "The frame.");
    write("more/old.htm", "The old page is on iron.");
    write("more/old-Dateien/frame.html", "The old frame.");
    write("one_files/three.txt", "The third paper is beside no page.");

    add();

    assertThat(statuses()).containsExactlyInAnyOrder("more/old.htm indexed", "one.txt indexed",
        "one_files/three.txt indexed", "page.html indexed", "two.txt indexed");
  }

  @Test
  void endsBetweenTwoFilesWhenItIsCancelled() {
    library.create("papers", "");
    UpdateListener first = new UpdateListener() {
      private int looked;

      @Override
      public void looked(FileRecord file, int done, int total) {
        looked = done;
      }

      @Override
      public boolean isCancelled() {
        return looked == 1;
      }
    };

    assertThat(library.add("papers", List.of(papers), first).cancelled()).isTrue();
    assertThat(statuses()).containsExactly("one.txt indexed");
    assertThat(update().removed()).isEmpty();
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
  }

  @Test
  void anUpdateThatIsKilledLeavesEachFileAsBeforeOrAsAfter() throws IOException {
    add();
    rewrite("one.txt", "The first paper is on lead and tin.");
    rewrite("two.txt", "The second paper is on iron.");
    Library dying = library(file -> {
      if (file.endsWith("two.txt")) {
        throw new OutOfMemoryError("killed");
      }
      return parse(file);
    }, Clock.systemUTC());

    assertThatThrownBy(() -> dying.update("papers", UpdateListener.NONE))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(document(1).text()).isEqualTo("The first paper is on lead and tin.");
    assertThat(document(2).text()).isEqualTo("The second paper is on gold.");
    update();
    assertThat(document(2).text()).isEqualTo("The second paper is on iron.");
  }

  @Test
  void removesAFileOrAllOfACollection() {
    add();

    assertThat(library.remove("papers", "nothing.txt")).isFalse();
    assertThat(library.remove("papers", "one.txt")).isTrue();
    assertThat(library.document("papers:1")).isEmpty();
    library.delete("papers");
    assertThat(library.document("papers:2")).isEmpty();
    assertThat(library.holdings()).isEmpty();
    assertThatThrownBy(() -> library.collection("papers")).isInstanceOf(UnknownCollectionException.class);
    assertThat(papers.resolve("one.txt")).exists();
  }

  @Test
  void theBuiltInCollectionCannotBeChanged() {
    assertThat(library.collection("built-in")).isSameAs(BUILT_IN);
    assertThatThrownBy(() -> library.create("built-in", "Mine")).isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> library.delete("built-in")).isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> library.update("built-in", UpdateListener.NONE))
        .isInstanceOf(LibraryException.class);
  }

  @Test
  void aRemovedFileStaysRemovedAndCanBeAddedAgain() {
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("one.txt"), papers.resolve("two.txt")), UpdateListener.NONE);
    library.remove("papers", "one.txt");

    update();
    assertThat(statuses()).containsExactly("two.txt indexed");
    library.add("papers", List.of(papers.resolve("one.txt")), UpdateListener.NONE);
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
  }

  @Test
  void aFileTakenOutOfAFolderStaysOutUntilItIsAddedAgain() {
    add();
    library.remove("papers", "one.txt");

    assertThat(update().removed()).isEmpty();
    assertThat(statuses()).containsExactly("two.txt indexed");
    library.add("papers", List.of(papers.resolve("one.txt")), UpdateListener.NONE);
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
    assertThat(update().troubles()).isEmpty();
    assertThat(statuses()).containsExactly("one.txt indexed", "two.txt indexed");
  }

  @Test
  void theSecondOfTwoEqualFilesIsReadWhenTheFirstIsTakenOut() throws IOException {
    write("zwei.txt", "The second paper is on gold.");
    add();
    library.remove("papers", "two.txt");

    update();

    assertThat(statuses()).containsExactly("one.txt indexed", "zwei.txt indexed");
  }

  @Test
  void aSingleFileThatIsGoneIsRemoved() throws IOException {
    library.create("papers", "");
    library.add("papers", List.of(papers.resolve("one.txt")), UpdateListener.NONE);
    Files.delete(papers.resolve("one.txt"));

    assertThat(update().removed()).containsExactly("one.txt");
  }

  /** Whoever has the one before open must see that it is another. */
  @Test
  void aCollectionThatIsMadeAgainIsInALaterState() {
    add();
    long before = library.sequence("papers");
    library.delete("papers");
    library.create("papers", "");

    assertThat(library.sequence("papers")).isGreaterThan(before);
    assertThat(library.sequences()).containsOnlyKeys("papers");
  }

  @Test
  void keepsWhateverAFileSaysOfItself() throws IOException {
    title = "A\u0000 \uD83E title “조선” 🪖";
    add();

    assertThat(library.files("papers").getFirst().title()).startsWith("A ").contains("title “조선” 🪖");
    assertThat(document(1).card().title()).contains("title “조선” 🪖");
    assertThat(library.titled("papers").title()).isEqualTo("My papers");
  }
}
