package org.readingroom.index;

import java.util.List;

/** Makes the vectors of passages for the index. */
@FunctionalInterface
public interface PassageEmbedder {

  /** Returns the vector of each text, of length one. */
  List<float[]> embed(List<String> texts);
}
