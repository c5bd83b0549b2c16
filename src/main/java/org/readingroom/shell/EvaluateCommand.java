package org.readingroom.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.evaluation.EvaluationOptions;
import org.readingroom.evaluation.EvaluationReport;
import org.readingroom.evaluation.Evaluator;
import org.readingroom.evaluation.Floors;
import org.readingroom.evaluation.Reports;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Measures the answers on a question set and says whether the floors hold. */
final class EvaluateCommand extends AbstractCommand {

  static final String NAME = "evaluate";

  private static final CommandOption SET = Options.value("set",
      "the folder of the question set, evaluation/reader-v1 if not given");
  private static final CommandOption OUT = Options.value("out",
      "a folder to write report.json, report.md and report.html to");

  private static final CommandOption MODEL = Options.value("model",
      "another model than the configured one, such as ollama:llama3.2:3b or extractive");

  private final Supplier<Evaluator> evaluator;
  private final IndexOpening index;
  private final Screen screen;
  private final RecordedConfiguration recorded;

  EvaluateCommand(Supplier<Evaluator> evaluator, IndexOpening index, Screen screen,
      RecordedConfiguration recorded) {
    super(NAME, "measures the answers on a question set", "",
        "evaluate [--set folder] [--out folder] [--model provider:name]",
        false);
    setOptions(List.of(SET, OUT, MODEL));
    this.evaluator = evaluator;
    this.index = index;
    this.screen = screen;
    this.recorded = recorded;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    if (!context.parsedInput().arguments().isEmpty()) {
      throw new UsageException("“evaluate” takes only --set, --out and --model.");
    }
    Path set = Options.text(context, SET).map(Path::of).orElseGet(recorded::questionSet);
    Options.text(context, MODEL).ifPresent(recorded::choose);
    index.ready();
    EvaluationOptions options = (recorded.writes() ? EvaluationOptions.UNWARMED : EvaluationOptions.DEFAULTS)
        .recording(recorded.prompts(), recorded.settings());
    EvaluationReport report = evaluator.get().run(set, options, this::progress);
    PrintWriter out = context.outputWriter();
    out.println(Reports.table(report));
    Options.text(context, OUT).map(Path::of).ifPresent(folder -> {
      Reports.write(report, folder);
      out.println("The report is in " + folder + ".");
    });
    // The floors are those of the extractive model.
    List<String> violations = recorded.writes() ? List.of() : Floors.read(set).violations(report);
    violations.forEach(violation -> out.println(screen.ink().bold(violation)));
    return violations.isEmpty() ? ExitStatus.OK : ExitStatus.EXECUTION_ERROR;
  }

  private void progress(int done, int total) {
    if (screen.watched()) {
      screen.err().print(done < total ? "\r" + done + " of " + total + " questions" : "\r\u001b[K");
      screen.err().flush();
    }
  }
}
