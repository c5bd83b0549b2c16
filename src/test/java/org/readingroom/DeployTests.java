package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the files in {@code docs/deploy}, which are not run here, to what the program has. */
class DeployTests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path DEPLOY = Path.of("docs/deploy");
  private static final String IMAGE = "reading-room:0.1.0";
  /** What the launcher reads, rather than the program. */
  private static final Set<String> OF_LAUNCHER = Set.of("READING_ROOM_OPTS", "LC_ALL");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");

  private final JsonNode compose = documents("compose.yaml").getFirst();
  private final List<JsonNode> kubernetes = documents("kubernetes.yaml");

  private static List<JsonNode> documents(String file) {
    try (InputStream in = Files.newInputStream(DEPLOY.resolve(file))) {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(in);
      return StreamSupport.stream(documents.spliterator(), false)
          .map(each -> JSON.valueToTree(each)).map(JsonNode.class::cast).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode kind(String kind, String name) {
    return kubernetes.stream().filter(each -> each.path("kind").stringValue().equals(kind)
        && each.at("/metadata/name").stringValue().equals(name)).findFirst().orElseThrow();
  }

  private List<JsonNode> servers() {
    return compose.path("services").valueStream()
        .filter(each -> each.path("image").stringValue().equals(IMAGE)).toList();
  }

  private JsonNode pod() {
    return kind("StatefulSet", "reading-room").at("/spec/template/spec");
  }

  private JsonNode container() {
    return pod().at("/containers/0");
  }

  /** Returns the variables of a server in Kubernetes, with those that it takes from elsewhere. */
  private List<String> variables() {
    List<String> names = new ArrayList<>(container().path("env").valueStream()
        .map(each -> each.path("name").stringValue()).toList());
    container().path("envFrom").forEach(from -> names.addAll(
        kind("ConfigMap", from.at("/configMapRef/name").stringValue()).path("data").propertyNames()));
    return names;
  }

  /** Returns the variables that Spring Boot reads for the settings of the program and of what it is made of. */
  private static Set<String> known() throws IOException {
    YamlPropertiesFactoryBean ours = new YamlPropertiesFactoryBean();
    ours.setResources(new ClassPathResource("application.yaml"));
    Set<String> names = new TreeSet<>();
    ours.getObject().keySet().forEach(name -> names.add(String.valueOf(name)));
    for (URL metadata : Collections.list(DeployTests.class.getClassLoader()
        .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = metadata.openStream()) {
        JSON.readTree(in).path("properties").forEach(each -> names.add(each.path("name").stringValue()));
      }
    }
    Set<String> variables = new TreeSet<>(OF_LAUNCHER);
    ours.getObject().values().forEach(value -> PLACEHOLDER.matcher(String.valueOf(value)).results()
        .forEach(each -> variables.add(each.group(1))));
    names.forEach(name -> {
      variables.add(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
      variables.add(name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT));
    });
    // The one prefix of ours that has a dash.
    return new TreeSet<>(variables.stream()
        .flatMap(name -> Stream.of(name, name.replaceFirst("^READINGROOM_", "READING_ROOM_"))).toList());
  }

  @Test
  void everyVariableIsASetting() throws IOException {
    Set<String> known = known();
    assertThat(known).contains("READING_ROOM_LIBRARY_URL", "SERVER_PORT")
        .doesNotContain("READING_ROOM_LIBRARY_URI");
    assertThat(servers()).hasSize(2).allSatisfy(server -> assertThat(known)
        .containsAll(server.path("environment").propertyNames()));
    assertThat(known).containsAll(variables());
    Matcher set = Pattern.compile("(?m)^(?:ENV|) +([A-Z_]+)=").matcher(dockerfile());
    List<String> image = set.results().map(each -> each.group(1)).toList();
    assertThat(image).isNotEmpty();
    assertThat(known).containsAll(image);
  }

  @Test
  void allServersShareTheSameDatabases() {
    List<String> shared = Stream.of("LIBRARY", "CONVERSATIONS")
        .flatMap(
            part -> Stream.of("URL", "USERNAME", "PASSWORD").map(each -> "READING_ROOM_" + part + "_" + each))
        .toList();
    assertThat(variables()).containsAll(shared);
    assertThat(servers()).allSatisfy(
        server -> assertThat(server.path("environment").propertyNames()).containsAll(shared));
    assertThat(servers().getFirst().path("environment")).isEqualTo(servers().getLast().path("environment"));
    assertThat(kind("StatefulSet", "reading-room").at("/spec/replicas").intValue()).isEqualTo(2);

    JsonNode data = kind("ConfigMap", "reading-room").path("data");
    Stream.of(data, servers().getFirst().path("environment"))
        .map(each -> each.path("READING_ROOM_LIBRARY_URL").stringValue()).forEach(url -> {
          URI address = URI.create(url.replaceFirst("^jdbc:", ""));
          assertThat(address.getScheme()).isEqualTo("postgresql");
          assertThat(compose.path("services").propertyNames()).contains(address.getHost());
          assertThat(kind("Service", address.getHost()).at("/spec/ports/0/port").intValue())
              .isEqualTo(address.getPort());
        });
  }

  @Test
  void allServersShareTheSameSearchServers() {
    JsonNode data = kind("ConfigMap", "reading-room").path("data");
    for (JsonNode settings : List.of(data, servers().getFirst().path("environment"))) {
      assertThat(settings.path("READING_ROOM_INDEX_ENGINE").stringValue()).isEqualTo("solr");
    }
    List<String> composed = hosts(servers().getFirst().path("environment"));
    assertThat(composed).hasSize(3);
    assertThat(compose.path("services").propertyNames()).containsAll(composed).contains("solr-1", "solr-2",
        "solr-3");
    assertThat(compose.at("/services/solr-1/environment/ZK_HOST")).isEqualTo(
        servers().getFirst().path("environment").path("READING_ROOM_INDEX_SOLR_ZOOKEEPER"));
    assertThat(compose.path("volumes").propertyNames()).containsAll(composed);

    assertThat(hosts(data)).containsExactly("zookeeper-0.zookeeper", "zookeeper-1.zookeeper",
        "zookeeper-2.zookeeper");
    for (String set : List.of("zookeeper", "solr")) {
      assertThat(kind("StatefulSet", set).at("/spec/replicas").intValue()).isEqualTo(3);
      assertThat(kind("StatefulSet", set).at("/spec/serviceName").stringValue()).isEqualTo(set);
      assertThat(kind("Service", set).at("/spec/selector/app").stringValue()).isEqualTo(set);
    }
  }

  /** The image has a volume of its own for the transactions, which a container that is made anew does not get back. */
  @Test
  void whatZookeeperWritesIsKept() {
    List<JsonNode> composed = compose.path("services").valueStream()
        .filter(each -> each.path("image").stringValue().startsWith("zookeeper:")).toList();
    assertThat(composed).hasSize(3).allSatisfy(each -> assertThat(each.at("/volumes/0").stringValue())
        .endsWith(":" + each.at("/environment/ZOO_DATA_LOG_DIR").stringValue("nowhere")));
    JsonNode container = kind("StatefulSet", "zookeeper").at("/spec/template/spec/containers/0");
    assertThat(container.path("env").valueStream()
        .filter(each -> each.path("name").stringValue().equals("ZOO_DATA_LOG_DIR"))
        .map(each -> each.path("value"))).containsExactly(container.at("/volumeMounts/0/mountPath"));
  }

  /** Where machines are emptied for maintenance, of what there is several of one ends at a time. */
  @Test
  void whatThereIsSeveralOfIsSpreadAndEndsOneByOne() {
    for (String set : List.of("reading-room", "zookeeper", "solr")) {
      JsonNode labels = kind("StatefulSet", set).at("/spec/template/metadata/labels");
      assertThat(kind("PodDisruptionBudget", set).at("/spec/selector/matchLabels")).isEqualTo(labels);
      assertThat(kind("StatefulSet", set)
          .at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels")).isEqualTo(labels);
    }
  }

  /** Both proxies ask the same again, and let nobody outside see health and metrics. */
  @Test
  void proxiesLetThroughTheSame() throws IOException {
    String nginx = Files.readString(DEPLOY.resolve("nginx.conf"));
    Matcher asked = Pattern.compile("location ~ (\\S+) \\{[^}]*non_idempotent").matcher(nginx);
    assertThat(asked.find()).isTrue();
    assertThat(paths("reading-room-answers")).hasSize(2).allMatch(path -> path.matches(asked.group(1)));
    assertThat(nginx).contains("location ^~ /actuator {");
    assertThat(paths("reading-room-inside")).containsExactly("/actuator");
    assertThat(kind("Ingress", "reading-room-inside").at("/metadata/annotations").propertyNames())
        .contains("nginx.ingress.kubernetes.io/whitelist-source-range");
  }

  /** What is no file is never larger than a server takes, so that no proxy stores it only to have it refused. */
  @Test
  void proxiesLetOnlyFilesBeLarge() throws IOException {
    String nginx = Files.readString(DEPLOY.resolve("nginx.conf"));
    assertThat(Pattern.compile("client_max_body_size (\\S+);").matcher(nginx).results()
        .map(each -> each.group(1))).containsExactly("64k", "1g");
    Matcher files = Pattern.compile("location ~ (\\S+) \\{[^}]*client_max_body_size 1g;[^}]*buffering off;")
        .matcher(nginx);
    assertThat(files.find()).isTrue();
    assertThat("/api/v1/collections/papers/files").matches(files.group(1));
    assertThat("/api/v1/collections").doesNotMatch(files.group(1));

    for (String ingress : List.of("reading-room", "reading-room-answers")) {
      assertThat(annotation(ingress, "proxy-body-size")).isEqualTo("64k");
    }
    assertThat(paths("reading-room-files")).containsExactly("/api/v1/collections");
    assertThat(annotation("reading-room-files", "proxy-body-size")).isEqualTo("1g");
    assertThat(annotation("reading-room-files", "proxy-request-buffering")).isEqualTo("off");
  }

  private String annotation(String ingress, String name) {
    return kind("Ingress", ingress).path("metadata").path("annotations")
        .path("nginx.ingress.kubernetes.io/" + name).stringValue();
  }

  private List<String> paths(String ingress) {
    return kind("Ingress", ingress).at("/spec/rules/0/http/paths").valueStream()
        .map(each -> each.path("path").stringValue()).toList();
  }

  private static List<String> hosts(JsonNode settings) {
    return Stream.of(settings.path("READING_ROOM_INDEX_SOLR_ZOOKEEPER").stringValue().split(","))
        .map(address -> address.replaceFirst(":2181$", "")).toList();
  }

  @Test
  void probesAskForWhatIsThere() throws IOException {
    YamlPropertiesFactoryBean ours = new YamlPropertiesFactoryBean();
    ours.setResources(new ClassPathResource("application.yaml"));
    Set<String> settings = ours.getObject().stringPropertyNames();
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode http = container().path(probe).path("httpGet");
      String group = http.path("path").stringValue().replaceFirst("^/actuator/health/", "");
      assertThat(settings).contains("management.endpoint.health.group." + group + ".include");
      assertThat(container().at("/ports/0/name")).isEqualTo(http.path("port"));
    }
    // What all servers share decides about none of them.
    assertThat(ours.getObject().getProperty("management.endpoint.health.group.readiness.include"))
        .isEqualTo("readinessState, index");
    assertThat(container().at("/livenessProbe/httpGet/path").stringValue()).endsWith("/liveness");
    assertThat(container().at("/readinessProbe/httpGet/path").stringValue()).endsWith("/readiness");
    assertThat(dockerfile()).contains("/actuator/health/readiness");

    int port = Integer.parseInt(ours.getObject().getProperty("server.port"));
    assertThat(container().at("/ports/0/containerPort").intValue()).isEqualTo(port);
    assertThat(dockerfile()).contains("EXPOSE " + port);
    assertThat(Files.readString(DEPLOY.resolve("nginx.conf"))).contains("server reading-room-1:" + port,
        "server reading-room-2:" + port);
  }

  /** A server that is told to end finishes its answers, for as long as it waits for a language model. */
  @Test
  void serversAreLeftTimeToEnd() throws IOException {
    YamlPropertiesFactoryBean ours = new YamlPropertiesFactoryBean();
    ours.setResources(new ClassPathResource("application.yaml"));
    int seconds = seconds(ours.getObject().getProperty("reading-room.model.timeout"));
    assertThat(pod().path("terminationGracePeriodSeconds").intValue())
        .isGreaterThan(seconds + container().at("/lifecycle/preStop/sleep/seconds").intValue());
    assertThat(servers()).allSatisfy(server -> assertThat(
        seconds(server.path("stop_grace_period").stringValue())).isGreaterThan(seconds));
    Matcher service = Pattern.compile("TimeoutStopSec=(\\d+)")
        .matcher(Files.readString(DEPLOY.resolve("reading-room.service")));
    assertThat(service.find()).isTrue();
    assertThat(Files.readString(Path.of("docs/replicas.md"))).contains("give it " + service.group(1) + " s.");
  }

  private static int seconds(String duration) {
    return Integer.parseInt(duration.replaceFirst("s$", ""));
  }

  @Test
  void whatIsNamedIsThere() throws IOException {
    assertThat(container().path("image").stringValue()).isEqualTo(IMAGE);
    assertThat(dockerfile()).contains("ARG VERSION=" + IMAGE.replaceFirst(".*:", ""));
    assertThat(servers()).allSatisfy(server -> {
      Path context = DEPLOY.resolve(server.at("/build/context").stringValue()).normalize();
      assertThat(context).isEqualTo(Path.of("target"));
      assertThat(context.resolve(server.at("/build/dockerfile").stringValue()).normalize()).exists();
      String volume = server.at("/volumes/0").stringValue();
      assertThat(compose.path("volumes").propertyNames()).contains(volume.replaceFirst(":.*", ""));
      assertThat(dockerfile()).contains("VOLUME " + volume.replaceFirst(".*:", ""));
    });
    assertThat(DEPLOY.resolve(compose.at("/services/nginx/volumes/0").stringValue().replaceFirst(":.*", "")))
        .exists();
    for (JsonNode each : container().path("env")) {
      JsonNode from = each.at("/valueFrom/secretKeyRef");
      assertThat(kind("Secret", from.path("name").stringValue()).path("stringData").propertyNames())
          .contains(from.path("key").stringValue());
    }
    List<String> volumes = Stream.concat(pod().path("volumes").valueStream()
        .map(each -> each.path("name").stringValue()),
        kind("StatefulSet", "reading-room").at("/spec/volumeClaimTemplates").valueStream()
            .map(each -> each.at("/metadata/name").stringValue()))
        .toList();
    assertThat(container().path("volumeMounts").valueStream().map(each -> each.path("name").stringValue()))
        .containsExactlyInAnyOrderElementsOf(volumes);
    JsonNode backend = kind("Ingress", "reading-room").at("/spec/rules/0/http/paths/0/backend/service");
    JsonNode port = kind("Service", backend.path("name").stringValue()).at("/spec/ports/0");
    assertThat(backend.at("/port/name")).isEqualTo(port.path("name"));
    assertThat(port.path("targetPort")).isEqualTo(container().at("/ports/0/name"));
    for (String kind : List.of("Service", "PodDisruptionBudget")) {
      JsonNode selector = kind(kind, "reading-room").at("/spec/selector");
      assertThat(selector.has("matchLabels") ? selector.path("matchLabels") : selector)
          .isEqualTo(kind("StatefulSet", "reading-room").at("/spec/template/metadata/labels"));
    }
  }

  /** The user of the image owns what is mounted, and nothing else is written. */
  @Test
  void serversHaveNoRightsThatTheyDoNotNeed() throws IOException {
    Map<String, Object> wanted = Map.of("readOnlyRootFilesystem", true, "allowPrivilegeEscalation", false);
    wanted.forEach((name, value) -> assertThat(container().path("securityContext").path(name).asString())
        .isEqualTo(value.toString()));
    assertThat(dockerfile()).contains("USER " + pod().at("/securityContext/runAsUser").asString());
    assertThat(pod().path("enableServiceLinks").booleanValue(true)).isFalse();
    assertThat(servers()).allSatisfy(server -> assertThat(server.path("read_only").booleanValue()).isTrue());
  }

  private static String dockerfile() throws IOException {
    return Files.readString(DEPLOY.resolve("Dockerfile"));
  }
}
