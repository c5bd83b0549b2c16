package org.readingroom.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.readingroom.evaluation.Ablation;
import org.readingroom.evaluation.AnswerAblation;
import org.readingroom.evaluation.Comparison;
import org.readingroom.evaluation.Configurations;
import org.readingroom.evaluation.EvaluationOptions;
import org.readingroom.evaluation.EvaluationReport;
import org.readingroom.evaluation.Evaluator;
import org.readingroom.evaluation.Fit;
import org.readingroom.evaluation.FitReport;
import org.readingroom.evaluation.Floors;
import org.readingroom.evaluation.PackReport;
import org.readingroom.evaluation.Program;
import org.readingroom.evaluation.Programs;
import org.readingroom.evaluation.PublicSets;
import org.readingroom.evaluation.RankingReport;
import org.readingroom.evaluation.ReadingReport;
import org.readingroom.evaluation.Reports;
import org.readingroom.evaluation.SetForm;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Measures the program on a set of any form and says whether the floors hold. */
final class EvaluateCommand extends AbstractCommand {

  static final String NAME = "evaluate";

  private static final CommandOption SET = Options.value("set",
      "the folder of the set, evaluation/reader-v1 if not given; its files tell its form");
  private static final CommandOption OUT = Options.value("out", "a folder to write the report to");
  private static final CommandOption COMPARE = Options.value("compare",
      "the report.json of an earlier run over the same questions, to compare with");
  private static final CommandOption ABLATION = Options.flag("ablation",
      "measure the configurations of the set's ablation.yaml beside the program as it is");
  private static final CommandOption FIT = Options.flag("fit",
      "fit the weights of ranking and confidence on the set, with cross-validation");
  private static final CommandOption SAMPLE = Options.value("sample",
      "how many questions of a question or reading set at most, the same each time; all if not given");

  private static final CommandOption MODEL = Options.value("model",
      "with a question set: another model, such as ollama:llama3.2:3b or extractive");

  private final Programs programs;
  private final Path evaluation;
  private final Screen screen;

  /**
   * Makes the command.
   *
   * @param evaluation the folder with the sets that come with the program
   */
  EvaluateCommand(Programs programs, Path evaluation, Screen screen) {
    super(NAME, "measures the program on a set of questions or queries", "",
        "evaluate [--set folder] [--out folder] [--compare report.json | --ablation | --fit] [--sample number] [--model provider:name]",
        false);
    setOptions(List.of(SET, OUT, COMPARE, ABLATION, FIT, SAMPLE, MODEL));
    this.programs = programs;
    this.evaluation = evaluation;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    Path set = Options.text(context, SET).map(Path::of).orElseGet(() -> evaluation.resolve("reader-v1"));
    Optional<Path> out = Options.text(context, OUT).map(Path::of);
    Optional<Path> compare = Options.text(context, COMPARE).map(Path::of);
    int sample = Options.number(context, SAMPLE, Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    Set<SetForm> forms = SetForm.of(set);
    boolean ablation = Options.has(context, ABLATION);
    boolean ofQuestions = forms.contains(SetForm.QUESTIONS);
    boolean fit = Options.has(context, FIT);
    if ((compare.isPresent() || fit) && !ofQuestions) {
      throw new UsageException("--compare and --fit go with a question set.");
    }
    if (Stream.of(compare.isPresent(), ablation, fit).filter(wanted -> wanted).count() > 1) {
      throw new UsageException("--compare, --ablation and --fit do not go together.");
    }
    boolean reading = forms.contains(SetForm.READING);
    if (ablation && !ofQuestions && !forms.contains(SetForm.RETRIEVAL)) {
      throw new UsageException("--ablation goes with a question set or a retrieval set.");
    }
    if (Options.has(context, SAMPLE) && (!reading && !ofQuestions || ablation || fit)) {
      throw new UsageException(
          "--sample goes with a question set or a reading set, and not with --ablation or --fit.");
    }
    PrintWriter print = context.outputWriter();
    if (fit) {
      return fit(set, out, print);
    }
    if (ofQuestions) {
      return ablation
          ? ablateAnswers(set, out, print)
          : answers(set, out, compare, Options.text(context, MODEL), sample, print);
    }
    if (forms.contains(SetForm.RETRIEVAL)) {
      rank(set, out, ablation, print);
    }
    if (reading && !ablation) {
      tell(new PublicSets(programs, options()).read(set, sample), out, print);
    }
    if (forms.contains(SetForm.VERBATIM) && !ablation) {
      tell(new PublicSets(programs, options()).quote(set), out, print);
    }
    if (forms.contains(SetForm.PACKS) && !ablation) {
      PackReport report = new PublicSets(programs, options()).readPacks(set);
      print.println(report.markdown());
      out.ifPresent(folder -> Reports.write(report, folder));
    }
    return ExitStatus.OK;
  }

  private ExitStatus answers(Path set, Optional<Path> out, Optional<Path> compare, Optional<String> model,
      int sample, PrintWriter print) {
    // That a report cannot be read shall not be found out after minutes.
    Optional<EvaluationReport> before = compare.map(Reports::read);
    Map<String, String> changed = model.map(EvaluateCommand::chosen).orElse(Map.of());
    Map<String, String> settings = new TreeMap<>(programs.settings());
    settings.putAll(changed);
    boolean writes = !"extractive".equalsIgnoreCase(settings.get("model.provider"));
    EvaluationOptions options = (writes ? EvaluationOptions.UNWARMED : EvaluationOptions.DEFAULTS)
        .sampling(sample).recording(programs.prompts(), settings);
    try (Program program = programs.open(changed)) {
      EvaluationReport report = run(program, set, options);
      print.println(Reports.table(report));
      Optional<Comparison> comparison = before
          .map(old -> Comparison.of(old, report, options.resamples(), options.seed()));
      comparison.ifPresent(c -> print.println(c.table()));
      out.ifPresent(folder -> {
        Reports.write(report, comparison.orElse(null), folder);
        print.println("The report is in " + folder + ".");
      });
      // The floors are those of the extractive model on all questions.
      List<String> violations = !writes && sample == Integer.MAX_VALUE && Floors.isIn(set)
          ? Floors.read(set).violations(report)
          : List.of();
      violations.forEach(violation -> print.println(screen.ink().bold(violation)));
      return status(violations);
    }
  }

  static ExitStatus status(List<String> violations) {
    return violations.isEmpty() ? ExitStatus.OK : Exit.FLOORS_MISSED;
  }

  private EvaluationReport run(Program program, Path set, EvaluationOptions options) {
    try {
      return Evaluator.of(program).run(set, options, this::progress);
    } finally {
      screen.progress("");
    }
  }

  /** Reads a provider and, behind a colon, a model of it. */
  private static Map<String, String> chosen(String model) {
    String[] parts = model.split(":", 2);
    return Map.of("model.provider", parts[0], "model.name", parts.length > 1 ? parts[1] : "");
  }

  private ExitStatus ablateAnswers(Path set, Optional<Path> out, PrintWriter print) {
    Configurations configurations = Configurations.read(set.resolve("ablation.yaml"), programs.settings());
    AnswerAblation ablation = new Ablation(programs, options(), this::working).answers(set, configurations);
    print.println(ablation.table());
    write(out.orElse(evaluation).resolve("ablation.md"), ablation.markdown(), print);
    return ExitStatus.OK;
  }

  private ExitStatus fit(Path set, Optional<Path> out, PrintWriter print) {
    FitReport report = new Fit(programs, options(), this::working).run(set);
    print.println(report.table());
    write(out.orElse(set).resolve("weights.yaml"), report.yaml(), print);
    return ExitStatus.OK;
  }

  private void rank(Path set, Optional<Path> out, boolean ablation, PrintWriter print) {
    if (ablation) {
      Configurations configurations = Configurations.read(evaluation.resolve("ranking.yaml"),
          programs.settings());
      String table = new Ablation(programs, options(), this::working).rankings(set, configurations)
          .markdown();
      print.println(table);
      out.ifPresent(folder -> write(folder.resolve("ablation.md"), table, print));
      return;
    }
    RankingReport report = new PublicSets(programs, options()).rank(set);
    print.println(report.markdown());
    out.ifPresent(folder -> Reports.write(report, folder));
  }

  private static void tell(ReadingReport report, Optional<Path> out, PrintWriter print) {
    print.println(report.markdown());
    out.ifPresent(folder -> Reports.write(report, folder));
  }

  private static void write(Path file, String text, PrintWriter print) {
    Reports.write(file, text);
    print.println("Written to " + file + ".");
  }

  private EvaluationOptions options() {
    return EvaluationOptions.DEFAULTS.recording(programs.prompts(), programs.settings());
  }

  private void working(String what) {
    screen.remark("Measuring: " + what);
  }

  private void progress(int done, int total) {
    screen.progress(done + " of " + total + " questions");
  }
}
