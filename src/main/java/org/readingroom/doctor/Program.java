package org.readingroom.doctor;

import java.lang.management.ManagementFactory;

/**
 * Says which program runs, and on what.
 *
 * @param version the version; "unpacked" where the classes are in no jar
 * @param java the version and maker of the Java that runs it
 * @param javaHome where that is
 * @param system the operating system and the processor's architecture
 * @param memory the most memory that it takes for its objects, in bytes
 * @param learnt whether the JVM starts with what it learnt before, which makes starts quick
 */
public record Program(String version, String java, String javaHome, String system, long memory,
    boolean learnt) {

  static Program running() {
    String version = Program.class.getPackage().getImplementationVersion();
    boolean learnt = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
    return new Program(version == null ? "unpacked" : version,
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
        System.getProperty("java.home", ""),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"), Runtime.getRuntime().maxMemory(),
        learnt);
  }
}
