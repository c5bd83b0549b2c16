package org.readingroom.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Writes reports for programs, for terminals and for people, and reads them back. */
public final class Reports {

  private Reports() {}

  /** Writes {@code report.json}, {@code report.md} and {@code report.html} into a folder, made if need be. */
  public static void write(EvaluationReport report, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("report.json"), Json.MAPPER.writeValueAsString(report));
      Files.writeString(folder.resolve("report.md"), markdown(report));
      Files.writeString(folder.resolve("report.html"), html(report));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be written to.", e);
    }
  }

  /**
   * Reads a report that was written as JSON.
   *
   * @throws MalformedSetException if it is none
   */
  public static EvaluationReport read(Path json) {
    try {
      return Json.MAPPER.readValue(Files.readString(json), EvaluationReport.class);
    } catch (IOException e) {
      throw new MalformedSetException("The file " + json + " cannot be read.", e);
    } catch (JacksonException e) {
      throw new MalformedSetException("The file " + json + " is not a report.", e);
    }
  }

  /** Returns the figures as a compact table for a terminal. */
  public static String table(EvaluationReport report) {
    return ConsoleTable.of(report);
  }

  /** Returns the report as Markdown. */
  public static String markdown(EvaluationReport report) {
    return MarkdownReport.of(report);
  }

  /** Returns the report as one HTML page that needs nothing else. */
  public static String html(EvaluationReport report) {
    return HtmlReport.of(report);
  }
}
