package org.readingroom.shell;

import java.util.Locale;

/** Writes sizes for people. */
final class Sizes {

  private Sizes() {}

  /** Returns a number of bytes such as {@code 2.9 MB}. */
  static String of(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double size = bytes;
    String unit = "";
    for (String next : new String[]{"kB", "MB", "GB", "TB"}) {
      if (size < 999.5) {
        break;
      }
      size /= 1_000;
      unit = next;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, unit);
  }
}
