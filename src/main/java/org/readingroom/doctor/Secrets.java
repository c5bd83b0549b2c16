package org.readingroom.doctor;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps secrets out of what is shown. */
final class Secrets {

  /** Ends or is part of the name of a setting that holds a secret. */
  private static final Pattern NAME = Pattern.compile("key|password|passphrase|secret|token(?!s)|credential");
  private static final Pattern USER = Pattern.compile("(?<=://)[^/?#\\s]*@");
  private static final Pattern PARAMETERS = Pattern.compile("(?<=:)([^?#\\s]*)[?#].*", Pattern.DOTALL);

  private Secrets() {}

  /** Returns a value as it may be shown: of a secret that it is set, of an address no user, password or parameter. */
  static String shown(String name, String value) {
    if (value.isBlank()) {
      return "";
    }
    if (NAME.matcher(name.toLowerCase(Locale.ROOT)).find()) {
      return "set, not shown";
    }
    return PARAMETERS.matcher(USER.matcher(value).replaceAll("")).replaceAll("$1");
  }
}
