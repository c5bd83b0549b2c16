package org.readingroom.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.readingroom.library.CollectionId;
import org.readingroom.library.Library;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** Makes a collection of files, or adds files to one. */
final class AddCommand extends AbstractCommand {

  static final String NAME = "add";

  private static final CommandOption COLLECTION = Options.value("collection",
      "the collection to add to; it is made if it is not there, and named like the folder or file unless told");
  private static final CommandOption TITLE = Options.value("title", "the title of a collection that is made");

  private final Supplier<Library> library;
  private final LibraryUpdate update;

  AddCommand(Supplier<Library> library, LibraryUpdate update) {
    super(NAME, "adds a folder, files or a zip as a collection", "",
        "add <folder, files or zip> [--collection papers] [--title \"My papers\"]", false);
    setOptions(List.of(COLLECTION, TITLE));
    this.library = library;
    this.update = update;
  }

  @Override
  public ExitStatus doExecute(CommandContext context) {
    List<Path> places = places(context);
    String name = nameOf(places.getFirst());
    Optional<String> wanted = Options.text(context, COLLECTION);
    if (wanted.isPresent() && !CollectionId.isId(wanted.get())) {
      throw new UsageException(
          "“" + wanted.get() + "” cannot name a collection; --collection names another, of lower-case"
              + " letters, digits and hyphens.");
    }
    Optional<String> title = Options.text(context, TITLE).map(String::strip).filter(text -> !text.isEmpty());
    Library into = library.get();
    Optional<String> known = wanted.or(() -> into.collectionOf(name, places));
    boolean made = known.isEmpty() || into.create(known.get(), title.orElse(name));
    String id = known.orElseGet(() -> into.createLike(name, title.orElse(name)));
    if (!made && title.isPresent() && !title.get().equals(into.title(id))) {
      throw new UsageException("The collection " + id + " is there already and is called “" + into.title(id)
          + "”; --title is for one that is made.");
    }
    List<Path> found = unpacked(id, places, made);
    if (known.isEmpty() && !id.equals(CollectionId.like(name))) {
      context.outputWriter().println("Another collection is called " + CollectionId.like(name)
          + " already; this one is " + id + ".");
    }
    return update.run(id, listener -> into.add(id, found, listener), context.outputWriter());
  }

  private static List<Path> places(CommandContext context) {
    List<Path> places = new ArrayList<>();
    for (CommandArgument argument : context.parsedInput().arguments()) {
      String word = Words.unquoted(String.valueOf(argument.value()));
      try {
        Path place = Words.path(word);
        if (!Files.exists(place)) {
          throw new UsageException("There is no file or folder " + word + ".");
        }
        places.add(place.toAbsolutePath().normalize());
      } catch (InvalidPathException e) {
        throw new UsageException("“" + word + "” is no file or folder.");
      }
    }
    if (places.isEmpty()) {
      throw new UsageException("“add” wants a folder or files, such as: add ~/papers");
    }
    return places;
  }

  /** Returns the places, with their folders for zip archives; a collection that was just made goes where one fails. */
  private List<Path> unpacked(String id, List<Path> places, boolean made) {
    try {
      return places.stream().map(place -> isZip(place) ? library.get().unpack(id, place) : place).toList();
    } catch (RuntimeException e) {
      if (made) {
        library.get().delete(id);
      }
      throw e;
    }
  }

  private static boolean isZip(Path place) {
    return Files.isRegularFile(place)
        && String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Tells whether a word in the chat names something that can be added, rather than begins a question. */
  static boolean isPath(String word) {
    try {
      return Files.exists(Words.path(Words.unquoted(word)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String nameOf(Path place) {
    String name = place.getFileName() == null ? "" : place.getFileName().toString();
    return Files.isDirectory(place) ? name : name.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
  }
}
