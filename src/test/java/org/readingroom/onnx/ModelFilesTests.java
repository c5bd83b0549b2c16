package org.readingroom.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTests {

  @TempDir
  Path folder;

  @Test
  void copiesAResourceUnlessTheFileIsNewer() throws IOException {
    Path file = ModelFiles.extract("/application.yaml", folder);

    assertThat(file).hasFileName("application.yaml").content().startsWith("reading-room:");
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() / 1_000 * 1_000 + 60_000);
    Files.setLastModifiedTime(file, later);
    assertThat(Files.getLastModifiedTime(ModelFiles.extract("/application.yaml", folder))).isEqualTo(later);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(Files.getLastModifiedTime(ModelFiles.extract("/application.yaml", folder)))
        .isGreaterThan(FileTime.fromMillis(0));
  }

  @Test
  void copiesAnotherResourceOfTheSameSizeOutOfAJar() throws IOException {
    String resource = "/bge-small-en-v1.5-q-tokenizer.json";
    Path file = ModelFiles.extract(resource, folder);
    byte[] content = Files.readAllBytes(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(Files.getLastModifiedTime(ModelFiles.extract(resource, folder)))
        .isEqualTo(FileTime.fromMillis(0));
    byte[] other = content.clone();
    other[content.length / 2]++;
    Files.write(file, other);
    assertThat(ModelFiles.extract(resource, folder)).hasBinaryContent(content);
  }

  @Test
  void takesTheFileOfWhatTheInstalledProgramHasNotInItsJars() throws IOException {
    Path file = Files.writeString(folder.resolve("none.onnx"), "model");

    assertThat(ModelFiles.extract("/none.onnx", folder)).isEqualTo(file);
    assertThat(ModelFiles.locate("/none.onnx", folder)).isEqualTo(new ModelFiles.OnDisk(file));
    assertThatThrownBy(() -> ModelFiles.extract("/other.onnx", folder)).isInstanceOf(IOException.class)
        .hasMessageContaining("/other.onnx");
  }
}
