package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoorTests {

  @Test
  void noArgumentsOpenTheChat() {
    assertThat(Door.of()).isEqualTo(new Door.Chat());
  }

  @Test
  void serveOpensTheServer() {
    assertThat(Door.of("serve")).isEqualTo(new Door.Server(null, null));
    Door.Server server = (Door.Server) Door.of("serve", "--port=8090", "--address", "127.0.0.1");
    assertThat(server).isEqualTo(new Door.Server(8090, "127.0.0.1"));
    assertThat(server.settings()).containsExactly("--server.port=8090", "--server.address=127.0.0.1");
  }

  @Test
  void mcpOpensTheServerOfAnAssistant() {
    assertThat(Door.of("mcp")).isEqualTo(new Door.Assistant());
    assertThat(Door.of("mcp", "--help")).isInstanceOf(Door.OneCommand.class);
    assertThatThrownBy(() -> Door.of("mcp", "now")).isInstanceOf(UsageException.class)
        .hasMessage("The server of an assistant is started with: reading-room mcp");
  }

  @Test
  void anythingElseIsOneCommandWithItsWordsUntouched() {
    assertThat(Door.of("ask", "--spring.x=y", "why \"now\"?"))
        .isEqualTo(new Door.OneCommand(List.of("ask", "--spring.x=y", "why \"now\"?")));
  }

  @Test
  void whatReadsOrSearchesTheDocumentsIsGotReadyAhead() {
    assertThat(List.of("ask", "search", "people", "verify", "export"))
        .allMatch(name -> new Door.OneCommand(List.of(name, "lead")).ahead().isPresent());
    assertThat(List.of("help", "completion", "models", "index", "lead"))
        .allMatch(name -> new Door.OneCommand(List.of(name)).ahead().isEmpty());
    assertThat(new Door.OneCommand(List.of("ask", "--help")).ahead()).isEmpty();
  }

  @Test
  void helpForTheServerDoesNotStartIt() {
    assertThat(Door.of("serve", "--help")).isInstanceOf(Door.OneCommand.class);
  }

  @Test
  void refusesAServerItDoesNotUnderstand() {
    assertThatThrownBy(() -> Door.of("serve", "--port", "seven")).isInstanceOf(UsageException.class)
        .hasMessage("--port wants a number from 0 to 65535, not “seven”.");
    assertThatThrownBy(() -> Door.of("serve", "--prot", "80")).isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean --port?");
    assertThatThrownBy(() -> Door.of("serve", "now")).isInstanceOf(UsageException.class);
  }
}
