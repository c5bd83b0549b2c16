package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.readingroom.evaluation.Growth;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/**
 * Times how long somebody waits after Enter: for the chat's prompt, and for the answer to one question; or measures
 * the program over collections of many sizes.
 */
final class BenchmarkCommand extends AbstractCommand {

  static final String NAME = "benchmark";

  private static final int USUAL = 5;
  private static final int MOST = 100;
  private static final CommandOption RUNS = Options.value('n', "runs",
      "how many starts of each; " + USUAL + " unless told");
  private static final CommandOption PASSAGES = Options.value("passages",
      "in place of starts, collections of so many passages, such as 10k,100k,1m");
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})(k|m)?", Pattern.CASE_INSENSITIVE);
  private static final long MAX_PASSAGES = 5_000_000;
  private static final String GROWTH_ROW = "%9s  %8s  %8s  %8s  %7s  %21s  %21s";
  private static final String QUESTION = "How much lead did Stalin want?";
  private static final String ROW = "%-20s  %6s  %6s  %6s";

  private final Path launcher;
  private final Path questions;
  private final Function<Path, Growth> growth;
  private final Dialogue dialogue;
  private final Screen screen;

  /** Starts the program once and returns how many seconds it took. */
  private interface Start {

    double seconds() throws IOException;
  }

  /**
   * Makes the command.
   *
   * @param root the folder of the program
   * @param growth measures collections by the questions of a set
   */
  BenchmarkCommand(Path root, Function<Path, Growth> growth, Dialogue dialogue, Screen screen) {
    super(NAME, "times the start, to prompt and answer, or measures large collections", "",
        "benchmark [-n 5] | benchmark --passages 10k,100k [--json]", false);
    setOptions(List.of(RUNS, PASSAGES, Options.JSON));
    this.growth = growth;
    launcher = launcher(root);
    questions = root.resolve("evaluation/reader-v1");
    this.dialogue = dialogue;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    int runs = Options.number(context, RUNS, USUAL, 1, MOST);
    if (dialogue.isLasting()) {
      throw new UsageException("“" + NAME + "” is for outside the chat: reading-room " + NAME);
    }
    Optional<String> sizes = Options.text(context, PASSAGES);
    if (sizes.isPresent()) {
      if (Options.has(context, RUNS)) {
        throw new UsageException("--passages and --runs do not go together.");
      }
      grow(Stream.of(sizes.get().split(",", -1)).map(BenchmarkCommand::size).toList(), context);
      return ExitStatus.OK;
    }
    if (Options.has(context, Options.JSON)) {
      throw new UsageException("--json goes with --passages.");
    }
    if (!Files.isExecutable(launcher)) {
      throw new UsageException("There is no " + launcher + " to start.");
    }
    StartTimer timer = new StartTimer(launcher);
    context.outputWriter().println(String.format(ROW, "seconds after Enter", "median", "least", "most"));
    time("the prompt", timer::toPrompt, runs, context);
    time("a one-shot answer", () -> timer.toAnswer(QUESTION), runs, context);
    return ExitStatus.OK;
  }

  /** Returns what starts the program: it is in {@code bin} where the program was installed without a build. */
  static Path launcher(Path root) {
    Path installed = root.resolve("bin/reading-room");
    return (Files.isExecutable(installed) ? installed : root.resolve("reading-room")).toAbsolutePath()
        .normalize();
  }

  private static int size(String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (size.matches()) {
      String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT);
      long passages = Long.parseLong(size.group(1))
          * (unit.equals("m") ? 1_000_000 : unit.equals("k") ? 1_000 : 1);
      if (passages <= MAX_PASSAGES) {
        return (int) passages;
      }
    }
    throw new UsageException("“" + text.strip() + "” is no number of passages up to 5m, such as 10k.");
  }

  private void grow(List<Integer> sizes, CommandContext context) {
    if (!Files.isDirectory(questions)) {
      throw new UsageException(
          "--passages asks the questions in " + questions + ", which only come with the sources.");
    }
    boolean json = Options.has(context, Options.JSON);
    List<Growth.Measured> measured = new ArrayList<>();
    if (!json) {
      context.outputWriter().println(String.format(GROWTH_ROW, "passages", "build s", "index MB", "heap MB",
          "open s", "retrieval p50/95/99 ms", "answer p50/95/99 ms"));
    }
    for (int size : sizes) {
      Growth.Measured now = growth.apply(questions).measure(size);
      measured.add(now);
      if (!json) {
        context.outputWriter().println(String.format(GROWTH_ROW, now.passages(), figure(now.buildS()),
            megabytes(now.indexBytes()), megabytes(now.heapBytes()), figure(now.openS()),
            percentiles(now.retrievalMs()), percentiles(now.answerMs())));
        context.outputWriter().flush();
      }
    }
    if (json) {
      context.outputWriter().println(Growth.json(measured));
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  private static String percentiles(Growth.Percentiles times) {
    return String.format(Locale.ROOT, "%.0f / %.0f / %.0f", times.p50(), times.p95(), times.p99());
  }

  /** Times some starts, after one that is not counted: it warms what the system keeps in memory. */
  private void time(String name, Start start, int runs, CommandContext context) {
    double[] seconds = new double[runs];
    try {
      start.seconds();
      for (int i = 0; i < runs; i++) {
        screen.progress(name + ": " + i + " of " + runs);
        seconds[i] = start.seconds();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      screen.progress("");
    }
    double[] sorted = DoubleStream.of(seconds).sorted().toArray();
    double median = (sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2;
    context.outputWriter()
        .println(String.format(ROW, name, figure(median), figure(sorted[0]), figure(sorted[runs - 1])));
    context.outputWriter().flush();
  }

  private static String figure(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
