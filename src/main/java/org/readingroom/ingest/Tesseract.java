package org.readingroom.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs Tesseract, where it is installed. */
final class Tesseract {

  /** What came of a run. */
  enum Outcome {
    DONE, NOT_INSTALLED, FAILED
  }

  /**
   * What Tesseract said.
   *
   * @param outcome what came of it
   * @param rows its table: a line for each page, block, paragraph, line and word
   */
  record Result(Outcome outcome, List<String> rows) {}

  private static final int WITH_ORIENTATION = 1;
  private static final int WITHOUT_ORIENTATION = 3;

  private static boolean missing;

  private Tesseract() {}

  /** Reads a picture, turned as it stands where Tesseract can tell. */
  static synchronized Result read(Path picture, String languages) {
    if (missing || languages.isEmpty()) {
      return new Result(Outcome.NOT_INSTALLED, List.of());
    }
    try {
      Result result = run(picture, languages, WITH_ORIENTATION);
      return result.outcome() == Outcome.DONE && hasWords(result)
          ? result
          : run(picture, languages, WITHOUT_ORIENTATION);
    } catch (IOException e) {
      missing = true;
      return new Result(Outcome.NOT_INSTALLED, List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(Outcome.FAILED, List.of());
    }
  }

  private static boolean hasWords(Result result) {
    return result.rows().stream().anyMatch(row -> row.startsWith("5\t"));
  }

  private static Result run(Path picture, String languages, int layout)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("tesseract", picture.toString(), "stdout", "-l", languages,
        "--psm",
        String.valueOf(layout), "tsv").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor() == 0 ? Outcome.DONE : Outcome.FAILED, table.lines().toList());
  }
}
