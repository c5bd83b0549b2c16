package org.readingroom.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes names of files out of what clients call them: without folders, not hidden, and of a length that disks take. */
final class FileName {

  /** The most bytes of a name; a disk takes 255, and a number may be added. */
  private static final int LONGEST = 200;
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+");
  /** What the library leaves alone in a folder. */
  private static final Pattern LEFT_ALONE = Pattern.compile("^(?:\\.|~\\$)+");
  private static final Set<String> LEAVINGS = Set.of("Thumbs.db", "desktop.ini", "__MACOSX");

  private FileName() {}

  /** Returns the name that a file is kept under. */
  static String of(String sent) {
    String[] parts = SEPARATOR.split(sent);
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    String name = LEFT_ALONE.matcher(UNSEEN.matcher(last).replaceAll(" ").strip()).replaceFirst("").strip();
    if (name.isEmpty() || LEAVINGS.contains(name)) {
      name = "file" + (name.isEmpty() ? "" : " " + name);
    }
    int dot = dot(name);
    return shortened(name.substring(0, dot), LONGEST - length(name.substring(dot))) + name.substring(dot);
  }

  /** Returns the name, with a number before its ending where it is taken. */
  static String free(String name, Predicate<String> taken) {
    String free = name;
    for (int number = 2; taken.test(free); number++) {
      free = name.substring(0, dot(name)) + "-" + number + name.substring(dot(name));
    }
    return free;
  }

  /** Returns where the ending begins; an ending of more than a few letters is none. */
  private static int dot(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 || length(name.substring(dot)) > 12 ? name.length() : dot;
  }

  private static String shortened(String text, int bytes) {
    String shortened = text;
    while (length(shortened) > bytes) {
      shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
    }
    return shortened;
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
