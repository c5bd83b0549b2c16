package org.readingroom.solr;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
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
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      // Nothing of the cluster is kept, so that it need not be shut down in order.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void obey(MiniSolrCloudCluster cluster, List<JettySolrRunner> nodes) throws Exception {
    // A node that is stopped has no name.
    List<String> names = nodes.stream().map(JettySolrRunner::getNodeName).toList();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = lines.readLine()) != null && !line.equals("quit")) {
      String[] words = line.split(" ");
      int node = Integer.parseInt(words[1]);
      boolean start = words[0].equals("start");
      if (start) {
        cluster.startJettySolrRunner(nodes.get(node), true);
      } else {
        cluster.stopJettySolrRunner(nodes.get(node));
      }
      await(cluster, names.get(node), start);
      System.out.println("done");
    }
  }

  /** Waits until ZooKeeper knows that a node lives, or that it does not; of one that hangs, after its session only. */
  private static void await(MiniSolrCloudCluster cluster, String node, boolean lives) throws Exception {
    for (int i = 0; i < 1_200; i++) {
      if (cluster.getZkStateReader().getClusterState().liveNodesContain(node) == lives) {
        return;
      }
      Thread.sleep(50);
    }
    throw new TimeoutException(node + (lives ? " does not live" : " lives on"));
  }
}
