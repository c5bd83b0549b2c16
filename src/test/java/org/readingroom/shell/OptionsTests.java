package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

class OptionsTests {

  @Test
  void aMonthOrAYearMeansAllOfIt() {
    assertThat(Options.firstDay("1950-06")).isEqualTo(LocalDate.of(1950, 6, 1));
    assertThat(Options.lastDay("1950-06")).isEqualTo(LocalDate.of(1950, 6, 30));
    assertThat(Options.lastDay("1952-02")).isEqualTo(LocalDate.of(1952, 2, 29));
    assertThat(Options.firstDay("1950")).isEqualTo(LocalDate.of(1950, 1, 1));
    assertThat(Options.lastDay("1950")).isEqualTo(LocalDate.of(1950, 12, 31));
    assertThat(Options.lastDay("1950-06-25")).isEqualTo(LocalDate.of(1950, 6, 25));
  }

  @Test
  void refusesWhatIsNoDate() {
    for (String word : List.of("1950-13", "June", "1950-02-30", "")) {
      assertThatThrownBy(() -> Options.firstDay(word)).isInstanceOf(UsageException.class)
          .hasMessage("“" + word + "” is not a date; write 1950, 1950-06 or 1950-06-25.");
    }
  }

  @Test
  void readsFilters() {
    assertThat(filters("--documents", "7,8", "--from=1950-06", "--to", "1951-07", "--person", "Mao", "--kind",
        "cable", "--author", "Smith, Roe", "--language", "DE"))
        .isEqualTo(new Filters(Set.of(7, 8), LocalDate.of(1950, 6, 1), LocalDate.of(1951, 7, 31),
            Set.of("Mao"), Kind.TELEGRAM, Set.of("Smith", "Roe"), "de"));
    assertThat(filters()).isEqualTo(Filters.NONE);
  }

  @Test
  void refusesFiltersThatMakeNoSense() {
    assertThatThrownBy(() -> filters("--from", "1951", "--to", "1950")).isInstanceOf(UsageException.class)
        .hasMessage("--to is before --from.");
    assertThatThrownBy(() -> filters("--kind", "poem")).isInstanceOf(UsageException.class)
        .hasMessageContaining("telegram");
    assertThatThrownBy(() -> filters("--language", "german")).isInstanceOf(UsageException.class)
        .hasMessage("“german” is no language; write a code of two or three letters, such as en or de.");
    assertThatThrownBy(() -> filters("--documents", "7,x")).isInstanceOf(UsageException.class);
  }

  private static Filters filters(String... words) {
    return Options.filters(new CommandContext(
        Words.parse("documents",
            List.of(Options.DOCUMENTS, Options.FROM, Options.TO, Options.PERSON, Options.KIND,
                Options.AUTHOR, Options.LANGUAGE),
            List.of(words)),
        new CommandRegistry(), new java.io.PrintWriter(java.io.Writer.nullWriter()), new InputReader() {
        }), () -> Samples.COLLECTION);
  }
}
