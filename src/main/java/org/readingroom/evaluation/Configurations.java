package org.readingroom.evaluation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Holds configurations to compare: for each name, the settings that differ from the program's own.
 *
 * <p>
 * A setting that ends with {@code .*} stands for one configuration of each setting below it that is not 0; the
 * {@code *} in the configuration's name is then the setting's.
 */
public record Configurations(Map<String, Map<String, String>> byName) {

  private static final String EACH = ".*";

  public Configurations {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /**
   * Reads configurations.
   *
   * @param settings the program's own settings by name
   * @throws MalformedSetException if the file is not understood or names a setting that there is not
   */
  public static Configurations read(Path file, Map<String, String> settings) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      if (!(root instanceof Map<?, ?> named)) {
        throw new MalformedSetException("The file " + file + " holds no configurations.");
      }
      Map<String, Map<String, String>> read = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : named.entrySet()) {
        String name = String.valueOf(entry.getKey());
        if (!(entry.getValue() instanceof Map<?, ?> changes) || changes.isEmpty()) {
          throw new MalformedSetException("In " + file + " \"" + name + "\" changes no setting.");
        }
        Map<String, String> changed = new LinkedHashMap<>();
        changes.forEach((setting, value) -> changed.put(String.valueOf(setting), String.valueOf(value)));
        String each = changed.keySet().stream().filter(setting -> setting.endsWith(EACH)).findFirst()
            .orElse("");
        if (each.isEmpty()) {
          changed.keySet().forEach(setting -> requireKnown(file, setting, settings));
          read.put(name, changed);
        } else {
          read.putAll(expanded(file, name, each, changed, settings));
        }
      }
      return new Configurations(read);
    } catch (IOException e) {
      throw new MalformedSetException("The file " + file + " cannot be read.", e);
    } catch (YAMLException e) {
      throw new MalformedSetException("The file " + file + " is not YAML.", e);
    }
  }

  private static Map<String, Map<String, String>> expanded(Path file, String name, String each,
      Map<String, String> changed, Map<String, String> settings) {
    String prefix = each.substring(0, each.length() - 1);
    Map<String, Map<String, String>> expanded = new LinkedHashMap<>();
    settings.forEach((setting, value) -> {
      if (setting.startsWith(prefix) && !isZero(value)) {
        expanded.put(name.replace("*", setting.substring(prefix.length())),
            Map.of(setting, String.valueOf(changed.get(each))));
      }
    });
    if (expanded.isEmpty() || changed.size() > 1 || !name.contains("*")) {
      throw new MalformedSetException(
          "In " + file + " \"" + name + "\" needs a * in its name, settings below \""
              + prefix + "\", and nothing else.");
    }
    return expanded;
  }

  private static void requireKnown(Path file, String setting, Map<String, String> settings) {
    if (!settings.containsKey(setting)) {
      throw new MalformedSetException("In " + file + " there is no setting \"" + setting + "\".");
    }
  }

  private static boolean isZero(String value) {
    try {
      return Double.parseDouble(value) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
