package org.readingroom.solr;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.solr.cloud.MiniSolrCloudCluster;
import org.apache.solr.embedded.JettySolrRunner;

/**
 * Runs ZooKeeper and some nodes of Solr until its standard input closes.
 *
 * <p>
 * Arguments are a folder and the number of nodes; where the folder has a security.json, it holds. Lines of the standard
 * input are "stop N", "start N" and "quit". Each is answered by a line: "ZOOKEEPER URL URL…" once all run, then "done".
 */
public final class SolrCloudMain {

  private SolrCloudMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    MiniSolrCloudCluster.Builder builder = new MiniSolrCloudCluster.Builder(Integer.parseInt(args[1]), folder);
    Path security = folder.resolve("security.json");
    if (Files.exists(security)) {
      builder.withSecurityJson(security);
    }
    MiniSolrCloudCluster cluster = builder.build();
    try {
      List<JettySolrRunner> nodes = List.copyOf(cluster.getJettySolrRunners());
      StringBuilder ready = new StringBuilder(cluster.getZkServer().getZkAddress());
      nodes.forEach(node -> ready.append(' ').append(node.getBaseUrl()));
      System.out.println(ready);
      obey(cluster, nodes);
    } finally {
      // Nothing of the cluster is kept, so that it need not be shut down in order.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void obey(MiniSolrCloudCluster cluster, List<JettySolrRunner> nodes) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = lines.readLine()) != null && !line.equals("quit")) {
      String[] words = line.split(" ");
      JettySolrRunner node = nodes.get(Integer.parseInt(words[1]));
      switch (words[0]) {
        case "stop" -> {
          cluster.stopJettySolrRunner(node);
          cluster.waitForJettyToStop(node);
        }
        case "start" -> {
          cluster.startJettySolrRunner(node, true);
          cluster.waitForNode(node, 30);
        }
        default -> throw new IllegalArgumentException(line);
      }
      System.out.println("done");
    }
  }
}
