package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.ingest.ParsingSettings;
import org.readingroom.library.Library;
import org.readingroom.passage.Span;
import org.readingroom.reply.Sources;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.util.unit.DataSize;

class CurrentRoomTests {

  private static final Document PAPER = new Document("papers", 1, "A paper", null, DocumentDate.UNKNOWN,
      Kind.OTHER, null, null, null, null, "Words.", "00", List.of(), List.of());

  private final DefaultListableBeanFactory program = new DefaultListableBeanFactory();

  @TempDir
  Path home;

  @Test
  void citesADocumentAsOneOfItsOwnCollection() {
    try (Library library = library()) {
      library.create("papers", "My papers");
      program.registerSingleton("collection", Samples.COLLECTION);
      program.registerSingleton("library", library);
      Sources sources = new CurrentRoom(program).sources();
      assertThat(sources.reference(PAPER).note(PAPER)).contains("document 1 in My papers.");
      assertThat(sources.boxes(PAPER, new Span(0, 5))).isEmpty();
      assertThat(sources.reference(Samples.LEAD).note(Samples.LEAD))
          .contains("document 7 A Reader (A Press).");
    }
  }

  @Test
  void needsNoLibraryForTheBuiltInCollection() {
    program.registerSingleton("collection", Samples.COLLECTION);
    assertThat(new CurrentRoom(program).sources().reference(Samples.LEAD).note(Samples.LEAD))
        .contains("document 7 A Reader (A Press).");
  }

  @Test
  void goesBackToTheBuiltInCollectionWhenTheChosenOneIsGone() {
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShellApplication.class)
        .web(WebApplicationType.NONE).profiles(ShellApplication.PROFILE).lazyInitialization(true)
        .run("--reading-room.home=" + home)) {
      Library library = context.getBean(Library.class);
      library.create("papers", "My papers");
      CurrentRoom room = context.getBean(CurrentRoom.class);
      room.use("papers");
      library.delete("papers");
      StringWriter err = new StringWriter();
      Screen screen = Samples.screen(new StringWriter(), err, false);
      CommandRegistry registry = new CommandRegistry();
      registry.registerCommand(new HelpCommand(screen));
      assertThat(new Commands(registry, room, screen).execute(List.of("help"))).isZero();
      assertThat(room.chosen()).isNull();
      assertThat(err.toString().lines())
          .containsExactly("“papers” is no longer there; the built-in collection is in use again.");
    }
  }

  private Library library() {
    return new Library(home, () -> Samples.COLLECTION, Samples.COLLECTION::id,
        new ParsingSettings(DataSize.ofMegabytes(512), Duration.ofMinutes(2), DataSize.ofMegabytes(500),
            10_000_000, "eng"),
        Clock.systemUTC());
  }
}
