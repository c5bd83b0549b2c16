package org.readingroom.index;

import java.util.Locale;

/** The fields of a passage whose terms are searched and counted. */
public enum IndexField {
  /** Its words and names. */
  TEXT,
  /** Its context: title, date, sender, addressee. */
  HEADER,
  /** Its words as they are written, in lower case. */
  WORDS,
  /** The roots of its names. */
  ROOTS;

  /** Returns the name of the field. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
