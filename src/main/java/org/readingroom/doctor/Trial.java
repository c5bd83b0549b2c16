package org.readingroom.doctor;

import java.util.List;

/**
 * Tries whether a part of the program works.
 *
 * @param remedy what to do where it does not
 * @param attempt uses it, and says in one sentence that it worked
 */
record Trial(String subject, String remedy, Attempt attempt) implements Check {

  /** Uses a part of the program. */
  interface Attempt {

    String succeed() throws Exception;
  }

  @Override
  public List<Finding> findings() throws Exception {
    return List.of(Finding.ok(subject, attempt.succeed()));
  }
}
