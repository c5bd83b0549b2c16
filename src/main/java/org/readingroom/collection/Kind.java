package org.readingroom.collection;

import java.util.Locale;
import java.util.Optional;

/** Names what sort of record a document is. */
public enum Kind {
  TELEGRAM, LETTER, REPORT, MEMORANDUM, NOTE, RECORD, DECREE, DIRECTIVE, STATEMENT, MINUTES, DRAFT, OTHER;

  /** Finds the kind that a reader's word means; {@code cable} is a telegram. */
  public static Optional<Kind> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    if (name.equals("CABLE")) {
      return Optional.of(TELEGRAM);
    }
    for (Kind kind : values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the word the API uses, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
