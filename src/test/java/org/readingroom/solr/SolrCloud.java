package org.readingroom.solr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Is a SolrCloud of ZooKeeper and some nodes, in a process of its own that ends with this one.
 *
 * <p>
 * What it is made of is fetched by Maven once; where that cannot be done, the tests that ask for it are skipped, or
 * fail where CI is set.
 */
public final class SolrCloud implements AutoCloseable {

  private static final Path PROJECT = Path.of("src", "test", "solr");
  private static final Path BUILT = Path.of("target", "solr-cloud");
  private static final Path CLASSPATH = BUILT.resolve("classpath.txt");
  private static final String NODES = "2";

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;
  private final String zookeeper;
  private final List<String> urls;

  private SolrCloud(Process process) throws IOException {
    this.process = process;
    this.orders = new PrintWriter(process.outputWriter(UTF_8), true);
    this.answers = process.inputReader(UTF_8);
    List<String> ready = List.of(answer().split(" "));
    this.zookeeper = ready.getFirst();
    this.urls = ready.subList(1, ready.size());
  }

  private static final class Shared {

    private static final SolrCloud CLOUD = start(null);
  }

  /** Returns the cluster of two nodes that all tests of this process share; each has collections of its own. */
  public static SolrCloud shared() {
    built();
    return Shared.CLOUD;
  }

  /** Starts a cluster of two nodes that answers only one user. */
  public static SolrCloud guarded(String user, String password) {
    byte[] salt = "salt".getBytes(UTF_8);
    MessageDigest digest = sha256();
    digest.update(salt);
    byte[] hash = sha256().digest(digest.digest(password.getBytes(UTF_8)));
    String known = Base64.getEncoder().encodeToString(hash) + " " + Base64.getEncoder().encodeToString(salt);
    return start(
        """
            {"authentication": {"class": "solr.BasicAuthPlugin", "blockUnknown": true, "credentials": {"%s": "%s"}},
             "authorization": {"class": "solr.RuleBasedAuthorizationPlugin", "user-role": {"%s": "admin"},
               "permissions": [{"name": "all", "role": "admin"}]}}"""
            .formatted(user, known, user));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SolrCloud start(String security) {
    built();
    try {
      Path folder = Files.createTempDirectory(BUILT, "cloud").toAbsolutePath();
      if (security != null) {
        Files.writeString(folder.resolve("security.json"), security);
      }
      return new SolrCloud(
          new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
              "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
              BUILT.resolve("classes") + File.pathSeparator + Files.readString(CLASSPATH),
              "org.readingroom.solr.SolrCloudMain", folder.toString(), NODES)
              .redirectError(folder.resolve("log.txt").toFile()).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void built() {
    try {
      Path pom = PROJECT.resolve("pom.xml");
      if (Files.exists(CLASSPATH) && changed(CLASSPATH) > changed(pom)
          && changed(CLASSPATH) > changedSources()) {
        return;
      }
      Path log = Files.createDirectories(BUILT).resolve("build.txt");
      String maven = System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw";
      ProcessBuilder build = new ProcessBuilder(Path.of(maven).toAbsolutePath().toString(), "-B", "-f",
          pom.toString(), "compile", "dependency:build-classpath");
      build.environment().put("JAVA_HOME", System.getProperty("java.home"));
      if (build.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
        Files.deleteIfExists(CLASSPATH);
        missing("Maven cannot fetch or compile the SolrCloud for tests: see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void missing(String why) {
    if (System.getenv("CI") == null) {
      throw new TestAbortedException(why);
    }
    throw new AssertionError(why);
  }

  private static long changedSources() throws IOException {
    try (var files = Files.walk(PROJECT.resolve("src"))) {
      return files.mapToLong(SolrCloud::changed).max().orElse(0);
    }
  }

  private static long changed(Path file) {
    return file.toFile().lastModified();
  }

  /** Returns the address of ZooKeeper. */
  public String zookeeper() {
    return zookeeper;
  }

  /** Returns the addresses of the nodes, each with the path of Solr. */
  public List<String> urls() {
    return urls;
  }

  /** Stops a node and waits until the others know. */
  public void stop(int node) {
    order("stop " + node);
  }

  /** Starts a node again at the address it had. */
  public void start(int node) {
    order("start " + node);
  }

  /** Waits until every copy of every collection is up to date. */
  public void settle() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest status = HttpRequest
          .newBuilder(URI.create(urls.getFirst() + "/admin/collections?action=CLUSTERSTATUS")).build();
      String said;
      do {
        Thread.sleep(200);
        said = client.send(status, HttpResponse.BodyHandlers.ofString()).body();
      } while (said.contains("\"state\":\"down\"") || said.contains("\"state\":\"recovering\""));
    }
  }

  private void order(String order) {
    orders.println(order);
    answer();
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "The SolrCloud for tests has ended: see log.txt in a folder of " + BUILT);
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
