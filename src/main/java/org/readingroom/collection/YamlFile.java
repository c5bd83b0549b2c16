package org.readingroom.collection;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML files as plain maps and lists. */
final class YamlFile {

  private static final int MAX_MEGABYTES = 2;

  private YamlFile() {}

  /** Returns the keys and values of a file; none of an empty one. */
  static Map<?, ?> map(Path path) {
    Object read = read(path);
    if (read == null) {
      return Map.of();
    }
    if (read instanceof Map<?, ?> map) {
      return map;
    }
    throw new CollectionException("The file " + path + " does not hold keys and values.");
  }

  /** Returns what is in a file; null of an empty one. */
  static @Nullable Object read(Path path) {
    String text = text(path);
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0); // Aliases of aliases grow without end.
    try {
      return new Yaml(new SafeConstructor(options)).load(text);
    } catch (RuntimeException | StackOverflowError e) {
      throw new CollectionException("The file " + path + " is not YAML that can be read.", e);
    }
  }

  private static String text(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new CollectionException("There is no file " + path + ".");
    }
    try {
      if (Files.size(path) > MAX_MEGABYTES * 1_000_000L) {
        throw new CollectionException("The file " + path + " is larger than " + MAX_MEGABYTES + " MB.");
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new CollectionException("The file " + path + " is not in UTF-8.", e);
    } catch (IOException e) {
      throw new CollectionException("The file " + path + " may not be yours to read.", e);
    }
  }
}
