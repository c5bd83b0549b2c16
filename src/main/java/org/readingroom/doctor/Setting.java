package org.readingroom.doctor;

/**
 * Is a setting in effect.
 *
 * @param value the value; of a secret only whether it is set
 * @param origin {@code default}, {@code launcher}, {@code file}, {@code environment} or {@code command line}
 * @param from which file, variable or option it is from
 */
public record Setting(String name, String value, String origin, String from) {

  /** The origin of what nobody has set. */
  public static final String DEFAULT = "default";
  /** The origin of what the launcher sets. */
  public static final String LAUNCHER = "launcher";
}
