package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.readingroom.library.FileRecord;
import org.readingroom.library.Library;
import org.readingroom.reply.FileReply;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists the files of a collection and what became of each. */
final class FilesCommand extends AbstractCommand {

  static final String NAME = "files";

  private final Supplier<Library> library;
  private final CurrentRoom room;
  private final JsonMapper json;
  private final Screen screen;

  FilesCommand(Supplier<Library> library, CurrentRoom room, JsonMapper json, Screen screen) {
    super(NAME, "lists the files of a collection", "", "files [<collection>] [--json]", false);
    setOptions(List.of(Options.JSON));
    this.library = library;
    this.room = room;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String id = room.named(context);
    boolean builtIn = id.equals(library.get().builtInId());
    List<FileRecord> files = builtIn ? List.of() : library.get().files(id);
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      Map<String, List<Integer>> numbers = library.get().numbersByPath(id);
      out.println(json.writeValueAsString(
          files.stream().map(file -> FileReply.of(id, file, numbers.get(file.path()))).toList()));
    } else if (files.isEmpty()) {
      out.println(builtIn
          ? "The documents of " + id + " come with the program; “documents --collection " + id
              + "” lists them."
          : "The collection has no files.");
    } else {
      FileList.rows(files).forEach(row -> out.println(screen.cut(row)));
    }
    return ExitStatus.OK;
  }
}
