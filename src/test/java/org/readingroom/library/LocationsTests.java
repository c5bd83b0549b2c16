package org.readingroom.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocationsTests {

  private final Locations here = Locations.of(Path.of("/data/collections"), "desk");
  private final Locations there = Locations.of(Path.of("/var/lib/reading-room/collections"), "attic");

  @Test
  void whatWasSentIsInTheDataDirectoryOfAnyMachine() {
    String kept = here.kept("/data/collections/papers/originals/a #1.txt");
    assertThat(here.here(kept)).isEqualTo("/data/collections/papers/originals/a #1.txt");
    assertThat(there.here(kept)).isEqualTo("/var/lib/reading-room/collections/papers/originals/a #1.txt");
  }

  @Test
  void whatWasAddedByItsPathIsOnMachinesOfTheSameSiteAlone() {
    for (String path : new String[]{"/srv/papers/a.txt", "/data/collections/papers/unpacked/a.zip/a.txt",
        "/data/elsewhere/originals/a.txt"}) {
      String kept = here.kept(path);
      assertThat(here.here(kept)).isEqualTo(path);
      assertThat(Path.of(there.here(kept))).isRelative();
      // What a machine does not see it keeps as it found it.
      assertThat(there.kept(there.here(kept))).isEqualTo(kept);
    }
    assertThat(Locations.of(Path.of("/x"), "desk").here(here.kept("/srv/a.txt"))).isEqualTo("/srv/a.txt");
    assertThat(Locations.of(Path.of("/x"), "des").here(here.kept("/srv/a.txt"))).startsWith("@");
  }

  @Test
  void aDriveIsKeptToo() {
    assertThat(here.here(here.kept("C:\\papers\\a.txt"))).isEqualTo("C:\\papers\\a.txt");
  }

  @Test
  void aLibraryOfOneMachineKeepsPathsAsTheyAre() {
    for (String path : new String[]{"/srv/a.txt", "@desk/srv/a.txt"}) {
      assertThat(Locations.PLAIN.kept(path)).isEqualTo(path);
      assertThat(Locations.PLAIN.here(path)).isEqualTo(path);
    }
  }

  @Test
  void settingsThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> new LibrarySettings("postgres://me:secret@db/x", null, null, null))
        .hasMessage("reading-room.library.url begins with jdbc:postgresql:");
    assertThatThrownBy(() -> new LibrarySettings("jdbc:postgresql://db/x", null, null, "Our site"))
        .hasMessageContaining("reading-room.library.site");
    assertThat(new LibrarySettings(" ", null, null, null).isEmbedded()).isTrue();
  }
}
