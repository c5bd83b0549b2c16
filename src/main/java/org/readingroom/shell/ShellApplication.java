package org.readingroom.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.doctor.Checkup;
import org.readingroom.evaluation.Growth;
import org.readingroom.evaluation.Programs;
import org.readingroom.model.ModelCheck;
import org.readingroom.model.ModelSettings;
import org.readingroom.model.Provider;
import org.readingroom.search.EvidenceSearch;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configures the program without its web server: everything but the web package, and of Spring Boot's
 * auto-configuration only what the rest of the program uses, for a command has to start at once. Only files
 * named as configurations are looked at: reading all others for annotations takes a third of a second.
 *
 * <p>
 * Commands ask for what they need when they run, so that {@code help} works where the documents are missing.
 */
@Configuration(proxyBeanMethods = false)
@Profile(ShellApplication.PROFILE)
@EnableConfigurationProperties
@ImportAutoConfiguration({JacksonAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class})
@ComponentScan(basePackages = "org.readingroom", resourcePattern = "*/*Configuration.class", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.readingroom\\.(web\\..*|ReadingRoomApplication)"))
class ShellApplication {

  /** The profile of chat and single commands. */
  static final String PROFILE = "shell";

  @Bean
  Screen screen() {
    return Screen.ofProcess();
  }

  @Bean
  Dialogue dialogue() {
    return new Dialogue();
  }

  @Bean
  CurrentRoom currentRoom(BeanFactory program) {
    return new CurrentRoom(program);
  }

  @Bean
  IndexOpening indexOpening(CurrentRoom room, @Value("${reading-room.index}") Path folder,
      @Value("${reading-room.packed-index}") String packed, Dialogue dialogue, Screen screen) {
    Path there = Files.isDirectory(folder) || packed.isBlank() ? folder : Path.of(packed);
    return new IndexOpening(room::indexes, there, dialogue, screen);
  }

  @Bean
  Command askCommand(CurrentRoom room,
      IndexOpening index, Dialogue dialogue, JsonMapper json, Screen screen,
      ObjectProvider<ModelSettings> model) {
    return new AskCommand(room.of(Conversations.class), room.of(Collection.class), room::sources, index,
        dialogue, json,
        screen, room::label,
        () -> model.getObject().provider() != Provider.EXTRACTIVE);
  }

  @Bean
  Command searchCommand(CurrentRoom room,
      IndexOpening index, JsonMapper json, Screen screen) {
    return new SearchCommand(room.of(EvidenceSearch.class), room.of(Collection.class), index, json, screen);
  }

  @Bean
  Command documentsCommand(CurrentRoom room, JsonMapper json, Screen screen) {
    return new DocumentsCommand(room.of(Collection.class), json, screen);
  }

  @Bean
  Command showCommand(CurrentRoom room, JsonMapper json, Pager pager, Screen screen) {
    return new ShowCommand(room.of(Collection.class), room::sources, json, pager, screen);
  }

  @Bean
  Command indexCommand(IndexOpening index) {
    return new IndexCommand(index);
  }

  @Bean
  Command evaluateCommand(Dialogue dialogue, Screen screen, ConfigurableEnvironment environment,
      @Value("${reading-room.root}") String root) {
    return new EvaluateCommand(programs(environment, dialogue, screen), Path.of(root).resolve("evaluation"),
        screen);
  }

  @Bean
  Command benchmarkCommand(@Value("${reading-room.root}") Path root, Dialogue dialogue, Screen screen,
      ConfigurableEnvironment environment) {
    return new BenchmarkCommand(root,
        questions -> Growth.asking(questions, programs(environment, dialogue, screen)),
        dialogue, screen);
  }

  /** Makes what puts the program together anew. */
  private static Programs programs(ConfigurableEnvironment environment, Dialogue dialogue, Screen screen) {
    return new Programs(environment,
        index -> new IndexOpening(() -> List.of(index), index.folder(), dialogue, screen).ready());
  }

  @Bean
  Command modelsCommand(ObjectProvider<ModelCheck> check, JsonMapper json, Screen screen) {
    return new ModelsCommand(check::getObject, json, screen);
  }

  @Bean
  Command doctorCommand(ObjectProvider<Checkup> checkup, JsonMapper json, Screen screen) {
    return new DoctorCommand(() -> checkup.getObject().run(Failure::sentence), json, screen);
  }

  @Bean
  Command newCommand(Dialogue dialogue) {
    return new NewCommand(dialogue);
  }

  @Bean
  Command helpCommand(Screen screen) {
    return new HelpCommand(screen);
  }

  @Bean
  CommandRegistry commandRegistry(List<Command> commands) {
    CommandRegistry registry = new CommandRegistry();
    commands.forEach(registry::registerCommand);
    return registry;
  }

  @Bean
  Commands commands(CommandRegistry registry, CurrentRoom room, Screen screen) {
    return new Commands(registry, room, screen);
  }

  @Bean
  Chat chat(Commands commands, IndexOpening index, CurrentRoom room, Screen screen) {
    return new Chat(commands, index, room.of(Collection.class), screen);
  }
}
