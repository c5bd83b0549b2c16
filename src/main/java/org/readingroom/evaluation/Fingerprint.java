package org.readingroom.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Takes the SHA-256 by which a report names what it was made with. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Returns the SHA-256 of a file in lower-case hexadecimal. */
  public static String of(Path file) {
    try {
      return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new MalformedSetException("The file " + file + " cannot be read.", e);
    }
  }

  /** Returns the SHA-256 of a text in UTF-8. */
  static String ofText(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the SHA-256 of named texts, whatever their order; of none, the empty string. */
  public static String of(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return "";
    }
    MessageDigest digest = sha256();
    new TreeMap<>(texts).forEach((name, text) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
