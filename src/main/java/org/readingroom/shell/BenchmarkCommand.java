package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Times how long somebody waits after Enter: for the chat's prompt, and for the answer to one question. */
final class BenchmarkCommand extends AbstractCommand {

  static final String NAME = "benchmark";

  private static final int USUAL = 5;
  private static final int MOST = 100;
  private static final CommandOption RUNS = Options.value('n', "runs",
      "how many starts of each; " + USUAL + " unless told");
  private static final String QUESTION = "How much lead did Stalin want?";
  private static final String ROW = "%-20s  %6s  %6s  %6s";

  private final Path launcher;
  private final Dialogue dialogue;
  private final Screen screen;

  /** Starts the program once and returns how many seconds it took. */
  private interface Start {

    double seconds() throws IOException;
  }

  BenchmarkCommand(Path root, Dialogue dialogue, Screen screen) {
    super(NAME, "times the start, to prompt and answer", "", "benchmark [-n 5]", false);
    setOptions(List.of(RUNS));
    launcher = root.resolve("reading-room").toAbsolutePath().normalize();
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
    if (!Files.isExecutable(launcher)) {
      throw new UsageException("There is no " + launcher + " to start.");
    }
    StartTimer timer = new StartTimer(launcher);
    context.outputWriter().println(String.format(ROW, "seconds after Enter", "median", "least", "most"));
    time("the prompt", timer::toPrompt, runs, context);
    time("a one-shot answer", () -> timer.toAnswer(QUESTION), runs, context);
    return ExitStatus.OK;
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
