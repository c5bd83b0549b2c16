package org.readingroom.web;

import org.springframework.util.unit.DataSize;

/** Writes limits for people. */
final class Limits {

  private Limits() {}

  static String inWords(DataSize size) {
    if (size.toMegabytes() > 0) {
      return size.toMegabytes() + " MB";
    }
    return size.toKilobytes() > 0 ? size.toKilobytes() + " kB" : size.toBytes() + " bytes";
  }
}
