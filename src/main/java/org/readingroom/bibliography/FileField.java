package org.readingroom.bibliography;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the {@code file} field of a BibTeX entry: paths alone, or {@code description:path:type}, with a semicolon
 * between two files and a backslash before what is no separator, as JabRef, Zotero and Better BibTeX write it.
 */
final class FileField {

  private FileField() {}

  /** Returns the paths. */
  static List<String> paths(String field) {
    List<String> paths = new ArrayList<>();
    for (String file : split(field, ';')) {
      List<String> parts = split(file, ':');
      // The colon of a Windows drive may stand there as it is.
      String path = parts.size() < 3 ? file : String.join(":", parts.subList(1, parts.size() - 1));
      String plain = path.replace("{", "").replace("}", "").replaceAll("\\\\([^\\p{L}\\p{N}])", "$1").strip();
      if (!plain.isEmpty()) {
        paths.add(plain);
      }
    }
    return paths;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
