package org.readingroom.shell;

import java.util.List;
import java.util.function.Supplier;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.reply.Sources;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Opens a document where a citation quotes it: the one that is named, the next, or the one before. */
final class OpenCommand extends AbstractCommand {

  static final String NAME = "open";
  static final String NEXT = "next";
  static final String PREVIOUS = "prev";

  private final int step;
  private final CitationWalk walk;
  private final Supplier<Sources> sources;
  private final Pager pager;
  private final Screen screen;

  private OpenCommand(String name, String description, String usage, int step, CitationWalk walk,
      Supplier<Sources> sources, Pager pager, Screen screen) {
    super(name, description, "", usage, false);
    this.step = step;
    this.walk = walk;
    this.sources = sources;
    this.pager = pager;
    this.screen = screen;
  }

  /** Opens the citation that is named. */
  static OpenCommand named(CitationWalk walk, Supplier<Sources> sources, Pager pager, Screen screen) {
    return new OpenCommand(NAME, "opens a document at citation n", "open <n>", 0, walk, sources, pager,
        screen);
  }

  /** Opens the citation after the one that was opened last. */
  static OpenCommand next(CitationWalk walk, Supplier<Sources> sources, Pager pager, Screen screen) {
    return new OpenCommand(NEXT, "opens the next citation, or the one before", NEXT, 1, walk, sources,
        pager, screen);
  }

  /** Opens the citation before the one that was opened last. */
  static OpenCommand previous(CitationWalk walk, Supplier<Sources> sources, Pager pager,
      Screen screen) {
    return new OpenCommand(PREVIOUS, "opens the citation before", PREVIOUS, -1, walk, sources, pager,
        screen);
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Citation citation = step == 0 ? walk.to(Words.text(context.parsedInput())) : walk.by(getName(), step);
    Document document = citation.quote().document();
    DocumentPage page = DocumentPage.of(document, List.of(citation.quote().span()),
        sources.get().reference(document), screen.width(), screen.ink());
    String name = "[" + citation.marker() + "] no. " + citation.quote().document().number();
    if (!pager.shows(name, page.lines(), page.at())) {
      page.around().forEach(context.outputWriter()::println);
    }
    return ExitStatus.OK;
  }
}
