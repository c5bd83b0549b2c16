package org.readingroom.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Makes the command that starts the parsing process as this one was started: the same Java, the same classes.
 *
 * <p>
 * The class path travels in the environment, where it may be long. From an executable jar, whose classes no class path
 * reaches, Spring Boot's launcher starts the other main class; a jar that was extracted names its libraries itself.
 */
final class ParserCommand {

  private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

  private ParserCommand() {}

  /**
   * Makes the command.
   *
   * @param temporary the folder for temporary files
   */
  static ProcessBuilder of(ParsingSettings settings, Path temporary) {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + settings.heap().toMegabytes() + "m");
    command.add("-Xss4m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Djava.awt.headless=true");
    command.add("-Dlogback.configurationFile=org/readingroom/ingest/logback.xml");
    command.add("-Dorg.apache.pdfbox.rendering.UsePureJavaCMYKConversion=true");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (isExecutableJar(classPath)) {
      command.add("-Dloader.main=" + ParserMain.class.getName());
      command.add(LAUNCHER);
    } else {
      command.add(ParserMain.class.getName());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("CLASSPATH", classPath);
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  private static boolean isExecutableJar(String classPath) {
    if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
      return false;
    }
    try (ZipFile jar = new ZipFile(classPath)) {
      return jar.getEntry("BOOT-INF/classes/") != null;
    } catch (IOException e) {
      return false;
    }
  }
}
