package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetFormTests {

  @TempDir
  private Path folder;

  private void hold(String... files) throws IOException {
    for (String file : files) {
      Files.writeString(folder.resolve(file), "");
    }
  }

  @Test
  void questionsAloneAreAboutTheProgramsOwnCollection() throws IOException {
    hold("questions.jsonl", "expected.yaml");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.QUESTIONS);
  }

  @Test
  void questionsWithContextsAreRead() throws IOException {
    hold("questions.jsonl", "contexts.jsonl");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.READING);
  }

  @Test
  void aFolderMayHoldTwoForms() throws IOException {
    hold("questions.jsonl", "contexts.jsonl", "corpus.jsonl", "queries.jsonl", "qrels.tsv");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.RETRIEVAL, SetForm.READING);
  }

  @Test
  void questionsThatBringTheirContextsAreRead() throws IOException {
    Files.writeString(folder.resolve("questions.jsonl"), "{\"id\":\"1\",\"contexts\":[]}\n");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.READING);
    Files.writeString(folder.resolve("questions.jsonl"), "{\"id\":\"1\",\n");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.QUESTIONS);
  }

  @Test
  void packsAndRowsHaveFilesOfTheirOwn() throws IOException {
    hold("packs.jsonl.gz", "questions.jsonl.gz");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.PACKS);
    hold("rows.jsonl");
    assertThat(SetForm.of(folder)).containsExactly(SetForm.PACKS, SetForm.SPANS);
  }

  @Test
  void saysWhatAFolderWithoutASetLacks() throws IOException {
    hold("corpus.jsonl", "qrels.tsv");
    assertThatThrownBy(() -> SetForm.of(folder)).isInstanceOf(MalformedSetException.class)
        .hasMessageContaining("holds no set").hasMessageContaining("queries.jsonl");
    assertThatThrownBy(() -> SetForm.of(folder.resolve("nowhere"))).isInstanceOf(MalformedSetException.class)
        .hasMessageStartingWith("There is no folder");
  }
}
