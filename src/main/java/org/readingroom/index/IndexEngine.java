package org.readingroom.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens and builds one index. */
public interface IndexEngine {

  /** Returns where the index is, for messages: a folder, or a name on a server. */
  String place();

  /**
   * Makes what the engine needs before an index can be built, or checks that it is there.
   *
   * @return what there is now, in a sentence
   * @throws IndexException if it cannot be made or is not as it should be
   */
  String setUp() throws IOException;

  /**
   * Opens the index if it holds the contents and is whole, else returns null.
   *
   * @throws IndexException where it can't be told whether there is one
   */
  @Nullable
  PassageIndex openIfCurrent(Contents contents) throws IOException;

  /**
   * Brings the index up to the contents and opens it, first waiting for whoever else is building.
   *
   * @param anew whether everything is embedded again; otherwise what is there is used as far as it can be, all of it
   *        if another process has built the same meanwhile
   * @param progress is asked to wait again and again while another process builds
   * @throws IOException if it cannot be written; what was there is then still there
   * @throws IndexException if what is there belongs to another program, or cannot be read for another reason than damage
   */
  PassageIndex build(Contents contents, boolean anew, IndexBuilder builder, BuildProgress progress)
      throws IOException;
}
