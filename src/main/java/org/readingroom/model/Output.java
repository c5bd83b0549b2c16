package org.readingroom.model;

/** Says in which form a language model is asked to answer. */
public enum Output {
  /** By a JSON schema; with markers once the server has refused one. */
  AUTO,
  /** By a JSON schema. */
  SCHEMA,
  /** In prose with numbers in square brackets. */
  MARKERS
}
