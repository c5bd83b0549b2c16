package org.readingroom.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationsTests {

  private static final Map<String, String> SETTINGS = Map.of("ranking.date", "0.5", "ranking.weights.a", "2",
      "ranking.weights.b", "0.0", "ranking.weights.c", "-1", "confidence.least", "0.3");

  @TempDir
  private Path folder;

  private Configurations read(String yaml) throws IOException {
    return Configurations.read(Files.writeString(folder.resolve("ablation.yaml"), yaml), SETTINGS);
  }

  @Test
  void readsNamesWithWhatTheyChange() throws IOException {
    assertThat(read("no dates:\n  ranking.date: 0\n  ranking.weights.a: 0\nsure:\n  confidence.least: 0.9\n")
        .byName()).containsExactly(
            Map.entry("no dates", Map.of("ranking.date", "0", "ranking.weights.a", "0")),
            Map.entry("sure", Map.of("confidence.least", "0.9")));
  }

  @Test
  void takesEachSettingThatIsNotNought() throws IOException {
    assertThat(read("\"no *\":\n  ranking.weights.*: 0\n").byName()).isEqualTo(Map.of("no a",
        Map.of("ranking.weights.a", "0"), "no c", Map.of("ranking.weights.c", "0")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "a: {ranking.latte: 0}|there is no setting \"ranking.latte\"", "a: 3|\"a\" changes no setting",
      "a: {}|\"a\" changes no setting", "- a|holds no configurations", "a: [|is not YAML",
      "'no *': {nothing.*: 0}|settings below \"nothing.\"", "each: {ranking.weights.*: 0}|a * in its name",
      "'*': {ranking.weights.*: 0, ranking.date: 0}|nothing else"})
  void saysWhatIsWrong(String yaml, String what) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(MalformedSetException.class).hasMessageContaining(what);
  }

  @Test
  void saysWhereThereIsNoFile() {
    assertThatThrownBy(() -> Configurations.read(folder.resolve("none.yaml"), SETTINGS))
        .isInstanceOf(MalformedSetException.class).hasMessageEndingWith("none.yaml cannot be read.");
  }

  /** A setting that is renamed or taken away must be so in these files too. */
  @ParameterizedTest
  @ValueSource(strings = {"evaluation/reader-v1/ablation.yaml", "evaluation/ranking.yaml"})
  void theOnesThatComeWithTheProgramNameItsSettings(String file) {
    assertThat(Configurations.read(Path.of(file), ProgramSettings.programs(folder).settings()).byName())
        .hasSizeGreaterThan(4);
  }
}
