package org.readingroom.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTests {

  @TempDir
  Path folder;

  @Test
  void copiesAResourceOnce() throws IOException {
    Path file = ModelFiles.extract("/application.yaml", folder);

    assertThat(file).hasFileName("application.yaml").content().startsWith("reading-room:");
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    assertThat(ModelFiles.extract("/application.yaml", folder).toFile().lastModified()).isZero();
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
