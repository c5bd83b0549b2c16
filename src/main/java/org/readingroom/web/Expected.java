package org.readingroom.web;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says what a value should have been, in words that follow the name of its field. */
final class Expected {

  private Expected() {}

  static String of(@Nullable Class<?> type) {
    if (type == LocalDate.class) {
      return " is not a date such as 1950-06-25.";
    }
    if (type == Integer.class || type == int.class) {
      return " is not a whole number.";
    }
    if (type != null && Collection.class.isAssignableFrom(type)) {
      return " is not a list of the values it takes.";
    }
    if (type == Boolean.class || type == boolean.class) {
      return " is neither true nor false.";
    }
    if (type == String.class) {
      return " is not a text.";
    }
    if (type == null || !type.isRecord()) {
      return " cannot be read.";
    }
    return " is not an object of the fields it takes.";
  }
}
