package org.readingroom.quotation;

/** Names what may stand between two characters and be typeset in several ways. */
enum Gap {
  /** Nothing. */
  NONE,
  /** White space, a line break or a new paragraph. */
  SPACE,
  /** A hyphen or dash. */
  DASH,
  /** A hyphen before white space: a word broken at the end of a line, or one with a hyphen of its own. */
  BROKEN;

  /** Tells whether typesetting can make one of the other, between two letters. */
  boolean agreesWith(Gap other) {
    return this == other || this == BROKEN && other != SPACE || other == BROKEN && this != SPACE;
  }
}
