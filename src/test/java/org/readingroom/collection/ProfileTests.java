package org.readingroom.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTests {

  @TempDir
  private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void textsAreOnOneLine() throws IOException {
    Profile.Texts texts = Profile.Texts.read(file("collection.yaml", """
        title: "Minutes\\nof the \\e[2J Council"
        description: |
          The minutes
          of two years.
        citation: in Minutes (Town Archive, 1938).
        examples: ["When was the\\nbridge rebuilt?", "", 1938]
        keywords: [none, of, ours]
        """));

    assertThat(texts).isEqualTo(new Profile.Texts("Minutes of the [2J Council", "The minutes of two years.",
        "", "in Minutes (Town Archive, 1938)", List.of("When was the bridge rebuilt?", "1938")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: [a]", "title: {a: b}", "title: !!int abc", "title: a\ntitle: b", "- a",
      "a: [",
      "a: &a [x]\nb: [*a, *a]", "title: \"\\ud800\"", "title: 1950-06-25", "&a {title: *a}",
      "examples: a", "examples: [[a]]", "examples: [1950-06-25]",
      "examples: [a, b, c, d, e, f, g, h, i, j, k]"})
  void whatIsNoDescriptorIsRefusedInASentence(String text) throws IOException {
    Path file = file("collection.yaml", text);

    assertThatThrownBy(() -> Profile.Texts.read(file)).isInstanceOf(CollectionException.class)
        .hasMessageContaining(file.toString()).hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: b", "- a", "- {type: person}", "- {type: person, name: No}",
      "- {type: person, name: '?'}", "- {type: person, name: Ann, variants: Anna}",
      "- {type: person, name: Ann, variants: [~]}", "- {type: person, name: Ann, variants: [1950-06-25]}",
      "- {type: person, name: Ann, role: [a]}", "- {type: river, name: Elbe}", "- {name: Elbe}",
      "- {type: person, name: \"Ann\\e[2J\"}", "- {type: person, name: \"Ann\\ud800\"}",
      "- &a {type: person, name: Ann, variants: [*a]}", "- &a {b: [*a]}"})
  void whatIsNoListOfNamesIsRefusedInASentence(String text) throws IOException {
    Path file = file("authority.yaml", text);

    assertThatThrownBy(() -> Profile.names(file)).isInstanceOf(CollectionException.class)
        .hasMessageContaining(file.toString()).hasMessageEndingWith(".");
  }

  @Test
  void whatIsTooLargeOrDeepOrNotInUtf8IsRefused() throws IOException {
    Path large = file("large.yaml", "#".repeat(2_000_001));
    Path deep = file("deep.yaml", "[".repeat(100_000));
    Path latin = Files.write(folder.resolve("latin.yaml"), "title: é".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Profile.names(large)).hasMessage("The file " + large + " is larger than 2 MB.");
    assertThatThrownBy(() -> Profile.names(deep)).isInstanceOf(CollectionException.class);
    assertThatThrownBy(() -> Profile.Texts.read(latin)).hasMessage("The file " + latin + " is not in UTF-8.");
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    assertThat(Profile.Texts.read(file("collection.yaml", "# nothing\n"))).isEqualTo(Profile.Texts.NONE);
    assertThat(Profile.names(file("authority.yaml", "")).entries()).isEmpty();
  }
}
