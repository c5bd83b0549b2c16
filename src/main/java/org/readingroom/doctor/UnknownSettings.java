package org.readingroom.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds settings that nothing reads, such as misspelt ones. */
final class UnknownSettings implements Check {

  private static final String PREFIX = "READING_ROOM_";
  private static final Set<String> OF_LAUNCHER = Set.of("READING_ROOM_HOME", "READING_ROOM_OPTS",
      "READING_ROOM_API_KEYS");

  private final List<Setting> settings;
  private final Map<String, String> environment;

  UnknownSettings(List<Setting> settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public String remedy() {
    return "Correct it, or unset it.";
  }

  @Override
  public List<Finding> findings() {
    Set<String> known = settings.stream().map(setting -> variable(setting.name()))
        .collect(Collectors.toSet());
    List<Finding> unknown = environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !OF_LAUNCHER.contains(name))
        .filter(name -> known.stream().noneMatch(each -> name.equals(each) || name.startsWith(each + "_")))
        .sorted().map(name -> Finding.warning(subject(), "Nothing reads the variable " + name + ".",
            "Correct its name, or unset it."))
        .toList();
    long set = settings.stream().map(Setting::origin)
        .filter(origin -> !origin.equals(Setting.DEFAULT) && !origin.equals(Setting.LAUNCHER)).count();
    return unknown.isEmpty()
        ? List.of(Finding.ok(subject(), "All settings are known; " + set + " differ from the defaults."))
        : unknown;
  }

  /**
   * Returns the variable of this prefix that Spring Boot reads for a setting: dashes and dots are underscores. Where
   * dashes are left out, they are so everywhere.
   */
  private static String variable(String name) {
    return name.replaceAll("\\[\\d+]", "").toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
