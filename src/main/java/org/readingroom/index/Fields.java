package org.readingroom.index;

/** The names of the fields of an index; every record in it that has a number is one passage. */
public final class Fields {

  /** The passage's id. */
  public static final String ID = "id";
  /** What is kept of the passage, as {@link PackedPassage} has it. */
  public static final String PASSAGE = "passage";
  /** The key of the document as it was indexed, by which it is found out whether it has changed. */
  public static final String DOCUMENT = "document";
  /** The number of the document. */
  public static final String NUMBER = "number";
  /** The kind of the document. */
  public static final String KIND = "kind";
  /** The first and the last day the document may be of, as days since 1970. */
  public static final String FROM_DAY = "from_day";
  public static final String TO_DAY = "to_day";
  /** The vector of header and words together. */
  public static final String VECTOR = "vector";
  /** The digest of what was embedded, by which vectors are found again. */
  public static final String EMBEDDED = "embedded";

  private Fields() {}
}
