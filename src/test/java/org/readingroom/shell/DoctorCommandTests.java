package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.doctor.Finding;
import org.readingroom.doctor.Place;
import org.readingroom.doctor.Program;
import org.readingroom.doctor.Report;
import org.readingroom.doctor.Setting;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTests {

  private static final Finding FINE = new Finding("index", Finding.Level.OK, "The index is ready.", null);
  private static final Finding TAKEN = new Finding("port", Finding.Level.ERROR, "Port 8080 is taken.",
      "Choose another with serve --port.");

  private final StringWriter out = new StringWriter();
  private final JsonMapper json = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static Report report(Finding... findings) {
    return new Report(new Program("1.2", "25 (Maker)", "/java", "Linux amd64", 512L << 20, true),
        List.of(new Place("data directory", "/home/x/data", true, "rwx------", "x", true, 3L << 20),
            new Place("index", "/opt/index", false, null, null, false, null)),
        5L << 30,
        List.of(new Setting("server.port", "81", "environment", "SERVER_PORT"),
            new Setting("reading-room.chunking.words", "120", Setting.DEFAULT, "")),
        List.of(findings));
  }

  private int run(Report report, String... options) {
    CommandRegistry registry = new CommandRegistry();
    Screen screen = Samples.screen(out, new StringWriter(), false);
    registry.registerCommand(new DoctorCommand(() -> report, json, screen));
    return new Commands(registry, Samples.room(), screen)
        .execute(options.length == 0 ? List.of("doctor") : List.of("doctor", options[0]));
  }

  @Test
  void saysThatNothingWouldFail() {
    assertThat(run(report(FINE))).isZero();
    assertThat(out.toString()).contains("1.2, on Linux amd64", "/home/x/data, 3.0 MB, rwx------ x",
        "/opt/index, not there yet", "5,120 MB", "server.port = 81 (environment: SERVER_PORT)",
        "ok     The index is ready.", "Nothing would fail.").doesNotContain("chunking");
  }

  @Test
  void saysWhatWouldFailAndWhatToDo() {
    assertThat(run(report(FINE, TAKEN))).isEqualTo(1);
    assertThat(out.toString()).contains("FAILS  Port 8080 is taken. Choose another with serve --port.",
        "One thing would fail.");
  }

  @Test
  void saysTheSameInJson() {
    assertThat(run(report(FINE, TAKEN), "--json")).isEqualTo(1);
    JsonNode reply = json.readTree(out.toString());
    assertThat(reply.at("/healthy").booleanValue()).isFalse();
    assertThat(reply.at("/findings/1/level").stringValue()).isEqualTo("error");
    assertThat(reply.at("/findings/1/remedy").stringValue()).isEqualTo("Choose another with serve --port.");
    assertThat(reply.at("/settings").size()).isEqualTo(2);
    assertThat(reply.at("/places/0/rights").stringValue()).isEqualTo("rwx------");
  }
}
