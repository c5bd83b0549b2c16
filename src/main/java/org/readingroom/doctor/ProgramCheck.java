package org.readingroom.doctor;

import java.util.List;

/** Looks whether the Java that runs the program is new enough. */
final class ProgramCheck implements Check {

  private static final int LEAST = 25;

  private final int feature;
  private final Program program;

  ProgramCheck(int feature, Program program) {
    this.feature = feature;
    this.program = program;
  }

  @Override
  public String subject() {
    return "java";
  }

  @Override
  public String remedy() {
    return "Install a JDK " + LEAST + " or newer, such as Temurin, and let JAVA_HOME name it.";
  }

  @Override
  public List<Finding> findings() {
    String says = "Java " + program.java() + " runs the program, from " + program.javaHome() + ".";
    return List.of(feature < LEAST ? Finding.error(subject(), says, remedy()) : Finding.ok(subject(), says));
  }
}
