package org.readingroom.shell;

import java.util.function.Supplier;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** Removes a collection, or a file from one; the files themselves stay where they are. */
final class RemoveCommand extends AbstractCommand {

  static final String NAME = "remove";

  private final Supplier<Library> library;
  private final Supplier<Rooms> rooms;
  private final CurrentRoom room;

  RemoveCommand(Supplier<Library> library, Supplier<Rooms> rooms, CurrentRoom room) {
    super(NAME, "removes a collection, or a file from one", "", "remove <collection>[/<path of a file>]",
        false);
    this.library = library;
    this.rooms = rooms;
    this.room = room;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String what = Words.unquoted(Words.text(context.parsedInput()));
    int slash = what.indexOf('/');
    String id = slash < 0 ? what : what.substring(0, slash);
    if (id.isBlank()) {
      throw new UsageException("“remove” wants the name of a collection; “collections” lists them.");
    }
    if (slash >= 0) {
      String path = what.substring(slash + 1);
      if (!library.get().remove(id, path)) {
        throw new UsageException("The collection " + id + " has no file " + path + "; “files " + id
            + "” lists them.");
      }
      context.outputWriter()
          .println("Removed " + path + " from " + id
              + "; the file itself stays, unless it was uploaded or unpacked from a zip.");
      return ExitStatus.OK;
    }
    if (room.uses(id)) {
      room.use(library.get().builtInId());
    }
    rooms.get().forget(id);
    library.get().delete(id);
    rooms.get().removed(id);
    context.outputWriter().println("Removed the collection " + id
        + "; its files stay, but those that were uploaded or unpacked from a zip are gone.");
    return ExitStatus.OK;
  }
}
