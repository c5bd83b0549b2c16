package org.readingroom.shell;

import java.util.List;
import org.readingroom.search.IndexState;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Opens the index, building what is missing, and says what is in it. */
final class IndexCommand extends AbstractCommand {

  static final String NAME = "index";

  private static final CommandOption REBUILD = Options.flag("rebuild",
      "throw the index away and build it anew");
  private static final CommandOption SETUP = Options.flag("setup",
      "make what the engine of the index needs, or check that it is there, and build nothing");

  private final IndexOpening index;

  IndexCommand(IndexOpening index) {
    super(NAME, "builds the index where it is missing or out of date", "", "index [--setup | --rebuild]",
        false);
    setOptions(List.of(SETUP, REBUILD));
    this.index = index;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    if (Options.has(context, SETUP)) {
      context.outputWriter().println(index.setUp());
      return ExitStatus.OK;
    }
    IndexState.Ready ready = Options.has(context, REBUILD) ? index.rebuilt() : index.ready();
    context.outputWriter()
        .println(ready.documents() + " documents in " + ready.passages() + " passages are indexed in "
            + index.place() + ".");
    return ExitStatus.OK;
  }
}
