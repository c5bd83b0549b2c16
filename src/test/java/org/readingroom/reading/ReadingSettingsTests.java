package org.readingroom.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingSettingsTests {

  @Test
  void theBundledModelIsNoFile() {
    assertThat(new ReadingSettings("bundled", 2, 12, 1, 9).file()).isNull();
  }

  @Test
  void anythingElseIsTheFileOfAModel() {
    assertThat(new ReadingSettings("models/own.onnx", 2, 12, 1, 9).file())
        .isEqualTo(Path.of("models/own.onnx"));
  }

  @ParameterizedTest
  @CsvSource({"' ',2,12", "bundled,0,12", "bundled,2,0"})
  void whatCannotReadIsRefused(String model, int threads, int passages) {
    assertThatThrownBy(() -> new ReadingSettings(model, threads, passages, 1, 9))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reading-room.reading");
  }
}
