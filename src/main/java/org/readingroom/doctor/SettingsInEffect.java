package org.readingroom.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads which settings are in effect, and which of several sources each is from. */
final class SettingsInEffect {

  private static final List<ConfigurationPropertyName> OURS = List
      .of(ConfigurationPropertyName.of("reading-room"), ConfigurationPropertyName.of("server"));
  /** The settings that the launcher makes, and nobody else is meant to. */
  private static final Set<String> LAUNCHERS = Set.of("reading-room.root", "reading-room.default-home",
      "reading-room.packed-index");
  /** What the launcher says of the terminal, which is no setting. */
  private static final Set<String> OF_TERMINAL = Set.of("reading-room.stdout.terminal",
      "reading-room.stderr.terminal", "reading-room.columns", "reading-room.ascii");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

  /** Finds the name of a variable where Spring Boot says that it is where a value is from. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final ConfigurableEnvironment environment;

  SettingsInEffect(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** Returns the settings by their names, in the order of those. */
  List<Setting> list() {
    Set<ConfigurationPropertyName> names = new TreeSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable
          && !isOf(source, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
        iterable.stream().filter(name -> OURS.stream().anyMatch(ours -> ours.isAncestorOf(name)))
            .filter(name -> !OF_TERMINAL.contains(name.toString()))
            .forEach(names::add);
      }
    }
    List<Setting> settings = new ArrayList<>();
    names.forEach(name -> {
      Setting setting = setting(name);
      if (setting != null) {
        settings.add(setting);
      }
    });
    return settings;
  }

  private @Nullable Setting setting(ConfigurationPropertyName name) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        String raw = String.valueOf(property.getValue());
        String value = Secrets.shown(name.toString(), resolved(name, raw));
        String variable = variable(raw);
        return variable != null && isDefault(source)
            ? new Setting(name.toString(), value, "environment", variable)
            : new Setting(name.toString(), value, origin(name, raw, source), from(name, property, source));
      }
    }
    return null;
  }

  private String resolved(ConfigurationPropertyName name, String raw) {
    try {
      return environment.getProperty(name.toString(), environment.resolvePlaceholders(raw));
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  /** Returns the variable of the environment that a default leaves the value to, where it is set. */
  private static @Nullable String variable(String raw) {
    Matcher matcher = VARIABLE.matcher(raw);
    while (matcher.find()) {
      String value = System.getenv(matcher.group(1));
      if (value != null && !value.isEmpty()) {
        return matcher.group(1);
      }
    }
    return null;
  }

  private static String from(ConfigurationPropertyName name, ConfigurationProperty property,
      ConfigurationPropertySource source) {
    String origin = String.valueOf(property.getOrigin());
    Matcher quoted = QUOTED.matcher(origin);
    if (isOf(source, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME) && quoted.find()) {
      return quoted.group(1);
    }
    return isOf(source, StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
        ? "-D" + name
        : property.getOrigin() == null ? nameOf(source) : origin;
  }

  private String origin(ConfigurationPropertyName name, String raw, ConfigurationPropertySource source) {
    if (isDefault(source)) {
      return Setting.DEFAULT;
    }
    if (isOf(source, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
      return "environment";
    }
    if (isOf(source, StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
      return isLaunchers(name, raw) ? Setting.LAUNCHER : "command line";
    }
    return nameOf(source).startsWith("Config resource") ? "file" : "command line";
  }

  private boolean isLaunchers(ConfigurationPropertyName name, String raw) {
    // The models of an installed program are where the launcher says.
    return LAUNCHERS.contains(name.toString()) || name.toString().equals("reading-room.models")
        && raw.equals(environment.getProperty("reading-room.root") + "/models");
  }

  /** Tells whether a source is the program's own file. */
  private static boolean isDefault(ConfigurationPropertySource source) {
    return nameOf(source).startsWith("Config resource 'class path resource");
  }

  private static boolean isOf(ConfigurationPropertySource source, String name) {
    return nameOf(source).equals(name);
  }

  private static String nameOf(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof PropertySource<?> underlying ? underlying.getName() : "";
  }
}
