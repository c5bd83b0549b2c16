package org.readingroom.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsInEffectTests {

  private static final String OURS = "Config resource 'class path resource [application.yaml]' via location 'x'";
  private static final String FILE = "Config resource 'file [config/application.yaml]' via location 'y'";

  private static StandardEnvironment environment(Map<String, Object> options, Map<String, Object> variables,
      Map<String, Object> file, Map<String, Object> defaults) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.replace("systemProperties", new MapPropertySource("systemProperties", options));
    sources.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
    sources.addLast(new MapPropertySource(FILE, file));
    sources.addLast(new MapPropertySource(OURS, defaults));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  @Test
  void saysWhichSourceASettingIsFrom() {
    List<Setting> settings = new SettingsInEffect(environment(
        Map.of("reading-room.root", "/r", "reading-room.models", "/r/models", "reading-room.web.running",
            "2"),
        Map.of("READING_ROOM_MODEL_NAME", "llama"), Map.of("server.port", "81"),
        Map.of("reading-room.root", ".", "reading-room.models", "m", "reading-room.web.running", "8",
            "reading-room.model.name", "", "server.port", "8080", "reading-room.chunking.words", "120",
            "logging.level", "x")))
        .list();

    assertThat(settings).extracting(Setting::name, Setting::value, Setting::origin).containsExactlyInAnyOrder(
        tuple("reading-room.root", "/r", "launcher"), tuple("reading-room.models", "/r/models", "launcher"),
        tuple("reading-room.web.running", "2", "command line"),
        tuple("reading-room.model.name", "llama", "environment"), tuple("server.port", "81", "file"),
        tuple("reading-room.chunking.words", "120", "default"));
    assertThat(settings).filteredOn(setting -> setting.origin().equals("environment")).singleElement()
        .extracting(Setting::from).isEqualTo("READING_ROOM_MODEL_NAME");
  }

  /** What is not in the file the doctor neither lists nor knows as a variable. */
  @Test
  void everySettingThatIsReadIsInTheFileOfDefaults() throws IOException, ClassNotFoundException {
    Set<String> defaults = new YamlPropertySourceLoader()
        .load("defaults", new ClassPathResource("application.yaml")).stream()
        .map(EnumerablePropertySource.class::cast).flatMap(source -> Stream.of(source.getPropertyNames()))
        .map(name -> name.replaceFirst("\\[\\d+].*", "")).collect(Collectors.toSet());
    ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(
        false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<String> read = new ArrayList<>();
    for (BeanDefinition found : scanner.findCandidateComponents("org.readingroom")) {
      Class<?> settings = Class.forName(found.getBeanClassName());
      String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
      for (RecordComponent component : settings.getRecordComponents()) {
        read.add(prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()));
      }
    }

    assertThat(read).hasSizeGreaterThan(50).allSatisfy(name -> assertThat(defaults)
        .anyMatch(each -> each.equals(name) || each.startsWith(name + ".")));
  }

  /** PATH is a variable that is set wherever the tests run. */
  @Test
  void aDefaultThatIsLeftToAVariableIsFromTheEnvironment() {
    List<Setting> settings = new SettingsInEffect(environment(Map.of(), Map.of("PATH", "/bin"), Map.of(),
        Map.of("reading-room.home", "${PATH:x}", "reading-room.index", "${NOT_SET:x}"))).list();

    assertThat(settings).extracting(Setting::name, Setting::value, Setting::origin).containsExactlyInAnyOrder(
        tuple("reading-room.home", "/bin", "environment"), tuple("reading-room.index", "x", "default"));
  }

  @Test
  void neverShowsASecret() {
    List<Setting> settings = new SettingsInEffect(environment(
        Map.of("reading-room.conversations.url", "jdbc:postgresql://u:hidden@db/x?password=hidden",
            "reading-room.conversations.password", "hidden"),
        Map.of("READING_ROOM_MODEL_API_KEY", "hidden"), Map.of("server.ssl.key-store-password", "hidden"),
        Map.of("reading-room.model.api-key", "", "reading-room.web.api-keys[0]", "hidden"))).list();

    assertThat(settings).hasSize(5).allSatisfy(
        setting -> assertThat(setting.toString()).doesNotContain("hidden"));
    assertThat(settings).extracting(Setting::value).contains("jdbc:postgresql://db/x", "set, not shown");
  }

  @ParameterizedTest
  @CsvSource({"reading-room.model.api-key, x, 'set, not shown'", "reading-room.model.api-key, '', ''",
      "reading-room.model.context-tokens, 4096, 4096", "a.url, https://k@h/p#t, https://h/p",
      "a.path, /a?b#c, /a?b#c", "a.url, jdbc:postgresql:r?user=f&password=h, jdbc:postgresql:r"})
  void showsWhatIsNoSecret(String name, String value, String shown) {
    assertThat(Secrets.shown(name, value)).isEqualTo(shown);
  }

  @Test
  void namesVariablesThatNothingReads() {
    List<Setting> known = List.of(new Setting("reading-room.model.base-url", "", "default", ""),
        new Setting("server.port", "1", "default", ""),
        new Setting("reading-room.web.hosts[0]", "", "file", ""));

    assertThat(new UnknownSettings(known, Map.of("READING_ROOM_HOME", "x", "READING_ROOM_MODEL_BASE_URL", "x",
        "READING_ROOM_WEB_HOSTS_0", "x", "READING_ROOM_MODLE_NAME", "x", "HOME", "x")).findings())
        .singleElement().satisfies(finding -> {
          assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
          assertThat(finding.says()).isEqualTo("Nothing reads the variable READING_ROOM_MODLE_NAME.");
        });
    // Boot binds dashes as underscores everywhere or nowhere.
    assertThat(new UnknownSettings(known, Map.of("READING_ROOM_MODEL_BASEURL", "x")).findings())
        .singleElement()
        .extracting(Finding::level).isEqualTo(Finding.Level.WARNING);
    assertThat(new UnknownSettings(known, Map.of()).findings()).singleElement().extracting(Finding::level)
        .isEqualTo(Finding.Level.OK);
  }
}
