package org.readingroom.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.home.DataDirectory;
import org.readingroom.quotation.QuotationFinder;
import org.springframework.beans.factory.ObjectProvider;
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
  LastAnswer lastAnswer(ObjectProvider<Conversations> conversations, Dialogue dialogue, Screen screen) {
    return new LastAnswer(conversations::getObject, dialogue, screen);
  }

  @Bean
  CitationWalk citationWalk(LastAnswer last, Dialogue dialogue) {
    return new CitationWalk(last, dialogue);
  }

  @Bean
  Command verifyCommand(ObjectProvider<QuotationFinder> finder, ObjectProvider<Collection> collection,
      Dialogue dialogue, JsonMapper json, Screen screen) {
    return new VerifyCommand(finder::getObject, collection::getObject, dialogue, json, screen);
  }

  @Bean
  Command peopleCommand(ObjectProvider<Collection> collection, JsonMapper json, Screen screen) {
    return new PeopleCommand(collection::getObject, json, screen);
  }

  @Bean
  Command timelineCommand(ObjectProvider<Collection> collection, JsonMapper json, Screen screen) {
    return new TimelineCommand(collection::getObject, json, screen);
  }

  @Bean
  Command sourcesCommand(LastAnswer last, ObjectProvider<Collection> collection, JsonMapper json,
      Screen screen) {
    return new SourcesCommand(last, collection::getObject, json, screen);
  }

  @Bean
  Command openCommand(CitationWalk walk, ObjectProvider<Collection> collection, Pager pager, Screen screen) {
    return OpenCommand.named(walk, collection::getObject, pager, screen);
  }

  @Bean
  Command nextCommand(CitationWalk walk, ObjectProvider<Collection> collection, Pager pager, Screen screen) {
    return OpenCommand.next(walk, collection::getObject, pager, screen);
  }

  @Bean
  Command previousCommand(CitationWalk walk, ObjectProvider<Collection> collection, Pager pager,
      Screen screen) {
    return OpenCommand.previous(walk, collection::getObject, pager, screen);
  }

  @Bean
  Command citeCommand(LastAnswer last, ObjectProvider<Collection> collection) {
    return new CiteCommand(last, collection::getObject);
  }

  @Bean
  Command copyCommand(LastAnswer last, ObjectProvider<Collection> collection, Screen screen) {
    return new CopyCommand(last, collection::getObject, screen);
  }

  @Bean
  Command historyCommand(ObjectProvider<Conversations> conversations, Dialogue dialogue, JsonMapper json,
      Screen screen) {
    return new HistoryCommand(conversations::getObject, dialogue, json, screen);
  }

  @Bean
  Command resumeCommand(ObjectProvider<Conversations> conversations, Dialogue dialogue, Screen screen) {
    return new ResumeCommand(conversations::getObject, dialogue, screen);
  }

  @Bean
  Command exportCommand(LastAnswer last, ObjectProvider<Conversations> conversations,
      ObjectProvider<Collection> collection) {
    return new ExportCommand(last, conversations::getObject, collection::getObject);
  }

  @Bean
  Command completionCommand() {
    return new CompletionCommand();
  }

  @Bean
  TypedLines typedLines(Window window, Dialogue dialogue, CommandRegistry registry,
      ObjectProvider<Collection> collection, LastAnswer last, @Value("${reading-room.home}") Path home) {
    Path history = home.resolve("line-history");
    try {
      DataDirectory.createFile(history);
    } catch (IOException e) {
      // Lines are then remembered as long as the program runs.
    }
    return new TypedLines(window, dialogue, new LineCompleter(registry, collection::getObject, last),
        history);
  }
}
