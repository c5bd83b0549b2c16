package org.readingroom.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.conversation.Conversations;
import org.readingroom.reply.ConversationMarkdown;
import org.readingroom.reply.Sources;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Writes the conversation into a file, as Markdown with its references. */
final class ExportCommand extends AbstractCommand {

  static final String NAME = "export";

  static final CommandOption FORCE = Options.flag("force", "write over a file that is there");

  private final LastAnswer last;
  private final Supplier<Conversations> conversations;
  private final Supplier<Sources> sources;

  ExportCommand(LastAnswer last, Supplier<Conversations> conversations, Supplier<Sources> sources) {
    super(NAME, "writes the conversation to a file", "", "export <file.md, or -> [--force]", false);
    setOptions(List.of(FORCE));
    this.last = last;
    this.conversations = conversations;
    this.sources = sources;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    String name = Words.unquoted(Words.text(context.parsedInput()).strip()).strip();
    if (name.isEmpty()) {
      throw new UsageException("“export” wants the name of a file, such as: export notes.md");
    }
    String id = last.conversation();
    String markdown = new ConversationMarkdown(sources.get())
        .write(conversations.get().conversation(id), conversations.get().turns(id));
    if (name.equals(StandardInput.NAME)) {
      context.outputWriter().print(markdown);
      return ExitStatus.OK;
    }
    write(Words.path(name), markdown, Options.has(context, FORCE));
    context.outputWriter().println("Wrote " + name + ".");
    return ExitStatus.OK;
  }

  private static void write(Path file, String markdown, boolean force) {
    OpenOption[] options = force
        ? new OpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE}
        : new OpenOption[]{StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      if (Files.isDirectory(file)) {
        throw new UsageException(file + " is a directory.");
      }
      Files.writeString(file, markdown, options);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("There is a file " + file + " already; --force writes over it.");
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no folder " + file.toAbsolutePath().getParent() + " to write into.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
