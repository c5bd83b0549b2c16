package org.readingroom.doctor;

import java.util.List;

/** Looks at one thing. */
interface Check {

  /** Names the thing, in a word or two. */
  String subject();

  /** Says what to do where looking at it fails. */
  String remedy();

  /** Returns what was found. What is thrown is a fault of the thing looked at. */
  List<Finding> findings() throws Exception;
}
