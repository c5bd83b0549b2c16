package org.readingroom.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.reply.VisibleText;
import tools.jackson.core.JacksonException;

/** Writes reports for programs, for terminals and for people, and reads them back. */
public final class Reports {

  private Reports() {}

  /** Writes {@code report.json}, {@code report.md} and {@code report.html} into a folder, made if need be. */
  public static void write(EvaluationReport report, Path folder) {
    write(report, null, folder);
  }

  /** Writes the same with what became of an earlier run's figures. */
  public static void write(EvaluationReport report, @Nullable Comparison comparison, Path folder) {
    write(folder, "report", report, markdown(report, comparison));
    write(folder.resolve("report.html"), HtmlReport.of(report, comparison));
  }

  /** Writes {@code ranking.json} and {@code ranking.md} into a folder, made if need be. */
  public static void write(RankingReport report, Path folder) {
    write(folder, "ranking", report, report.markdown());
  }

  /** Writes {@code reading.json} and {@code reading.md} into a folder, made if need be. */
  public static void write(ReadingReport report, Path folder) {
    write(folder, "reading", report, report.markdown());
  }

  /** Writes {@code packs.json} and {@code packs.md} into a folder, made if need be. */
  public static void write(PackReport report, Path folder) {
    write(folder, "packs", report, report.markdown());
  }

  private static void write(Path folder, String name, Object report, String markdown) {
    write(folder.resolve(name + ".json"), Json.MAPPER.writeValueAsString(report));
    write(folder.resolve(name + ".md"), markdown);
  }

  /** Writes a text into a file, with the folders that it needs. */
  public static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, VisibleText.of(text));
    } catch (IOException e) {
      throw new UnwritableReportException(file, e);
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
    return markdown(report, null);
  }

  private static String markdown(EvaluationReport report, @Nullable Comparison comparison) {
    return MarkdownReport.of(report)
        + (comparison == null ? "" : "\n## Compared with an earlier run\n\n" + comparison.section());
  }

  /** Returns the report as one HTML page that needs nothing else. */
  public static String html(EvaluationReport report) {
    return HtmlReport.of(report, null);
  }
}
