package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.readingroom.model.ModelCheck;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Says which model answers, whether it can be reached and how fast it is. */
final class ModelsCommand extends AbstractCommand {

  static final String NAME = "models";

  private static final int SHOWN = 10;

  private final Supplier<ModelCheck> check;
  private final JsonMapper json;
  private final Screen screen;

  ModelsCommand(Supplier<ModelCheck> check, JsonMapper json, Screen screen) {
    super(NAME, "says which model answers, and how fast", "", "models [--json]", false);
    setOptions(List.of(Options.JSON));
    this.check = check;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    ModelCheck.Status status = check.get().run();
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(status));
    } else if (status.url() == null) {
      write("No language model is configured: answers are made of the documents’ own sentences. The README"
          + " says how to set one.", out);
    } else {
      row("provider", status.provider(), out);
      row("server", status.url(), out);
      row("model", status.name(), out);
      row("API key", status.hasKey() ? "set" : "none", out);
      row("answers", status.fault() == null ? speed(status) : "no. " + status.fault(), out);
      if (status.contextTokens() != null) {
        row("context", status.contextTokens() + " tokens", out);
      }
      if (status.takesSchema() != null) {
        row("schema", status.takesSchema() ? "yes" : "no, answers are asked for with markers", out);
      }
      status.advice().forEach(advice -> row("settings", advice, out));
      if (!status.models().isEmpty()) {
        String more = status.models().size() > SHOWN
            ? " and " + (status.models().size() - SHOWN) + " more"
            : "";
        row("there", String.join(", ", status.models().stream().limit(SHOWN).toList()) + more, out);
      }
    }
    return status.fault() == null ? ExitStatus.OK : new ExitStatus(Exit.FAILED, "the model does not answer");
  }

  private static String speed(ModelCheck.Status status) {
    StringBuilder speed = new StringBuilder("yes");
    if (status.firstWordMs() != null) {
      speed.append(String.format(Locale.ROOT, ", the first words after %.1f s", status.firstWordMs() / 1e3));
    }
    if (status.tokensPerSecond() != null) {
      speed.append(String.format(Locale.ROOT, ", then %.0f tokens a second", status.tokensPerSecond()));
    }
    return speed.toString();
  }

  private void row(String name, String value, PrintWriter out) {
    Lines.wrap(value, screen.width(), String.format("%-10s", name), " ".repeat(10)).forEach(out::println);
  }

  private void write(String text, PrintWriter out) {
    Lines.wrap(text, screen.width(), "").forEach(out::println);
  }
}
