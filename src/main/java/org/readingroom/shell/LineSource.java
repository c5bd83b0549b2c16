package org.readingroom.shell;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Gives the lines that are answered. */
interface LineSource extends AutoCloseable {

  /** Returns the next line as it was typed, or null at the end. */
  @Nullable
  String next();

  /** Tells whether someone types them and sees what becomes of each. */
  default boolean isTyped() {
    return false;
  }

  /** Returns the columns of the window they are typed in, where there is one. */
  default OptionalInt columns() {
    return OptionalInt.empty();
  }

  @Override
  void close();
}
