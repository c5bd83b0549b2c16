package org.readingroom.ingest;

/** What a block is in its document. */
public enum Role {
  /** The heading of a section. */
  HEADING,
  /** Running text. */
  BODY,
  /** An item of a list. */
  LIST,
  /** A row of a table. */
  TABLE,
  /** A footnote, an endnote or a speaker's note. */
  NOTE,
  /** What stands under a picture or over a table. */
  CAPTION,
  /** A header or footer of the page, with its number: no part of the text proper. */
  RUNNING_HEAD,
  /** What a mail quotes of another. */
  QUOTED
}
