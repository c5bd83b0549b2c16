package org.readingroom.collection;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML files as plain maps and lists. */
final class YamlFile {

  private YamlFile() {}

  static Map<?, ?> map(Path path) {
    if (read(path) instanceof Map<?, ?> map) {
      return map;
    }
    throw new CollectionException("The file " + path + " does not hold keys and values.");
  }

  static @Nullable Object read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new CollectionException("There is no file " + path + ".");
    }
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (IOException | YAMLException e) {
      throw new CollectionException("The file " + path + " is not YAML that can be read.", e);
    }
  }
}
