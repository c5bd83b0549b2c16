package org.readingroom.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.home.DataDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Makes what a terminal has beside questions: reading, citing, looking around, kept conversations. */
@Configuration(proxyBeanMethods = false)
@Profile(ShellApplication.PROFILE)
class TerminalConfiguration {

  @Bean
  Window window(Screen screen) {
    return new Window(screen);
  }

  @Bean
  Pager pager(Window window) {
    return new Pager(window);
  }

  @Bean
  LastAnswer lastAnswer(CurrentRoom room, Dialogue dialogue, Screen screen) {
    return new LastAnswer(room.of(Conversations.class), dialogue, screen);
  }

  @Bean
  CitationWalk citationWalk(LastAnswer last, Dialogue dialogue) {
    return new CitationWalk(last, dialogue);
  }

  @Bean
  Command verifyCommand(CurrentRoom room, IndexOpening index,
      Dialogue dialogue, JsonMapper json, Screen screen) {
    return new VerifyCommand(room::findings, index, room::sources, dialogue, json,
        screen);
  }

  @Bean
  Command peopleCommand(CurrentRoom room, JsonMapper json, Screen screen) {
    return new PeopleCommand(room.of(Collection.class), json, screen);
  }

  @Bean
  Command timelineCommand(CurrentRoom room, JsonMapper json, Screen screen) {
    return new TimelineCommand(room.of(Collection.class), json, screen);
  }

  @Bean
  Command sourcesCommand(LastAnswer last, CurrentRoom room, JsonMapper json,
      Screen screen) {
    return new SourcesCommand(last, room::sources, json, screen);
  }

  @Bean
  Command claimsCommand(LastAnswer last, JsonMapper json, Pager pager, Screen screen) {
    return new ClaimsCommand(last, json, pager, screen);
  }

  @Bean
  Command openCommand(CitationWalk walk, CurrentRoom room, Pager pager, Screen screen) {
    return OpenCommand.named(walk, room::sources, pager, screen);
  }

  @Bean
  Command nextCommand(CitationWalk walk, CurrentRoom room, Pager pager, Screen screen) {
    return OpenCommand.next(walk, room::sources, pager, screen);
  }

  @Bean
  Command previousCommand(CitationWalk walk, CurrentRoom room, Pager pager,
      Screen screen) {
    return OpenCommand.previous(walk, room::sources, pager, screen);
  }

  @Bean
  Command citeCommand(LastAnswer last, CurrentRoom room) {
    return new CiteCommand(last, room::sources);
  }

  @Bean
  Command copyCommand(LastAnswer last, CurrentRoom room, Screen screen) {
    return new CopyCommand(last, room::sources, screen);
  }

  @Bean
  Command historyCommand(CurrentRoom room, Dialogue dialogue, JsonMapper json,
      Screen screen) {
    return new HistoryCommand(room.of(Conversations.class), dialogue, json, screen);
  }

  @Bean
  Command resumeCommand(CurrentRoom room, Dialogue dialogue, Screen screen) {
    return new ResumeCommand(room.of(Conversations.class), dialogue, screen);
  }

  @Bean
  Command exportCommand(LastAnswer last,
      CurrentRoom room) {
    return new ExportCommand(last, room.of(Conversations.class), room::sources);
  }

  @Bean
  Command completionCommand() {
    return new CompletionCommand();
  }

  @Bean
  TypedLines typedLines(Window window, Dialogue dialogue, CommandRegistry registry,
      CurrentRoom room, LastAnswer last, @Value("${reading-room.home}") Path home) {
    Path history = home.resolve("line-history");
    try {
      DataDirectory.createFile(history);
    } catch (IOException e) {
      // Lines are then remembered as long as the program runs.
    }
    return new TypedLines(window, dialogue, new LineCompleter(registry, room.of(Collection.class), last),
        history);
  }
}
