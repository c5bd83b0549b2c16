package org.readingroom.shell;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.doctor.Report;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Says what is installed, where its data lies, which settings are in effect, and what would fail. */
final class DoctorCommand extends AbstractCommand {

  static final String NAME = "doctor";

  private final Supplier<Report> checkup;
  private final JsonMapper json;
  private final Screen screen;

  DoctorCommand(Supplier<Report> checkup, JsonMapper json, Screen screen) {
    super(NAME, "says what is installed and what would fail", "", "doctor [--json]", false);
    setOptions(List.of(Options.JSON));
    this.checkup = checkup;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    Report report = checkup.get();
    if (Options.has(context, Options.JSON)) {
      context.outputWriter().println(json.writeValueAsString(report));
    } else {
      new ReportPage(screen.width(), screen.ink()).lines(report).forEach(context.outputWriter()::println);
    }
    return report.healthy() ? ExitStatus.OK : new ExitStatus(Exit.FAILED, "something would fail");
  }
}
