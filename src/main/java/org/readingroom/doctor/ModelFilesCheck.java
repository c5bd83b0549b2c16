package org.readingroom.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the models are there, and are those that the program came with. */
final class ModelFilesCheck implements Check {

  /** Where an installed program keeps the checksums of its models, as {@code sha256sum} writes them. */
  private static final String SUMS = "SHA256SUMS";

  private final Path folder;
  private final List<String> names;

  /** Looks at files of a folder that are, or were before the program was installed, resources of the same name. */
  ModelFilesCheck(Path folder, List<String> names) {
    this.folder = folder.toAbsolutePath().normalize();
    this.names = names;
  }

  @Override
  public String subject() {
    return "models";
  }

  @Override
  public String remedy() {
    return "Let the files in " + folder + " be read.";
  }

  @Override
  public List<Finding> findings() throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      String expected = expected(name);
      if (!Files.exists(file)) {
        if (ModelFilesCheck.class.getResource("/" + name) == null) {
          return List.of(Finding.error(subject(), "The model " + name + " is neither in " + folder
              + " nor in the program.", again()));
        }
      } else if (expected != null && !expected.equals(digest(Files.newInputStream(file)))) {
        return List.of(Finding.error(subject(), "The model " + file + " is not the one of this version.",
            ModelFilesCheck.class.getResource("/" + name) == null
                ? again()
                : "Delete it; it is made again."));
      }
    }
    return List
        .of(Finding.ok(subject(), "The models are there and whole: " + String.join(", ", names) + "."));
  }

  private static String again() {
    return "Unpack or build Reading Room again.";
  }

  /** Returns the checksum that a file should have; null where nobody says. */
  private @Nullable String expected(String name) throws IOException {
    InputStream packed = ModelFilesCheck.class.getResourceAsStream("/" + name);
    if (packed != null) {
      return digest(packed);
    }
    Path sums = folder.resolve(SUMS);
    return !Files.exists(sums)
        ? null
        : Files.readAllLines(sums).stream()
            .filter(line -> line.endsWith(" " + name) || line.endsWith("*" + name))
            .map(line -> line.substring(0, line.indexOf(' '))).findFirst().orElse(null);
  }

  private static String digest(InputStream source) throws IOException {
    try (source) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
