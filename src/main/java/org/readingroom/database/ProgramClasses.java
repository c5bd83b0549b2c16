package org.readingroom.database;

import java.util.function.Supplier;

/** Has drivers and migrations found by threads of a server, too, which have a class loader of their own. */
public final class ProgramClasses {

  private ProgramClasses() {}

  /** Does work that looks for classes and resources by name. */
  public static <T> T within(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ProgramClasses.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
