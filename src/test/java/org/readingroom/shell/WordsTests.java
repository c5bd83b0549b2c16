package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

class WordsTests {

  private static final List<CommandOption> OPTIONS = List.of(Options.JSON, Options.PERSON, Options.FROM);

  @Test
  void joinsTheWordsOfAQuestionAroundItsOptions() {
    ParsedInput parsed = parse("How", "much", "--json", "lead", "--person", "Mao Zedong", "then?");
    assertThat(Words.text(parsed)).isEqualTo("How much lead then?");
    assertThat(parsed.options()).extracting(CommandOption::value).containsExactly("true", "Mao Zedong");
  }

  @Test
  void takesOnlyDeclaredOptionsForOptions() {
    assertThat(Words.text(parse("--spring.x=y", "-5", "degrees", "- or", "--json is what?")))
        .isEqualTo("--spring.x=y -5 degrees - or --json is what?");
    assertThat(Words.text(parse("--", "--json", "--nothing"))).isEqualTo("--json --nothing");
  }

  @Test
  void refusesAnOptionThatIsNoneAndNamesTheNearest() {
    assertThatThrownBy(() -> parse("what", "--form", "1950")).isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean --from?");
    assertThatThrownBy(() -> parse("what", "--from")).isInstanceOf(UsageException.class)
        .hasMessageContaining("wants a value");
  }

  @Test
  void splitsATypedLineWhateverItsQuotes() {
    assertThat(Words.split("  what's \"up  --json ")).containsExactly("what's", "\"up", "--json");
    assertThat(Words.split("documents --person \"Mao Zedong\"")).containsExactly("documents", "--person",
        "\"Mao Zedong\"");
    assertThat(parse("--person=\"Mao Zedong\"").options().getFirst().value()).isEqualTo("Mao Zedong");
  }

  @Test
  void aPathMayStartAtTheHomeOfTheUser() {
    assertThat(Words.path("~/papers")).isEqualTo(Path.of(System.getProperty("user.home", ""), "papers"));
    assertThat(Words.path("old/~/papers")).isEqualTo(Path.of("old/~/papers"));
    assertThat(AddCommand.isPath("\"~/\"")).isTrue();
  }

  private static ParsedInput parse(String... words) {
    return Words.parse("ask", OPTIONS, List.of(words));
  }
}
