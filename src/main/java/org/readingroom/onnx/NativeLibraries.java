package org.readingroom.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells ONNX Runtime and the tokenizer where to keep their native libraries, and the tokenizer to stay off
 * the network.
 *
 * <p>
 * Left alone, ONNX Runtime unpacks 16 MB into a temporary folder at every start; DJL's tokenizer unpacks 14 MB
 * into {@code ~/.djl.ai}, looks for a GPU through JNA, which unpacks into {@code ~/.cache}, asks the network
 * for CUDA libraries where it sees one, and reports its use to its makers when it runs on EC2. Properties that
 * are already set are respected.
 */
final class NativeLibraries {

  private static final Logger log = LoggerFactory.getLogger(NativeLibraries.class);

  private NativeLibraries() {}

  /** Takes effect only before the first model is loaded: both libraries load once in a process. */
  static synchronized void prepare(@Nullable Path cacheFolder) {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    setIfAbsent("RUST_FLAVOR", "cpu");
    if (cacheFolder == null) {
      return;
    }
    try {
      Path folder = Files.createDirectories(cacheFolder.resolve("native").toAbsolutePath());
      if (System.getProperty("onnxruntime.native.path") == null) {
        String resources = "/ai/onnxruntime/native/" + platform() + "/";
        for (String name : new String[]{"onnxruntime", "onnxruntime4j_jni"}) {
          ModelFiles.extract(resources + System.mapLibraryName(name), folder);
        }
        System.setProperty("onnxruntime.native.path", folder.toString());
      }
      if (Files.isWritable(folder)) {
        setIfAbsent("ENGINE_CACHE_DIR", folder.toString());
        setIfAbsent("jna.tmpdir", folder.toString());
      }
    } catch (IOException e) {
      log.debug("native libraries stay where they unpack themselves, {} cannot hold them", cacheFolder, e);
    }
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Returns the name of this platform's folder in ONNX Runtime's jar, such as {@code linux-x64}. */
  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    String family = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return family + "-" + (arch.equals("aarch64") ? "aarch64" : "x64");
  }
}
