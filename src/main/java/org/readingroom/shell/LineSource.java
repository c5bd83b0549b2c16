package org.readingroom.shell;

import org.jspecify.annotations.Nullable;

/** Gives the lines that someone types. */
interface LineSource extends AutoCloseable {

  /** Returns the next line as it was typed, or null at the end. */
  @Nullable
  String next();

  @Override
  void close();
}
