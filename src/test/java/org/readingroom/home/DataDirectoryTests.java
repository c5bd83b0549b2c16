package org.readingroom.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

  @TempDir
  Path folder;

  private Path home;

  @BeforeEach
  void hasOwners() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    home = folder.resolve("home");
  }

  private static Path loose(Path path, String rights) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void makesWhatOnlyTheOwnerMayUse() throws IOException {
    assertThat(DataDirectory.protect(home)).isEmpty();
    DataDirectory.createFile(home.resolve("logs/a.log"));

    assertThat(rights(home)).isEqualTo("rwx------");
    assertThat(rights(home.resolve("logs"))).isEqualTo("rwx------");
    assertThat(rights(home.resolve("logs/a.log"))).isEqualTo("rw-------");
  }

  @Test
  void mendsWhatIsLooseAndLeavesTheOwnerTheirs() throws IOException {
    Path logs = Files.createDirectories(home.resolve("logs"));
    Path log = loose(Files.writeString(logs.resolve("a.log"), "a"), "rw-rw-rw-");
    Path library = loose(Files.writeString(home.resolve("library.so"), "a"), "r-xr-xr-x");
    loose(logs, "rwxrwxrwx");
    loose(home, "rwxr-xr-x");

    assertThat(DataDirectory.protect(home)).isEmpty();

    assertThat(rights(home)).isEqualTo("rwx------");
    assertThat(rights(logs)).isEqualTo("rwx------");
    assertThat(rights(log)).isEqualTo("rw-------");
    assertThat(rights(library)).isEqualTo("r-x------");
    assertThat(log).hasContent("a");
  }

  @Test
  void createsNoFileOverAnother() throws IOException {
    Path file = home.resolve("file");
    DataDirectory.createFile(file);
    Files.writeString(file, "kept");
    DataDirectory.createFile(file);

    assertThat(file).hasContent("kept");
  }

  @Test
  void followsALinkToTheFolderButNoneWithinIt() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path shared = loose(Files.createDirectories(folder.resolve("shared")), "rwxr-xr-x");
    Path model = loose(Files.writeString(shared.resolve("model"), "m"), "rw-r--r--");
    loose(elsewhere, "rwxr-xr-x");
    Files.createSymbolicLink(home, elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("models"), shared);
    Files.createSymbolicLink(elsewhere.resolve("model"), model);

    assertThat(DataDirectory.protect(home)).isEmpty();

    assertThat(rights(elsewhere)).isEqualTo("rwx------");
    assertThat(rights(shared)).isEqualTo("rwxr-xr-x");
    assertThat(rights(model)).isEqualTo("rw-r--r--");
  }

  @Test
  void leavesAFolderForEverybodyAsItIsAndSaysSo() throws IOException {
    Files.createDirectories(home);
    Path file = loose(Files.writeString(home.resolve("file"), "a"), "rw-r--r--");
    Files.setAttribute(home, "unix:mode", 01777);

    assertThat(DataDirectory.protect(home)).hasValueSatisfying(remark -> assertThat(remark)
        .startsWith("The data directory " + home + " is not Reading Room's alone"));
    assertThat(rights(home)).isEqualTo("rwxrwxrwx");
    assertThat(rights(file)).isEqualTo("rw-r--r--");
  }

  @Test
  void leavesTheHomeOfAUserAsItIsAndSaysSo() throws IOException {
    loose(Files.createDirectories(home), "rwxr-xr-x");
    String before = System.setProperty("user.home", home.toRealPath().toString());
    try {
      assertThat(DataDirectory.protect(home)).isPresent();
    } finally {
      System.setProperty("user.home", before);
    }
    assertThat(rights(home)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aFolderThatCannotBeMadeIsLeftToWhatNeedsIt() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file where a folder is wanted");

    assertThat(DataDirectory.protect(folder.resolve("taken/home"))).isEmpty();
  }

  @Test
  void saysSoWhereTheRightsCannotBeChanged() throws IOException {
    // Nobody may change what the kernel keeps there.
    Path fixed = Path.of("/proc/self/ns");
    assumeTrue(Files.isDirectory(fixed));

    assertThat(DataDirectory.protect(fixed)).hasValueSatisfying(
        remark -> assertThat(remark).endsWith("cannot be changed: others may read what is there."));
  }
}
