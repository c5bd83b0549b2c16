package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModeTests {

  @Test
  void noArgumentsOpenTheChat() {
    assertThat(Mode.of()).isEqualTo(new Mode.Chat());
  }

  @Test
  void serveOpensTheServer() {
    assertThat(Mode.of("serve")).isEqualTo(new Mode.Server(null, null));
    Mode.Server server = (Mode.Server) Mode.of("serve", "--port=8090", "--address", "127.0.0.1");
    assertThat(server).isEqualTo(new Mode.Server(8090, "127.0.0.1"));
    assertThat(server.settings()).containsExactly("--server.port=8090", "--server.address=127.0.0.1");
  }

  @Test
  void mcpOpensTheServerOfAnAssistant() {
    assertThat(Mode.of("mcp")).isEqualTo(new Mode.Assistant());
    assertThat(Mode.of("mcp", "--help")).isInstanceOf(Mode.OneCommand.class);
    assertThatThrownBy(() -> Mode.of("mcp", "now")).isInstanceOf(UsageException.class)
        .hasMessage("The server of an assistant is started with: reading-room mcp");
  }

  @Test
  void anythingElseIsOneCommandWithItsWordsUntouched() {
    assertThat(Mode.of("ask", "--spring.x=y", "why \"now\"?"))
        .isEqualTo(new Mode.OneCommand(List.of("ask", "--spring.x=y", "why \"now\"?")));
  }

  @Test
  void whatReadsOrSearchesTheDocumentsIsGotReadyAhead() {
    assertThat(List.of("ask", "search", "people", "verify", "export"))
        .allMatch(name -> new Mode.OneCommand(List.of(name, "lead")).ahead().isPresent());
    assertThat(List.of("help", "completion", "models", "index", "lead"))
        .allMatch(name -> new Mode.OneCommand(List.of(name)).ahead().isEmpty());
    assertThat(new Mode.OneCommand(List.of("ask", "--help")).ahead()).isEmpty();
  }

  @Test
  void helpForTheServerDoesNotStartIt() {
    assertThat(Mode.of("serve", "--help")).isInstanceOf(Mode.OneCommand.class);
  }

  @Test
  void refusesAServerItDoesNotUnderstand() {
    assertThatThrownBy(() -> Mode.of("serve", "--port", "seven")).isInstanceOf(UsageException.class)
        .hasMessage("--port wants a number from 0 to 65535, not “seven”.");
    assertThatThrownBy(() -> Mode.of("serve", "--prot", "80")).isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean --port?");
    assertThatThrownBy(() -> Mode.of("serve", "now")).isInstanceOf(UsageException.class);
  }
}
