package org.readingroom.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.reference.ReferenceFormat;
import org.readingroom.reply.Sources;
import org.readingroom.reply.VisibleText;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/**
 * Hands a citation's quotation and reference to the clipboard of the terminal, over the operating system
 * command 52 of xterm; it works over SSH, and a terminal that does not know it ignores it.
 */
final class CopyCommand extends AbstractCommand {

  static final String NAME = "copy";

  private final LastAnswer last;
  private final Supplier<Sources> sources;
  private final Screen screen;

  CopyCommand(LastAnswer last, Supplier<Sources> sources, Screen screen) {
    super(NAME, "copies a quotation with its reference", "", "copy <n>", false);
    this.last = last;
    this.sources = sources;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    if (!screen.terminal() || "dumb".equals(System.getenv("TERM"))) {
      throw new UsageException("There is no terminal with a clipboard here; “cite” writes the same.");
    }
    Citation citation = last.citation(NAME, Words.text(context.parsedInput()));
    Document document = citation.quote().document();
    String text = sources.get().reference(document).write(document, citation.quote().span(),
        ReferenceFormat.CHICAGO);
    byte[] visible = VisibleText.of(text).getBytes(StandardCharsets.UTF_8);
    context.outputWriter()
        .print(Control.of("\u001b]52;c;" + Base64.getEncoder().encodeToString(visible) + "\u0007"));
    context.outputWriter().println("Sent citation " + citation.marker() + " to the terminal’s clipboard.");
    return ExitStatus.OK;
  }
}
