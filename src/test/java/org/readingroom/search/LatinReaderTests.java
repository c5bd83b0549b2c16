package org.readingroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.reading.Reading;

class LatinReaderTests {

  private final List<String> read = new ArrayList<>();
  private final LatinReader reader = new LatinReader(named("trained"), named("words"));

  private PassageReader named(String name) {
    return new PassageReader() {

      @Override
      public List<Reading> read(String question, List<ReadablePassage> passages) {
        read.add(name + " " + question);
        return List.of();
      }

      @Override
      public List<Reading> support(String claim, List<ReadablePassage> passages) {
        return read(claim, passages);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  @Test
  void choosesTheReaderByTheLettersOfWhatIsAsked() {
    reader.read("Who built the bridge?", List.of());
    reader.read("石桥是谁修建的?", List.of());
    reader.support("Wang Deming built it.", List.of());
    reader.support("Завод основал Мельников.", List.of());
    assertThat(read).containsExactly("trained Who built the bridge?", "words 石桥是谁修建的?",
        "trained Wang Deming built it.", "words Завод основал Мельников.");
    assertThat(reader.name()).isEqualTo("trained");
  }
}
