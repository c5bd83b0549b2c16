package org.readingroom.reading;

import java.util.List;

/** Reads passages for a question. Safe for use by several threads. */
public interface PassageReader {

  /** Returns what was read in each passage, in the order of the passages. */
  List<Reading> read(String question, List<ReadablePassage> passages);

  /** Returns the name that explanations and reports use. */
  String name();
}
