package org.readingroom.shell;

import java.util.function.Supplier;
import org.readingroom.library.Library;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Reads what is new, changed or gone among the files of a collection. */
final class UpdateCommand extends AbstractCommand {

  static final String NAME = "update";

  private final Supplier<Library> library;
  private final CurrentRoom room;
  private final LibraryUpdate update;

  UpdateCommand(Supplier<Library> library, CurrentRoom room, LibraryUpdate update) {
    super(NAME, "reads the new and changed files of a collection", "", "update [<collection>]", false);
    this.library = library;
    this.room = room;
    this.update = update;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String id = room.named(context);
    return update.run(id, listener -> library.get().update(id, listener), context.outputWriter());
  }
}
