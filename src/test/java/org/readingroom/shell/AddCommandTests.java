package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.library.Library;
import org.readingroom.library.LibraryException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Adds folders without files, for which no index is made. */
class AddCommandTests {

  private final StringWriter out = new StringWriter();
  private ConfigurableApplicationContext context;
  private Library library;
  private Commands commands;

  @TempDir
  Path folder;

  @BeforeEach
  void start() {
    context = new SpringApplicationBuilder(ShellApplication.class).web(WebApplicationType.NONE)
        .profiles(ShellApplication.PROFILE).lazyInitialization(true)
        .run("--reading-room.home=" + folder.resolve("home"));
    library = context.getBean(Library.class);
    CurrentRoom room = context.getBean(CurrentRoom.class);
    Screen screen = Samples.screen(out, new StringWriter(), false);
    CommandRegistry registry = new CommandRegistry();
    registry.registerCommand(new AddCommand(() -> library,
        new LibraryUpdate(room, context.getBean(IndexOpening.class), new Dialogue(), screen)));
    registry.registerCommand(
        new FilesCommand(() -> library, room, context.getBean(JsonMapper.class), screen));
    commands = new Commands(registry, room, screen);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void foldersOfOneNameHaveACollectionEach() throws IOException {
    Path first = Files.createDirectories(folder.resolve("a/papers"));
    Path second = Files.createDirectories(folder.resolve("b/papers"));

    assertThat(add(first)).isZero();
    assertThat(add(second, "--title", "Others")).isZero();
    assertThat(out.toString()).contains("Another collection is called papers already; this one is papers-2.");
    add(first);
    add(second);

    assertThat(library.sequences()).containsOnlyKeys("papers", "papers-2");
    assertThat(library.title("papers")).isEqualTo("papers");
    assertThat(library.title("papers-2")).isEqualTo("Others");
  }

  @Test
  void aCollectionThatIsNamedTakesAnyFolder() throws IOException {
    add(Files.createDirectories(folder.resolve("a/papers")));
    add(Files.createDirectories(folder.resolve("b/papers")), "--collection", "papers");

    assertThat(library.sequences()).containsOnlyKeys("papers");
  }

  @Test
  void anArchiveThatCannotBeUnpackedLeavesNoCollection() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.zip"), "This is no archive.");

    assertThatThrownBy(() -> add(broken)).isInstanceOf(LibraryException.class);
    assertThat(library.sequences()).isEmpty();
    library.create("papers", "");
    assertThatThrownBy(() -> add(broken, "--collection", "papers")).isInstanceOf(LibraryException.class);
    assertThat(library.sequences()).containsOnlyKeys("papers");
  }

  @Test
  void refusesAnotherTitleForACollectionThatIsThere() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    add(papers, "--title", "My papers");

    assertThat(add(papers, "--title", "My papers")).isZero();
    assertThatThrownBy(() -> add(papers, "--title", "Others")).isInstanceOf(UsageException.class)
        .hasMessageContaining("My papers");
  }

  @Test
  void saysWhereTheBuiltInDocumentsAre() {
    assertThat(commands.execute(List.of("files", library.builtInId()))).isZero();
    assertThat(out.toString()).contains("come with the program", "documents --collection");
    out.getBuffer().setLength(0);
    commands.execute(List.of("files", library.builtInId(), "--json"));
    assertThat(out.toString().strip()).isEqualTo("[]");
  }

  private int add(Path place, String... options) {
    List<String> words = new ArrayList<>(List.of("add", place.toString()));
    words.addAll(List.of(options));
    return commands.execute(words);
  }
}
