package org.readingroom.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.doctor.Finding.Level;

class ChecksTests {

  @TempDir
  Path folder;

  @Test
  void aDataDirectoryOfOnesOwnIsFine() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

    assertThat(new DataCheck(own).findings()).extracting(Finding::level).containsExactly(Level.OK, Level.OK);
    assertThat(own).isEmptyDirectory();
  }

  @Test
  void aDataDirectoryThatOthersReadIsRemarkedOn() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(new DataCheck(open).findings().getFirst().level()).isEqualTo(Level.WARNING);
  }

  @Test
  void aDataDirectoryThatCannotBeIsAnError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(new DataCheck(file.resolve("home")).findings()).singleElement().satisfies(finding -> {
      assertThat(finding.level()).isEqualTo(Level.ERROR);
      assertThat(finding.says()).contains("is a file");
      assertThat(finding.remedy()).contains("READING_ROOM_HOME");
    });
    // Not even root may write there.
    if (Files.isDirectory(Path.of("/proc/self"))) {
      assertThat(new DataCheck(Path.of("/proc/self/home")).findings()).singleElement()
          .extracting(Finding::level).isEqualTo(Level.ERROR);
    }
  }

  @Test
  void aModelIsComparedWithWhatTheProgramCameWith() throws IOException {
    ModelFilesCheck check = new ModelFilesCheck(folder, List.of("none.onnx"));
    assertThat(check.findings()).singleElement().extracting(Finding::says).asString()
        .contains("none.onnx is neither in");

    Files.writeString(folder.resolve("none.onnx"), "abc");
    Files.writeString(folder.resolve("SHA256SUMS"), "0000 *other.onnx\n"
        + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad *none.onnx\n");
    assertThat(check.findings()).singleElement().extracting(Finding::level).isEqualTo(Level.OK);

    Files.writeString(folder.resolve("none.onnx"), "abd");
    assertThat(check.findings()).singleElement().extracting(Finding::says).asString()
        .endsWith("is not the one of this version.");
  }

  @Test
  void aModelThatIsPackedNeedNoFileAndMustBeTheSame() throws IOException {
    ModelFilesCheck check = new ModelFilesCheck(folder, List.of("reader.onnx"));
    assertThat(check.findings()).singleElement().extracting(Finding::level).isEqualTo(Level.OK);

    Files.writeString(folder.resolve("reader.onnx"), "cut short");
    assertThat(check.findings()).singleElement().extracting(Finding::remedy)
        .isEqualTo("Delete it; it is made again.");
  }

  @Test
  void aPortThatIsTakenIsAnErrorUnlessOursHasIt() throws IOException {
    String loopback = InetAddress.getLoopbackAddress().getHostAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(loopback))) {
      assertThat(new PortCheck(loopback, taken.getLocalPort()).findings()).singleElement()
          .satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.remedy()).contains("--port");
          });
    }
    assertThat(new PortCheck(loopback, 0).findings()).singleElement().extracting(Finding::level)
        .isEqualTo(Level.OK);
    HttpServer ours = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    ours.createContext("/v1/models", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("{\"id\":\"reading-room\"}".getBytes());
      exchange.close();
    });
    ours.start();
    try {
      assertThat(new PortCheck(loopback, ours.getAddress().getPort()).findings()).singleElement()
          .extracting(Finding::level).isEqualTo(Level.OK);
    } finally {
      ours.stop(0);
    }
  }

  @Test
  void anOldJavaIsAnError() {
    assertThat(new ProgramCheck(24, Program.running()).findings()).singleElement().extracting(Finding::level)
        .isEqualTo(Level.ERROR);
    assertThat(new ProgramCheck(25, Program.running()).findings()).singleElement().extracting(Finding::level)
        .isEqualTo(Level.OK);
  }

  @Test
  void whatFailsIsAFindingAndTheOthersAreLookedAtAllTheSame() {
    Report report = new Checkup(folder, List.of(), List.of(), List.of(
        new Trial("one", "Mend it.", () -> {
          throw new UnsatisfiedLinkError("no library");
        }), new Trial("two", "Mend it.", () -> "It works.")))
        .run(Throwable::getMessage);

    assertThat(report.healthy()).isFalse();
    assertThat(report.freeBytes()).isPositive();
    assertThat(report.findings()).containsExactly(Finding.error("one", "No library.", "Mend it."),
        Finding.ok("two", "It works."));
  }

  @Test
  void aPlaceSaysWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("four"), "four");

    assertThat(Place.of("data", folder).bytes()).isEqualTo(4);
    assertThat(Place.of("data", folder.resolve("not/there"))).satisfies(place -> {
      assertThat(place.exists()).isFalse();
      assertThat(place.writable()).isTrue();
    });
  }
}
