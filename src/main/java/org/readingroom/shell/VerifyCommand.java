package org.readingroom.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.readingroom.quotation.Finding;
import org.readingroom.quotation.InvalidQuotationException;
import org.readingroom.reply.Sources;
import org.readingroom.reply.VerifyReply;
import org.readingroom.search.IndexNotReadyException;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Says where words that somebody quotes stand, or what comes nearest. */
final class VerifyCommand extends AbstractCommand {

  static final String NAME = "verify";

  private final Supplier<Function<String, Finding>> finder;
  private final IndexOpening index;
  private final Supplier<Sources> sources;
  private final Dialogue dialogue;
  private final JsonMapper json;
  private final Screen screen;

  VerifyCommand(Supplier<Function<String, Finding>> finder, IndexOpening index, Supplier<Sources> sources,
      Dialogue dialogue, JsonMapper json, Screen screen) {
    super(NAME, "finds where quoted words stand", "", "verify <quotation, or - for standard input> [--json]",
        false);
    setOptions(List.of(Options.COLLECTION, Options.JSON));
    this.finder = finder;
    this.index = index;
    this.sources = sources;
    this.dialogue = dialogue;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String quote = StandardInput.orWords(context, dialogue).strip();
    if (quote.isEmpty()) {
      throw new UsageException("“verify” wants the words to look for, such as: verify \"tons of lead\"");
    }
    Finding finding = find(quote);
    VerifyReply reply = VerifyReply.of(quote, finding, sources.get());
    if (Options.has(context, Options.JSON)) {
      context.outputWriter().println(json.writeValueAsString(reply));
    } else {
      new QuotationPage(screen.width(), screen.ink()).lines(reply).forEach(context.outputWriter()::println);
    }
    return finding instanceof Finding.Exact ? ExitStatus.OK : Exit.NO_ANSWER;
  }

  private Finding find(String quote) {
    try {
      return look(quote);
    } catch (InvalidQuotationException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Finding look(String quote) {
    try {
      return finder.get().apply(quote);
    } catch (IndexNotReadyException e) { // In a large collection the index is searched for it.
      index.ready();
      return finder.get().apply(quote);
    }
  }
}
