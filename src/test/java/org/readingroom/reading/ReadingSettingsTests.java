package org.readingroom.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingSettingsTests {

  @Test
  void theBundledModelHasNoFile() {
    ReadingSettings bundled = new ReadingSettings("bundled", 2);

    assertThat(bundled.isTrained()).isTrue();
    assertThat(bundled.file()).isNull();
  }

  @Test
  void noneReadsByWordsAlone() {
    assertThat(new ReadingSettings("none", 1).isTrained()).isFalse();
  }

  @Test
  void anythingElseIsTheFileOfAModel() {
    ReadingSettings own = new ReadingSettings("models/own.onnx", 1);

    assertThat(own.isTrained()).isTrue();
    assertThat(own.file()).isEqualTo(Path.of("models", "own.onnx"));
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "' ', 2", "bundled, 0", "bundled, -1"})
  void needsAModelAndAThread(String model, int threads) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReadingSettings(model, threads))
        .withMessageContaining("reading-room.reading");
  }
}
