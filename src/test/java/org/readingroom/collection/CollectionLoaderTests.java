package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads copies of the collection in which something is missing, broken or added. */
class CollectionLoaderTests {

  @TempDir
  Path folder;

  @BeforeEach
  void copyTheCollection() throws IOException {
    for (String file : new String[]{"reader.txt", "collection.yaml", "corrections.tsv"}) {
      Files.copy(Reader.FOLDER.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void loadsTheWholeReaderWithoutWarnings() {
    Collection collection = Reader.COLLECTION;

    assertThat(collection.id()).isEqualTo("nkidp-korean-war");
    assertThat(collection.title()).isEqualTo("New Evidence on the Korean War");
    assertThat(collection.documents()).hasSize(126);
    assertThat(collection.warnings()).isEmpty();
    assertThat(collection.document("nkidp-korean-war:7").orElseThrow().title())
        .isEqualTo("Telegram, Joseph Stalin to Shtykov");
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThatOneSentence(() -> new CollectionLoader().load(folder.resolve("nowhere")),
        "no collection folder");
  }

  @Test
  void saysThatTheDescriptorIsMissing() throws IOException {
    Files.delete(folder.resolve("collection.yaml"));

    assertThatOneSentence(this::load, "collection.yaml");
  }

  @Test
  void saysThatTheTextIsMissing() throws IOException {
    Files.delete(folder.resolve("reader.txt"));

    assertThatOneSentence(this::load, "reader.txt");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 10, 30, 60, 80, 90, 95, 98, 99})
  void refusesATextThatIsCutShort(int percent) throws IOException {
    byte[] bytes = Files.readAllBytes(Reader.FOLDER.resolve("reader.txt"));
    Files.write(folder.resolve("reader.txt"), Arrays.copyOf(bytes, bytes.length * percent / 100));

    assertThatOneSentence(this::load, "");
  }

  @Test
  void refusesATextThatLacksItsLastLine() throws IOException {
    String text = Files.readString(folder.resolve("reader.txt"));
    Files.writeString(folder.resolve("reader.txt"),
        text.substring(0, text.indexOf("them to expressly reject")));

    assertThatOneSentence(this::load, "cut short");
  }

  @Test
  void refusesBinaryData() throws IOException {
    byte[] junk = new byte[100_000];
    new Random(1).nextBytes(junk);
    Files.write(folder.resolve("reader.txt"), junk);

    assertThatOneSentence(this::load, "not text");
  }

  @Test
  void refusesAnotherEncoding() throws IOException {
    String text = Files.readString(folder.resolve("reader.txt"));
    Files.write(folder.resolve("reader.txt"), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThatOneSentence(this::load, "UTF-8");
  }

  @Test
  void refusesAnotherText() throws IOException {
    Files.writeString(folder.resolve("reader.txt"), "It was a dark and stormy night.\n".repeat(500));

    assertThatOneSentence(this::load, "heading");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id: 7", "- a list", "a: [b", "id: x\ntitle: y"})
  void refusesADescriptorThatIsIncomplete(String yaml) throws IOException {
    Files.writeString(folder.resolve("collection.yaml"), yaml);

    assertThatOneSentence(this::load, "collection.yaml");
  }

  @Test
  void findsADocumentWhoseHeadingIsLostToo() throws IOException {
    String text = Files.readString(folder.resolve("reader.txt"));
    Files.writeString(folder.resolve("reader.txt"),
        text.replace("DOCUMENT NO. 5 \n", "").replace("DOCUMENT NO. 42 \n", "").replace("DOCUMENT NO. 91 \n",
            ""));

    Collection collection = load();

    for (int number : new int[]{4, 5, 41, 42, 90, 91}) {
      assertThat(collection.document(number).orElseThrow().text())
          .isEqualTo(Reader.COLLECTION.document(number).orElseThrow().text());
    }
  }

  @Test
  void warnsOfACorrectionThatNoLongerApplies() throws IOException {
    Files.writeString(folder.resolve("corrections.tsv"),
        "7\tfrom\tSomeone Else\tNikita Khrushchev\tno reason\n");

    Collection collection = load();

    assertThat(collection.warnings()).singleElement().asString().contains("document 7", "Someone Else");
    assertThat(collection.document(7).orElseThrow().from()).isEqualTo("Joseph Stalin");
  }

  @Test
  void refusesARowOfCorrectionsThatIsIncomplete() throws IOException {
    Files.writeString(folder.resolve("corrections.tsv"), "7\tfrom\n");

    assertThatOneSentence(this::load, "corrections.tsv");
  }

  @Test
  void readsTheAuthorityFile() throws IOException {
    Files.writeString(folder.resolve("authority.yaml"),
        "- type: person\n  name: Joseph Stalin\n  variants: [Filippov, Fyn Si]\n- type: place\n  name: Incheon\n");

    assertThat(load().authority().entries()).containsExactly(
        new Authority.Entry(Authority.Type.PERSON, "Joseph Stalin", java.util.List.of("Filippov", "Fyn Si")),
        new Authority.Entry(Authority.Type.PLACE, "Incheon", java.util.List.of()));
  }

  @Test
  void readsTheRolesOfTheAuthorityFile() throws IOException {
    Files.writeString(folder.resolve("authority.yaml"),
        "- type: person\n  name: Nam Il\n  role: chief delegate\n  seat: Pyongyang\n");

    assertThat(load().authority().entries())
        .containsExactly(new Authority.Entry(Authority.Type.PERSON, "Nam Il",
            java.util.List.of(), "chief delegate", "Pyongyang"));
  }

  @Test
  void readsTheDescriptionWhichMayBeMissing() throws IOException {
    assertThat(load().description()).startsWith("Soviet, Chinese and Polish documents").endsWith(".");
    Path descriptor = folder.resolve("collection.yaml");
    Files.writeString(descriptor,
        Files.readString(descriptor).replaceFirst("(?m)^description: >-\\R.*\\R", ""));

    assertThat(load().description()).isEmpty();
  }

  @Test
  void refusesAnAuthorityFileWithAnUnknownType() throws IOException {
    Files.writeString(folder.resolve("authority.yaml"), "- type: ship\n  name: Missouri\n");

    assertThatOneSentence(this::load, "Missouri");
  }

  @Test
  void hasAnEmptyAuthorityWithoutTheFile() {
    assertThat(load().authority().entries()).isEmpty();
  }

  private Collection load() {
    return new CollectionLoader().load(folder);
  }

  private static void assertThatOneSentence(ThrowingCallable loading, String part) {
    assertThatThrownBy(loading).isInstanceOf(CollectionException.class).hasMessageContaining(part)
        .message().endsWith(".").doesNotContain("\n").doesNotContain("Exception");
  }
}
