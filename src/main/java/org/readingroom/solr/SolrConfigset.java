package org.readingroom.solr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.solr.client.solrj.request.ConfigSetAdminRequest;
import org.apache.solr.common.util.ContentStreamBase;
import org.readingroom.collection.Sha256;

/** The schema and the settings of collections on the servers, under a name that changes with them. */
final class SolrConfigset {

  private static final String FOLDER = "/solr/configset/";
  private static final String SCHEMA = "schema.xml";
  private static final String CONFIG = "solrconfig.xml";
  private static final String DIMENSION = "${vector.dimension}";
  private static final int SHORT = 12;

  private final Map<String, String> files = new LinkedHashMap<>();
  private final String digest;

  /**
   * Takes the files that come with the program.
   *
   * @param dimension how many numbers a vector has
   */
  SolrConfigset(int dimension) {
    files.put(SCHEMA, resource(SCHEMA).replace(DIMENSION, String.valueOf(dimension)));
    files.put(CONFIG, resource(CONFIG));
    this.digest = Sha256.of(String.join("\n", files.values())).substring(0, SHORT);
  }

  private static String resource(String name) {
    try (InputStream in = SolrConfigset.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the digest of all files. */
  String digest() {
    return digest;
  }

  String name(SolrSettings settings) {
    return settings.prefix() + "." + digest;
  }

  /** Uploads the files where the servers don't have them. */
  void upload(SolrServers servers) {
    String name = name(servers.settings());
    if (!servers.look(new ConfigSetAdminRequest.List()).getConfigSets().contains(name)) {
      ConfigSetAdminRequest.Upload upload = new ConfigSetAdminRequest.Upload();
      upload.setConfigSetName(name);
      upload.setOverwrite(true);
      upload.setUploadStream(new ContentStreamBase.ByteArrayStream(zip(), name + ".zip", "application/zip"));
      servers.manage(upload);
    }
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
