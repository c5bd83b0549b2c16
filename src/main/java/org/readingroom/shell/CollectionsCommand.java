package org.readingroom.shell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.reply.CollectionReply;
import org.readingroom.search.IndexState;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import tools.jackson.databind.json.JsonMapper;

/** Lists the collections. */
final class CollectionsCommand extends AbstractCommand {

  static final String NAME = "collections";

  private final Supplier<Library> library;
  private final Supplier<Collection> builtIn;
  private final Path builtInIndex;
  private final JsonMapper json;
  private final Screen screen;

  /** A collection as the answer API has it, and what it takes on disk. */
  record Row(@JsonUnwrapped CollectionReply collection, long sizeOnDisk) {}

  CollectionsCommand(Supplier<Library> library, Supplier<Collection> builtIn, Path builtInIndex,
      JsonMapper json, Screen screen) {
    super(NAME, "lists the collections", "", "collections [--json]", false);
    setOptions(List.of(Options.JSON));
    this.library = library;
    this.builtIn = builtIn;
    this.builtInIndex = builtInIndex;
    this.json = json;
    this.screen = screen;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    Options.only(context);
    List<Row> rows = rows();
    PrintWriter out = context.outputWriter();
    if (Options.has(context, Options.JSON)) {
      out.println(json.writeValueAsString(rows));
      return ExitStatus.OK;
    }
    int width = rows.stream().mapToInt(row -> row.collection().id().length()).max().orElse(0);
    for (Row row : rows) {
      out.println(screen
          .cut(String.format(Locale.ROOT, "%-" + width + "s  %6d documents  %8s  %s", row.collection().id(),
              row.collection().documents(), Sizes.of(row.sizeOnDisk()), row.collection().title())));
    }
    return ExitStatus.OK;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    // Nothing is opened to be listed; who asks has an index brought up to date first.
    IndexState ready = new IndexState.Ready(builtIn.get().documents().size(), 0);
    rows.add(new Row(CollectionReply.of(builtIn.get(), ready), size(builtInIndex)));
    for (Holding holding : library.get().holdings()) {
      rows.add(new Row(CollectionReply.of(holding, null, null), size(library.get().folder(holding.id()))));
    }
    return rows;
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // An index is being written; what it takes is known when that is done.
    }
  }
}
