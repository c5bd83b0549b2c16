package org.readingroom.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.search.LiveIndex;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Puts the program together anew, apart from the one that runs, with some settings changed or over another
 * collection.
 *
 * <p>
 * What differs in a setting alone differs in nothing else: it is wired by the program's own configuration.
 */
public final class Programs {

  private static final String PREFIX = "reading-room.";
  private static final String INDEX = PREFIX + "index";

  /** The settings that change what is in the index. */
  private static final String INDEXED = "(chunking|embedding)\\..*|ranking\\.names";

  /** The settings that matter to the figures. */
  private static final String RECORDED = "(embedding|chunking|ranking|reading|confidence|selection|claims)\\..*|model\\.(provider|name|temperature|context-tokens|output|timeout)";

  private final ConfigurableEnvironment environment;
  private final Consumer<LiveIndex> opening;

  /**
   * Takes the settings of the program that runs.
   *
   * @param opening opens an index and tells whoever looks how it gets on
   */
  public Programs(ConfigurableEnvironment environment, Consumer<LiveIndex> opening) {
    this.environment = environment;
    this.opening = opening;
  }

  /** Opens the program as it is. */
  public Program open() {
    return open(Map.of());
  }

  /**
   * Opens the program with some settings changed.
   *
   * @param changed values by setting, such as {@code ranking.lexical}
   * @throws MalformedSetException if there is no such setting
   */
  public Program open(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(changed);
    Map<String, String> indexed = indexed(changed);
    if (!indexed.isEmpty()) {
      Path index = folder("index-" + Fingerprint.of(indexed).substring(0, 12));
      copyOnce(Path.of(environment.getRequiredProperty(INDEX)), index);
      all.put("index", index.toString());
    }
    return open(all, context -> context.scan("org.readingroom.collection"));
  }

  /**
   * Opens the program over another collection, whose index is kept for the next time.
   *
   * @param name names the folder of the index
   */
  Program over(Collection collection, String name, Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(changed);
    Map<String, String> indexed = indexed(changed);
    String suffix = indexed.isEmpty() ? "" : "-" + Fingerprint.of(indexed).substring(0, 12);
    all.put("index", folder(name + suffix).toString());
    return open(all, context -> context.registerBean(Collection.class, () -> collection));
  }

  /**
   * Opens the program over another collection with an index of its own making.
   *
   * @param index is closed with the program
   */
  Program over(Collection collection, LiveIndex index) {
    return open(Map.of(), context -> {
      context.registerBean(Collection.class, () -> collection);
      context.registerBean(LiveIndex.class, () -> index);
    });
  }

  /** Returns the settings that matter to the figures, by name. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    environment.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance)
        .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
        .filter(name -> name.startsWith(PREFIX) && name.substring(PREFIX.length()).matches(RECORDED))
        .forEach(
            name -> settings.put(name.substring(PREFIX.length()), environment.getRequiredProperty(name)));
    return settings;
  }

  /** Returns the prompts by the names of their files. */
  public Map<String, String> prompts() {
    Map<String, String> prompts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(environment.getRequiredProperty(PREFIX + "prompts")))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        prompts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return prompts;
  }

  private Program open(Map<String, String> changed, Consumer<AnnotationConfigApplicationContext> more) {
    StandardEnvironment changedEnvironment = new StandardEnvironment();
    changedEnvironment.getPropertySources().stream().map(source -> source.getName()).toList()
        .forEach(changedEnvironment.getPropertySources()::remove);
    environment.getPropertySources().forEach(changedEnvironment.getPropertySources()::addLast);
    // What is made to be measured has no place on search servers that others use.
    Map<String, Object> properties = new LinkedHashMap<>(Map.of(PREFIX + "index.engine", "lucene"));
    changed.forEach((name, value) -> {
      if (!environment.containsProperty(PREFIX + name)) {
        throw new MalformedSetException("There is no setting \"" + name + "\".");
      }
      properties.put(PREFIX + name, value);
    });
    changedEnvironment.getPropertySources().addFirst(new MapPropertySource("changed", properties));
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setEnvironment(changedEnvironment);
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    more.accept(context);
    context.scan("org.readingroom.search", "org.readingroom.model", "org.readingroom.catalogue",
        "org.readingroom.answer", "org.readingroom.conversation");
    context.registerBean(RecordingSearch.class, definition -> definition.setPrimary(true));
    try {
      context.refresh();
      LiveIndex index = context.getBean(LiveIndex.class);
      long start = System.nanoTime();
      opening.accept(index);
      return new Program(context, (System.nanoTime() - start) / 1e9);
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  private static Map<String, String> indexed(Map<String, String> changed) {
    Map<String, String> indexed = new TreeMap<>(changed);
    indexed.keySet().removeIf(name -> !name.matches(INDEXED));
    return indexed;
  }

  /** Returns the folder of an index by its name. */
  Path folder(String name) {
    return Path.of(environment.getRequiredProperty(PREFIX + "home")).resolve("evaluation").resolve(name);
  }

  /** Copies an index that is there to where none is, so that no more is embedded again than has changed. */
  private static void copyOnce(Path index, Path copy) {
    if (Files.isDirectory(copy) || !Files.isDirectory(index)) {
      return;
    }
    try (Stream<Path> files = Files.list(index)) {
      List<Path> all = files.filter(file -> !file.toString().endsWith(".lock")).toList();
      Files.createDirectories(copy);
      for (Path file : all) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + index + " cannot be copied to " + copy + ".", e);
    }
  }
}
