package org.readingroom.shell;

/**
 * Sets words off in a terminal, where it can; what it returns is for a {@link ScreenWriter}.
 *
 * @param coloured whether the terminal understands ANSI escape sequences and the user wants them
 */
record Ink(boolean coloured) {

  /** Leaves words as they are. */
  static final Ink PLAIN = new Ink(false);

  String bold(String words) {
    return with("1", words);
  }

  String dim(String words) {
    return with("2", words);
  }

  String accent(String words) {
    return with("36", words);
  }

  String marked(String words) {
    return with("1;36", words);
  }

  private String with(String code, String words) {
    return coloured ? Control.of("\u001b[" + code + "m") + words + Control.of("\u001b[0m") : words;
  }
}
